//! Answers that are none: broken off, not JSON, or empty.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_types::request_id::RequestId;
use generated::CallError;
use generated::license_manager::{CreateTokenError, CreateTokenOutput};
use tinsmith_tests::local_license_manager::Fault;

use crate::account::{client_with, create, server, tried_once};

type Created = Result<CreateTokenOutput, CallError<CreateTokenError>>;

/// What a call gives that this befalls, and that is not tried again.
async fn after(fault: Fault) -> Created {
    let server = server();
    server.fail_next(fault);
    let client = client_with(&server, tried_once());
    create(&client, "order-1").send().await
}

async fn error_after(fault: Fault) -> CallError<CreateTokenError> {
    after(fault).await.expect_err("that is no answer")
}

#[tokio::test]
async fn a_success_that_is_not_json_is_unreadable() {
    for fault in [Fault::TruncatedJson, Fault::Html(200)] {
        let error = error_after(fault).await;
        assert!(matches!(error, CallError::Unreadable { .. }), "{error:?}");
        let text = error.to_string();
        assert!(
            text.starts_with("the response (HTTP status 200) could not be read: "),
            "{text}"
        );
        assert!(text.contains(" byte "), "{text}");
        assert!(text.ends_with(" (request id request-00000001)"), "{text}");
        assert_eq!(error.request_id(), Some("request-00000001"));
        let response = error.raw_response().expect("there was a response");
        assert!(response.body().bytes().is_some_and(|body| !body.is_empty()));
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_unreadable() {
    let error = error_after(Fault::CutBody).await;
    assert!(matches!(error, CallError::Unreadable { .. }), "{error:?}");
    let text = error.to_string();
    assert!(
        text.starts_with("the response (HTTP status 200) could not be read: "),
        "{text}"
    );
    assert!(text.ends_with(" (request id request-00000001)"), "{text}");
}

#[tokio::test]
async fn a_failure_that_is_not_json_is_the_services_but_not_the_models() {
    for (fault, code) in [
        (Fault::Html(502), "HTTP status 502"),
        (Fault::Html(404), "HTTP status 404"),
        (Fault::EmptyBody(500), "HTTP status 500"),
        (Fault::EmptyBody(429), "HTTP status 429"),
    ] {
        let error = error_after(fault).await;
        let service_error = error.as_service_error().expect("the service refused");
        assert!(matches!(service_error, CreateTokenError::Unhandled(_)));
        assert_eq!(error.code(), Some(code));
        assert_eq!(
            error.to_string(),
            format!("{code} (request id request-00000001)")
        );
    }
}

#[tokio::test]
async fn a_success_without_a_body_is_an_output_without_members() {
    let created = after(Fault::EmptyBody(200)).await;
    let created = created.expect("nothing is required of an output");
    assert_eq!(created, CreateTokenOutput::builder().build());
}

#[tokio::test]
async fn a_connection_that_closes_without_an_answer_is_a_connection_error() {
    for fault in [Fault::Disconnect, Fault::LostAnswer] {
        let error = error_after(fault).await;
        assert!(matches!(error, CallError::Connection(_)), "{error:?}");
        let text = error.to_string();
        assert!(text.starts_with("the connection failed: "), "{text}");
        assert!(error.raw_response().is_none());
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_connection_error() {
    let server = server();
    let config = server.sdk_config();
    drop(server);
    let client = generated::license_manager::Client::with_settings(&config, tried_once());
    let error = create(&client, "order-1").send().await;
    assert!(matches!(error, Err(CallError::Connection(_))), "{error:?}");
}
