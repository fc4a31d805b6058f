//! What is tried again, how often, and what that does.

use std::collections::HashSet;
use std::time::Duration;

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::RetryConfig;
use generated::Settings;
use tinsmith_tests::local_license_manager::{
    Fault, LocalLicenseManager, ReceivedRequest, ServiceError,
};

use crate::account::{client, client_with, create, new_token, server, tried_once};

/// Which tries reach the server for a call that this befalls once.
async fn tries(fault: impl Into<Fault>) -> Vec<Option<u32>> {
    let server = server();
    server.fail_next(fault);
    let _ = create(&client(&server), "order-1").send().await;
    attempts(&server)
}

fn attempts(server: &LocalLicenseManager) -> Vec<Option<u32>> {
    let requests = server.requests();
    requests.iter().map(ReceivedRequest::attempt).collect()
}

#[tokio::test]
async fn a_call_that_a_server_could_not_handle_is_tried_again() {
    for status in [500, 502, 503, 504] {
        assert_eq!(tries(Fault::EmptyBody(status)).await, [Some(1), Some(2)]);
        assert_eq!(tries(Fault::Html(status)).await, [Some(1), Some(2)]);
    }
    let error = ServiceError::new("ServerInternalException", "oh");
    assert_eq!(tries(error).await, [Some(1), Some(2)]);
}

#[tokio::test]
async fn a_throttled_call_is_tried_again_whatever_its_status() {
    for code in [
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "RequestLimitExceeded",
    ] {
        for status in [400, 429, 503] {
            let error = ServiceError::new(code, "slow down").status(status);
            assert_eq!(tries(error).await, [Some(1), Some(2)], "{code} {status}");
        }
    }
}

#[tokio::test]
async fn a_call_whose_connection_fails_is_tried_again() {
    for fault in [Fault::Disconnect, Fault::LostAnswer, Fault::CutBody] {
        let shown = format!("{fault:?}");
        assert_eq!(tries(fault).await, [Some(1), Some(2)], "{shown}");
    }
}

#[tokio::test]
async fn a_call_that_would_fail_again_is_not_tried_again() {
    for code in [
        "AccessDeniedException",
        "AuthorizationException",
        // Not among the codes that the AWS SDKs take for throttling, nor does the model say so.
        "RateLimitExceededException",
        "RedirectException",
        "ResourceLimitExceededException",
        "ResourceNotFoundException",
        "ValidationException",
        "AddedLaterException",
    ] {
        let error = ServiceError::new(code, "no");
        assert_eq!(tries(error).await, [Some(1)], "{code}");
    }
    for fault in [
        Fault::EmptyBody(400),
        Fault::EmptyBody(429),
        Fault::Html(404),
        Fault::TruncatedJson,
    ] {
        let shown = format!("{fault:?}");
        assert_eq!(tries(fault).await, [Some(1)], "{shown}");
    }
}

#[tokio::test]
async fn a_call_is_tried_three_times_and_fails_with_the_last_error() {
    let server = server();
    server.fail_next(Fault::EmptyBody(503));
    server.fail_next(ServiceError::new("ThrottlingException", "slow down"));
    server.fail_next(ServiceError::new("ServerInternalException", "the last"));
    let created = create(&client(&server), "order-1").send().await;
    let error = created.expect_err("every try fails");
    assert_eq!(error.code(), Some("ServerInternalException"));
    assert_eq!(attempts(&server), [Some(1), Some(2), Some(3)]);
}

#[tokio::test]
async fn the_tries_of_a_call_say_the_same() {
    let server = server();
    server.fail_times(2, Fault::EmptyBody(500));
    new_token(&client(&server), "order-1").await;
    let requests = server.requests();
    let different = |of: fn(&_) -> _| requests.iter().map(of).collect::<HashSet<Vec<u8>>>().len();
    assert_eq!(requests.len(), 3);
    assert_eq!(different(|request| request.body.to_vec()), 1);
    let invocation = different(|request| request.header("amz-sdk-invocation-id").into());
    assert_eq!(invocation, 1);
}

#[tokio::test]
async fn a_lost_answer_does_not_lead_to_a_second_token() {
    for fault in [Fault::LostAnswer, Fault::CutBody] {
        let server = server();
        let client = client(&server);
        server.fail_next(fault);
        let (id, _) = new_token(&client, "order-1").await;
        let listed = client.list_tokens().send().await;
        let tokens = listed.expect("tokens can be listed").tokens;
        let ids = tokens.into_iter().flatten().filter_map(|t| t.token_id);
        assert_eq!(ids.collect::<Vec<_>>(), [id]);
    }
}

#[tokio::test]
async fn one_call_can_be_tried_more_or_less_often_than_others() {
    let server = server();
    let client = client(&server);
    server.fail_times(1, Fault::EmptyBody(500));
    let once = tried_once();
    let created = create(&client, "order-1").send().with_settings(&once).await;
    assert!(created.is_err());
    assert_eq!(attempts(&server), [Some(1)]);

    server.fail_times(4, Fault::EmptyBody(500));
    let retry = RetryConfig::standard().with_max_attempts(5);
    let often = Settings::new().retry(retry.with_max_backoff(Duration::from_millis(1)));
    let created = create(&client, "order-1")
        .send()
        .with_settings(&often)
        .await;
    assert!(created.is_ok(), "{created:?}");
    assert_eq!(attempts(&server).last(), Some(&Some(5)));

    server.fail_times(2, Fault::EmptyBody(500));
    assert!(create(&client, "order-1").send().await.is_ok());
    assert_eq!(attempts(&server).last(), Some(&Some(3)));
}

#[tokio::test]
async fn a_client_can_be_told_not_to_try_again() {
    let server = server();
    server.fail_next(Fault::EmptyBody(500));
    let client = client_with(&server, tried_once());
    assert!(create(&client, "order-1").send().await.is_err());
    assert_eq!(attempts(&server), [Some(1)]);
}
