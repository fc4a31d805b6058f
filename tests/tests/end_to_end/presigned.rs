//! Requests that are presigned here and sent by somebody who has no credentials, and an HTTP client
//! of another kind.

use std::time::Duration;

use aws_credential_types::Credentials;
use generated::Settings;
use generated::license_manager::{Client, CreateTokenInput};
use http::Request;
use serde_json::Value;
use ureq::Agent;

use crate::account::{LICENSE, client, client_with, server};

const MINUTE: Duration = Duration::from_mins(1);

async fn presigned(client: &Client) -> Request<Vec<u8>> {
    let input = CreateTokenInput::builder()
        .license_arn(LICENSE)
        .client_token("order-1");
    let request = client.presign(input.build(), MINUTE).await;
    request.expect("it can be presigned")
}

/// The status and the body of what the server answers.
fn sent(request: Request<Vec<u8>>) -> (u16, Value) {
    let agent = Agent::config_builder().http_status_as_error(false).build();
    let answer = Agent::new_with_config(agent).run(request);
    let mut answer = answer.expect("the server answers");
    let body = answer.body_mut().read_to_vec().expect("a body");
    let body = serde_json::from_slice(&body).expect("JSON");
    (answer.status().as_u16(), body)
}

fn assert_accepted(request: Request<Vec<u8>>) {
    let (status, body) = sent(request);
    assert_eq!(status, 200, "{body}");
    assert!(body["Token"].is_string(), "{body}");
}

fn assert_refused(request: Request<Vec<u8>>) {
    let (status, body) = sent(request);
    assert_eq!(status, 400, "{body}");
    assert_eq!(body["__type"], "InvalidSignatureException");
}

#[tokio::test]
async fn a_presigned_request_is_accepted_from_whoever_sends_it() {
    let server = server();
    assert_accepted(presigned(&client(&server)).await);
}

/// It is what the protocol cannot do without: the operation's name, and what the body is.
#[tokio::test]
async fn it_has_the_headers_that_say_what_it_is() {
    let request = presigned(&client(&server())).await;
    let mut names: Vec<&str> = request
        .headers()
        .keys()
        .map(http::HeaderName::as_str)
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["content-type", "x-amz-target"]);
    let query = request.uri().query().expect("it is signed");
    let signed = "X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-target";
    assert!(query.contains(signed), "{query}");
}

#[tokio::test]
async fn whoever_sends_it_may_add_headers() {
    let server = server();
    let mut request = presigned(&client(&server)).await;
    let headers = request.headers_mut();
    headers.insert("accept", http::HeaderValue::from_static("text/html"));
    headers.insert("user-agent", http::HeaderValue::from_static("a browser"));
    assert_accepted(request);
}

#[tokio::test]
async fn temporary_credentials_are_in_the_url_too() {
    let server = server();
    let token = Some("Zz/+=9 more".to_owned());
    let session = Credentials::new("AKIDSESSION", "secret", token, None, "test");
    server.add_credentials(session.clone());
    let client = client_with(&server, Settings::new().credentials(session));
    assert_accepted(presigned(&client).await);
}

#[tokio::test]
async fn another_body_is_refused() {
    let server = server();
    let mut request = presigned(&client(&server)).await;
    *request.body_mut() = b"{}".to_vec();
    assert_refused(request);
}

#[tokio::test]
async fn another_operation_is_refused() {
    let server = server();
    let mut request = presigned(&client(&server)).await;
    let other = http::HeaderValue::from_static("AWSLicenseManager.DeleteToken");
    request.headers_mut().insert("x-amz-target", other);
    assert_refused(request);
}

#[tokio::test]
async fn it_is_accepted_until_it_expires() {
    let server = server();
    let request = presigned(&client(&server)).await;
    server.clock().advance(MINUTE / 2);
    assert_accepted(request.clone());
    server.clock().advance(MINUTE);
    assert_refused(request);
}
