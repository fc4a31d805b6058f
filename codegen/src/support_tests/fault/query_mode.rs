//! What the protocols that speak JSON do for services that spoke awsQuery once.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use crate::support::aws_json::V1_1;
use crate::support::operation::Protocol;
use crate::support::query_compatible::QueryCompatible;
use crate::support_tests::client::tide::{PlainText, ReadTide};

/// The code that tells the shape of an error, and the one that callers see.
fn codes(query_error: Option<&str>) -> (String, String) {
    let mut response = http::Response::builder().status(400);
    if let Some(value) = query_error {
        response = response.header("x-amzn-query-error", value);
    }
    let body = br#"{"__type": "tides#HarbourClosed"}"#;
    let response = response.body(body).expect("a valid response");
    let response = (&response).into();
    let fault = V1_1::fault(&response);
    let seen = fault.unhandled().code().unwrap_or_default().to_owned();
    (fault.code().to_owned(), seen)
}

#[test]
fn callers_see_the_code_of_awsquery_while_the_shape_keeps_its_own() {
    let (shape, seen) = codes(Some("AWS.Tides.Closed;Sender"));
    assert_eq!(
        (shape.as_str(), seen.as_str()),
        ("HarbourClosed", "AWS.Tides.Closed")
    );
}

#[test]
fn without_a_code_of_awsquery_callers_see_the_code_of_the_shape() {
    for query_error in [None, Some(""), Some(" ;Sender")] {
        let (shape, seen) = codes(query_error);
        assert_eq!(
            (shape.as_str(), seen.as_str()),
            ("HarbourClosed", "HarbourClosed")
        );
    }
}

#[test]
fn a_request_in_query_mode_says_so() {
    let request =
        <QueryCompatible<PlainText> as Protocol<ReadTide>>::request(&ReadTide::at("Brest"));
    let request = request.expect("a request");
    assert_eq!(request.headers()["x-amzn-query-mode"], "true");
}
