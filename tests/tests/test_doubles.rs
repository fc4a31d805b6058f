//! What people test their programs with: the HTTP clients that the AWS crates have for it take the
//! place of the service, unchanged.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::test_util::{
    NeverClient, ReplayEvent, StaticReplayClient, capture_request, infallible_client_fn,
};
use aws_smithy_runtime_api::client::http::HttpClient;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::request_id::RequestId as _;
use generated::CallError;
use generated::license_manager::{Client, DeleteTokenOutput};

const URI: &str = "https://license-manager.eu-west-1.amazonaws.com/";

/// A configuration whose requests end at this client, and which retries without pauses.
fn config(client: impl HttpClient + 'static) -> aws_types::sdk_config::Builder {
    let key = Credentials::new("AKIDEXAMPLE", "not a secret", None, None, "test");
    let retry = RetryConfig::standard().with_initial_backoff(Duration::ZERO);
    SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .retry_config(retry)
        .http_client(client)
}

async fn delete(config: aws_types::sdk_config::Builder) -> Result<DeleteTokenOutput, Failed> {
    let client = Client::new(&config.build());
    client.delete_token().token_id("t-1").send().await
}

type Failed = CallError<generated::license_manager::DeleteTokenError>;

fn event(status: u16, answer: &'static str) -> ReplayEvent {
    let request = http::Request::builder().method("POST").uri(URI);
    let request = request.header("x-amz-target", "AWSLicenseManager.DeleteToken");
    let request = request.body(SdkBody::from(r#"{"TokenId":"t-1"}"#));
    let response = http::Response::builder().status(status);
    let response = response.body(SdkBody::from(answer));
    ReplayEvent::new(request.expect("a request"), response.expect("a response"))
}

#[tokio::test]
async fn answers_are_replayed_and_requests_compared_with_what_is_expected() {
    let double = StaticReplayClient::new(vec![event(200, "{}")]);
    delete(config(double.clone())).await.expect("an output");
    double.assert_requests_match(&[]);
}

#[tokio::test]
async fn a_replayed_error_is_the_models() {
    let answer = r#"{"__type":"ResourceNotFoundException","Message":"no such token"}"#;
    let double = StaticReplayClient::new(vec![event(400, answer)]);
    let error = delete(config(double)).await.expect_err("an error");
    let error = error.into_service_error().expect("the service's");
    assert_eq!(error.code(), Some("ResourceNotFoundException"));
}

#[test]
fn an_output_that_a_double_gives_can_tell_a_request_id() {
    let output = DeleteTokenOutput::builder()._request_id("4f1c").build();
    assert_eq!(output.request_id(), Some("4f1c"));
    assert_eq!(output, DeleteTokenOutput::default());
}

#[tokio::test]
async fn a_request_is_captured() {
    let (double, captured) = capture_request(None);
    delete(config(double)).await.expect("an output");
    let request = captured.expect_request();
    assert_eq!(request.uri(), URI);
    assert_eq!(request.body().bytes(), Some(&br#"{"TokenId":"t-1"}"#[..]));
}

#[tokio::test]
async fn a_function_answers() {
    let double = infallible_client_fn(|request| {
        assert_eq!(request.method(), "POST");
        http::Response::builder()
            .status(200)
            .body("{}")
            .expect("a response")
    });
    delete(config(double)).await.expect("an output");
}

#[tokio::test]
async fn a_service_that_never_answers_runs_into_the_timeout() {
    let timeout = TimeoutConfig::builder().operation_timeout(Duration::from_millis(50));
    let config = config(NeverClient::new()).timeout_config(timeout.build());
    let error = delete(config).await.expect_err("no answer");
    assert!(matches!(error, CallError::Timeout(_)), "{error:?}");
}

/// How often a service is asked that fails each time.
async fn tries(retry: RetryConfig) -> usize {
    let double = StaticReplayClient::new((0..9).map(|_| event(500, "{}")).collect());
    let retry = retry.with_initial_backoff(Duration::ZERO);
    let config = config(double.clone()).retry_config(retry);
    delete(config).await.expect_err("an error");
    double.actual_requests().count()
}

#[tokio::test]
async fn the_mode_and_the_number_of_tries_are_those_of_the_configuration() {
    assert_eq!(tries(RetryConfig::standard()).await, 3);
    assert_eq!(tries(RetryConfig::standard().with_max_attempts(5)).await, 5);
    assert_eq!(tries(RetryConfig::adaptive().with_max_attempts(2)).await, 2);
    assert_eq!(tries(RetryConfig::disabled()).await, 1);
}
