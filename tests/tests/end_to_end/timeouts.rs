//! Answers that come late, and calls that nobody waits for any more.

use std::time::Duration;

use aws_smithy_types::timeout::TimeoutConfig;
use generated::license_manager::Error;
use generated::{CallError, Settings};
use tinsmith_tests::local_license_manager::Fault;

use crate::account::{client, client_with, create, new_token, server, tried_once};

/// How long the server makes a client wait, who gives up much earlier.
const LATE: Duration = Duration::from_secs(10);
const PATIENCE: Duration = Duration::from_millis(500);

fn for_the_call() -> TimeoutConfig {
    TimeoutConfig::builder().operation_timeout(PATIENCE).build()
}

fn for_a_try() -> TimeoutConfig {
    let timeout = TimeoutConfig::builder().operation_attempt_timeout(PATIENCE);
    timeout.build()
}

#[tokio::test]
async fn a_call_without_an_answer_in_time_fails_with_a_timeout() {
    for (timeout, text) in [
        (
            for_the_call(),
            "the call timed out: operation timeout (all attempts including retries) occurred \
             after 500ms",
        ),
        (
            for_a_try(),
            "the call timed out: operation attempt timeout (single attempt) occurred after 500ms",
        ),
    ] {
        let server = server();
        let client = client_with(&server, tried_once().timeout(timeout));
        for fault in [Fault::Delay(LATE), Fault::SlowBody(LATE)] {
            server.fail_next(fault);
            let created = create(&client, "order-1").send().await;
            let error = created.expect_err("nobody waits that long");
            assert!(matches!(error, CallError::Timeout(_)), "{error:?}");
            assert_eq!(error.to_string(), text);
            let Error::Unhandled(error) = Error::from(error) else {
                panic!("the model has no timeouts")
            };
            assert_eq!(error.to_string(), text);
        }
    }
}

#[tokio::test]
async fn a_try_that_takes_too_long_is_tried_again() {
    let server = server();
    let client = client_with(&server, Settings::new().timeout(for_a_try()));
    server.fail_next(Fault::Delay(LATE));
    new_token(&client, "order-1").await;
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn the_time_for_a_call_includes_its_retries() {
    let server = server();
    let timeout = for_a_try().to_builder().operation_timeout(PATIENCE * 2);
    let client = client_with(&server, Settings::new().timeout(timeout.build()));
    server.fail_times(3, Fault::Delay(LATE));
    let created = create(&client, "order-1").send().await;
    let error = created.expect_err("nobody waits that long");
    assert!(
        error.to_string().contains("all attempts including retries"),
        "{error}"
    );
}

#[tokio::test]
async fn one_call_can_have_less_time_than_others() {
    let server = server();
    let client = client(&server);
    let settings = tried_once().timeout(for_the_call());
    server.fail_next(Fault::Delay(LATE));
    let created = create(&client, "order-1")
        .send()
        .with_settings(&settings)
        .await;
    assert!(matches!(created, Err(CallError::Timeout(_))), "{created:?}");
    server.fail_next(Fault::Delay(PATIENCE * 2));
    new_token(&client, "order-2").await;
}

#[tokio::test]
async fn a_slow_body_is_waited_for() {
    let server = server();
    let client = client(&server);
    server.fail_next(Fault::SlowBody(PATIENCE));
    new_token(&client, "order-1").await;
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_client_outlives_calls_that_are_cancelled_at_any_point() {
    let server = server();
    let client = client(&server);
    server.fail_times(usize::MAX, Fault::SlowBody(LATE));
    for moment in 0..20 {
        let call = create(&client, "order-1").send();
        let cancelled = tokio::time::timeout(Duration::from_millis(moment), call).await;
        assert!(cancelled.is_err(), "{cancelled:?}");
    }
    server.recover();
    let (id, token) = new_token(&client, "order-1").await;
    assert_eq!(new_token(&client, "order-1").await, (id, token));
}

#[tokio::test]
async fn a_call_that_nobody_awaits_is_not_made() {
    let server = server();
    let client = client(&server);
    drop(create(&client, "order-1").send());
    new_token(&client, "order-2").await;
    assert_eq!(server.requests().len(), 1);
}
