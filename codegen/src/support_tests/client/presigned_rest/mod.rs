//! Presigned requests of services that speak restJson1 are those that botocore makes:
//! `tests/botocore/record_presigned.py` has recorded them.

mod call;
mod recording;

use call::UPLOADED;
use recording::Recording;

/// A URL with its query in order, as the order is of no account.
fn ordered(url: &str) -> (&str, Vec<&str>) {
    let (path, query) = url.split_once('?').expect("it is signed");
    let mut query: Vec<&str> = query.split('&').collect();
    query.sort_unstable();
    (path, query)
}

/// The names of the headers that a URL says are signed.
fn signed_headers(url: &str) -> Vec<&str> {
    let (_, query) = ordered(url);
    let mut query = query.iter();
    let signed = query.find_map(|pair| pair.strip_prefix("X-Amz-SignedHeaders="));
    signed.expect("it is signed").split("%3B").collect()
}

const WITH_A_DOCUMENT: &str = "a PUT with a document";

#[tokio::test]
async fn a_url_is_the_one_that_botocore_presigns() {
    let recording = Recording::read();
    for case in recording
        .cases()
        .filter(|case| case.name() != WITH_A_DOCUMENT)
    {
        let request = recording.presigned(&case).await;
        let url = request.uri().to_string();
        assert_eq!(ordered(&url), ordered(case.text("url")), "{}", case.name());
        assert_eq!(request.method(), case.text("method"), "{}", case.name());
    }
}

#[tokio::test]
async fn a_request_has_the_headers_that_are_signed_and_no_other() {
    let recording = Recording::read();
    for case in recording.cases() {
        let request = recording.presigned(&case).await;
        let mut names: Vec<&str> = request.headers().keys().map(|name| name.as_str()).collect();
        names.push("host");
        names.sort_unstable();
        assert_eq!(names, signed_headers(case.text("url")), "{}", case.name());
    }
}

/// botocore makes a query of a document. Here it stays the body, and is signed.
#[tokio::test]
async fn a_document_is_signed_with_its_media_type() {
    let recording = Recording::read();
    let request = recording.presigned(&recording.case(WITH_A_DOCUMENT)).await;
    assert_eq!(request.body(), br#"{"ReservedConcurrentExecutions":3}"#);
    assert_eq!(request.headers()["content-type"], "application/json");
}

#[tokio::test]
async fn what_is_uploaded_goes_with_the_request() {
    let recording = Recording::read();
    let request = recording.presigned(&recording.case("an upload")).await;
    assert_eq!(request.body(), UPLOADED);
}
