//! What is tried again, and how often.

use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;

use super::service_double::Answer::{self, BreakOff, Hang, Refuse, Respond};
use super::service_double::ServiceDouble;
use super::tide::{PlainText, ReadTide, Tide, TideTable};
use crate::support::client::{CallError, Settings};
use crate::support::operation::Operation;

const THROTTLED: Answer = Respond(400, "ThrottlingException: slow down");

/// How often the service is asked where it first gives these answers and then a tide.
async fn tries(answers: impl IntoIterator<Item = Answer>) -> usize {
    let service = ServiceDouble::with(answers.into_iter().chain([Respond(200, "12")]));
    let _ = service.client().call(ReadTide::at("Brest")).await;
    service.asked()
}

#[tokio::test(start_paused = true)]
async fn failures_that_may_pass_are_tried_again() {
    for answer in [
        Respond(500, "InternalError: oh"),
        Respond(503, ""),
        THROTTLED,
        Respond(400, "GaugeBusy: the model says retryable"),
        Refuse,
        BreakOff,
    ] {
        let shown = format!("{answer:?}");
        assert_eq!(tries([answer]).await, 2, "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn failures_that_will_not_pass_are_not_tried_again() {
    for answer in [
        Respond(400, "HarbourClosed: for the night"),
        Respond(400, "Tsunami: run"),
        Respond(200, "not a tide"),
    ] {
        let shown = format!("{answer:?}");
        assert_eq!(tries([answer]).await, 1, "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_success_is_not_tried_again_whatever_its_status() {
    let service = ServiceDouble::with([Respond(503, "12")]);
    let tide = service.client().call(AwaitTide).await;
    assert_eq!(tide.expect("the model states 503"), Tide(12));
    let service = ServiceDouble::with([Respond(500, "Late: wait"), Respond(503, "12")]);
    let tide = service.client().call(AwaitTide).await;
    assert_eq!(tide.expect("the second answer"), Tide(12));
}

/// Asks for a tide with an answer of an odd status.
#[derive(Clone, Debug)]
struct AwaitTide;

impl Operation for AwaitTide {
    type Service = TideTable;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "AwaitTide";
    const SUCCESS: u16 = 503;
}

#[tokio::test(start_paused = true)]
async fn a_call_is_tried_three_times_and_then_fails_with_the_last_answer() {
    let service = ServiceDouble::with([THROTTLED, THROTTLED, Respond(500, "Last: straw")]);
    let error = service.client().call(ReadTide::at("Brest")).await;
    assert_eq!(
        error.unwrap_err().to_string(),
        "Last: straw (request id 4f1c)"
    );
    assert_eq!(service.asked(), 3);
}

#[tokio::test(start_paused = true)]
async fn settings_say_how_often_a_call_is_tried() {
    let service = ServiceDouble::with([THROTTLED, THROTTLED, THROTTLED, Respond(200, "3")]);
    let settings = Settings::new().retry(RetryConfig::standard().with_max_attempts(4));
    let client = service.client_with(settings);
    assert_eq!(client.call(ReadTide::at("Brest")).await.unwrap(), Tide(3));
}

#[tokio::test(start_paused = true)]
async fn a_try_that_times_out_is_tried_again() {
    let service = ServiceDouble::with([Hang, Respond(200, "12")]);
    let timeout = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(1));
    let client = service.client_with(Settings::new().timeout(timeout.build()));
    assert_eq!(client.call(ReadTide::at("Brest")).await.unwrap(), Tide(12));
    assert_eq!(service.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_timeout_of_a_call_ends_its_retries() {
    let service = ServiceDouble::with([Hang, Hang, Hang]);
    let timeout = TimeoutConfig::builder()
        .operation_attempt_timeout(Duration::from_secs(10))
        .operation_timeout(Duration::from_secs(1));
    let client = service.client_with(Settings::new().timeout(timeout.build()));
    let error = client.call(ReadTide::at("Brest")).await.unwrap_err();
    assert!(matches!(error, CallError::Timeout(_)), "{error:?}");
    assert_eq!(service.asked(), 1);
}
