//! There is no answer, or none that can be understood.

use std::error::Error;
use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;

use super::service_double::Answer::{self, BreakOff, Hang, Refuse, Respond};
use super::service_double::ServiceDouble;
use super::tide::{ReadTide, TideError};
use crate::support::client::{CallError, Settings};

/// The error of one call that gets this answer and is not tried again.
async fn error_after(answer: Answer) -> CallError<TideError> {
    let service = ServiceDouble::with([answer]);
    let timeout = TimeoutConfig::builder().operation_timeout(Duration::from_secs(2));
    let settings = Settings::new()
        .retry(RetryConfig::disabled())
        .timeout(timeout.build());
    let client = service.client_with(settings);
    client.call(ReadTide::at("Brest")).await.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn a_service_that_does_not_answer_is_a_timeout() {
    let error = error_after(Hang).await;
    assert!(matches!(error, CallError::Timeout(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the call timed out: operation timeout (all attempts including retries) \
         occurred after 2s"
    );
}

#[tokio::test]
async fn a_refused_connection_is_a_connection_error() {
    let error = error_after(Refuse).await;
    assert!(matches!(error, CallError::Connection(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the connection failed: connection refused"
    );
}

#[tokio::test]
async fn a_connection_to_a_url_that_is_set_names_it() {
    let service = ServiceDouble::with([Refuse, Refuse]);
    let settings = Settings::new()
        .retry(RetryConfig::disabled())
        .endpoint_url("http://127.0.0.1:4566/tides");
    let client = service.client_with(settings);
    let error = client.call(ReadTide::at("Brest")).await.unwrap_err();
    assert!(matches!(error, CallError::Connection(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the connection failed: to http://127.0.0.1:4566/tides: connection refused"
    );
    let other = Settings::new().endpoint_url("http://127.0.0.1:4567");
    let call = client.call(ReadTide::at("Brest")).with_settings(&other);
    let text = call.await.unwrap_err().to_string();
    assert!(text.contains("to http://127.0.0.1:4567: "), "{text}");
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_is_unreadable_and_keeps_the_response() {
    let error = error_after(Respond(200, "high")).await;
    assert!(matches!(error, CallError::Unreadable { .. }), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the response (HTTP status 200) could not be read: invalid digit found in string \
         (request id 4f1c)"
    );
    let response = error.raw_response().unwrap();
    assert_eq!(response.body().bytes(), Some(&b"high"[..]));
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_unreadable() {
    let error = error_after(BreakOff).await;
    assert!(matches!(error, CallError::Unreadable { .. }), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the response (HTTP status 200) could not be read: the body broke off (request id 4f1c)"
    );
}

#[tokio::test]
async fn an_input_that_cannot_be_sent_is_a_construction_error() {
    let service = ServiceDouble::with([]);
    let error = service.client().call(ReadTide::at("")).await.unwrap_err();
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the call could not be made: the request could not be built: a harbour has a name"
    );
    assert_eq!(service.asked(), 0);
}

#[tokio::test]
async fn what_display_has_said_is_not_said_again_by_source() {
    for answer in [Refuse, BreakOff, Respond(200, "high")] {
        let error = error_after(answer).await;
        assert!(error.source().is_none(), "{error}");
    }
}
