//! The error type itself: what it hides, and what it turns into.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_types::request_id::RequestId;

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{ReadTide, TideError};
use crate::support::client::CallError;
use crate::support::error::Metadata;

type TideSdkError = SdkError<TideError, HttpResponse>;

fn closed() -> TideError {
    TideError::HarbourClosed(Metadata::new("HarbourClosed", None))
}

fn response(body: &'static str) -> HttpResponse {
    HttpResponse::new(StatusCode::try_from(400).unwrap(), SdkBody::from(body))
}

#[tokio::test]
async fn debug_shows_how_long_a_body_is_but_not_the_body() {
    for answer in [
        Respond(200, "not a tide, but the token of Alice"),
        Respond(400, "HarbourClosed: it is late\ntoken of Alice"),
    ] {
        let service = ServiceDouble::with([answer]);
        let error = service.client().call(ReadTide::at("Brest")).await;
        let error = error.unwrap_err();
        let length = error.raw_response().unwrap().body().bytes().unwrap().len();
        let shown = format!("{error:?}");
        assert!(!shown.contains("Alice"), "{shown}");
        assert!(
            shown.contains(&format!("body_bytes: Some({length})")),
            "{shown}"
        );
        assert!(shown.contains(r#"request_id: Some("4f1c")"#), "{shown}");
    }
}

#[test]
fn every_sdk_error_comes_back_from_a_call_error_as_it_was() {
    let io = || std::io::Error::other("cut");
    let errors: [TideSdkError; 6] = [
        SdkError::service_error(closed(), response("HarbourClosed")),
        SdkError::timeout_error("too late"),
        SdkError::dispatch_failure(ConnectorError::timeout("too late".into())),
        SdkError::dispatch_failure(ConnectorError::io(io().into())),
        SdkError::construction_failure("no harbour"),
        SdkError::response_error("not a number", response("high")),
    ];
    for error in errors {
        let before = format!("{error:?}");
        let after = TideSdkError::from(CallError::from(error));
        assert_eq!(format!("{after:?}"), before);
    }
}

#[test]
fn a_call_error_turns_into_an_sdk_error_that_aws_code_can_read() {
    let mut response = response("HarbourClosed");
    response.headers_mut().insert("x-amzn-requestid", "4f1c");
    let error = CallError::Service {
        error: Box::new(closed()),
        response: Box::new(response),
    };
    let error = TideSdkError::from(error);
    assert_eq!(error.code(), Some("HarbourClosed"));
    assert_eq!(error.request_id(), Some("4f1c"));
}

#[test]
fn a_timeout_of_the_connection_is_a_timeout() {
    let error = ConnectorError::timeout("no connection within 3s".into());
    let error = CallError::from(TideSdkError::dispatch_failure(error));
    assert!(matches!(error, CallError::Timeout(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the call timed out: no connection within 3s"
    );
}

#[test]
fn only_an_error_of_the_service_is_given_out_as_one() {
    let timeout = CallError::<TideError>::Timeout("too late".into());
    assert!(timeout.as_service_error().is_none());
    assert!(matches!(
        timeout.into_service_error(),
        Err(CallError::Timeout(_))
    ));
}

#[test]
fn a_call_error_is_small_however_large_the_operations_error() {
    assert!(size_of::<CallError<[u64; 100]>>() <= 32);
}
