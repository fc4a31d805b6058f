//! Requests that are signed now, and sent later.

use std::collections::BTreeMap;
use std::time::Duration;

use aws_types::SdkConfig;
use aws_types::region::Region;

use super::auth::{gate, token};
use super::gate::{Enter, Gate, Sail, Wave};
use super::service_double::{ServiceDouble, credentials};
use crate::support::client::{CallError, Client, Settings};

const HOUR: Duration = Duration::from_secs(3600);

/// A client whose service is never asked.
fn client(settings: Settings) -> Client<Gate> {
    let config = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .http_client(ServiceDouble::with([]));
    Client::with_settings(&config.build(), settings)
}

fn query(request: &http::Request<Vec<u8>>) -> BTreeMap<&str, &str> {
    let pairs = request.uri().query().unwrap_or_default().split('&');
    pairs.filter_map(|pair| pair.split_once('=')).collect()
}

#[tokio::test]
async fn a_presigned_request_has_its_signature_in_the_uri() {
    let client = client(gate().credentials(credentials("AKID")));
    let request = client.presign(Enter("the harbour"), HOUR).await;
    let request = request.expect("it can be presigned");
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri().host(), Some("gate.eu-west-1.example.com"));
    assert_eq!(request.body(), b"the harbour");
    let query = query(&request);
    assert_eq!(query["X-Amz-Algorithm"], "AWS4-HMAC-SHA256");
    assert_eq!(
        query["X-Amz-Credential"],
        "AKID%2F20231114%2Feu-west-1%2Fgate%2Faws4_request"
    );
    assert_eq!(query["X-Amz-Date"], "20231114T221320Z");
    assert_eq!(query["X-Amz-Expires"], "3600");
    assert_eq!(query["X-Amz-Signature"].len(), 64);
}

#[tokio::test]
async fn a_presigned_request_says_nothing_of_who_made_it() {
    let client = client(gate().credentials(credentials("AKID")));
    let request = client.presign(Enter("x"), HOUR).await;
    let request = request.expect("it can be presigned");
    assert!(request.headers().is_empty(), "{:?}", request.headers());
    assert_eq!(query(&request)["X-Amz-SignedHeaders"], "host");
}

#[tokio::test]
async fn a_request_can_be_presigned_for_several_regions() {
    let client = client(gate().credentials(credentials("AKID")));
    let request = client.presign(Sail("x"), HOUR).await;
    let request = request.expect("it can be presigned");
    let query = query(&request);
    assert_eq!(query["X-Amz-Algorithm"], "AWS4-ECDSA-P256-SHA256");
    assert_eq!(query["X-Amz-Region-Set"], "eu-west-1");
}

#[tokio::test]
async fn an_anonymous_request_needs_no_signature() {
    let request = client(gate()).presign(Wave("x"), HOUR).await;
    let request = request.expect("it needs nothing");
    assert_eq!(request.uri(), "https://gate.eu-west-1.example.com/");
}

#[tokio::test]
async fn a_bearer_token_cannot_be_put_into_a_uri() {
    let client = client(gate().bearer_token(token()));
    let error = client
        .presign(Enter("x"), HOUR)
        .await
        .expect_err("it cannot");
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the call could not be made: this call is authenticated by a header: only signatures can \
         be in a URI"
    );
}

#[tokio::test]
async fn a_presigned_request_lasts_for_a_second_at_least_and_a_week_at_most() {
    let client = client(gate().credentials(credentials("AKID")));
    for wrong in [Duration::ZERO, HOUR * 24 * 7 + Duration::from_secs(1)] {
        let error = client
            .presign(Enter("x"), wrong)
            .await
            .expect_err("it cannot");
        assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    }
    assert!(client.presign(Enter("x"), HOUR * 24 * 7).await.is_ok());
}

#[tokio::test]
async fn a_request_that_cannot_be_made_cannot_be_presigned() {
    let client = client(gate().credentials(credentials("AKID")));
    let error = client
        .presign(Enter(""), HOUR)
        .await
        .expect_err("it cannot");
    assert!(
        error.to_string().contains("a harbour has a name"),
        "{error}"
    );
}

#[tokio::test]
async fn without_credentials_nothing_is_presigned() {
    let error = client(gate())
        .presign(Enter("x"), HOUR)
        .await
        .expect_err("it cannot");
    assert!(
        error.to_string().contains("no credentials are set"),
        "{error}"
    );
}
