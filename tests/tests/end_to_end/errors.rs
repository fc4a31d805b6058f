//! What the service refuses: the error of the operation, as the model describes it.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_types::request_id::RequestId;
use generated::CallError;
use generated::license_manager::{Client, CreateTokenError, Error, ListTokensError};
use tinsmith_tests::local_license_manager::{ErrorEncoding, ServiceError};

use crate::account::{client, client_with, create, server, tried_once};

const ERRORS: [&str; 8] = [
    "AccessDeniedException",
    "AuthorizationException",
    "RateLimitExceededException",
    "RedirectException",
    "ResourceLimitExceededException",
    "ResourceNotFoundException",
    "ServerInternalException",
    "ValidationException",
];

/// The variant that an error is, and the message in it.
fn variant(error: &CreateTokenError) -> (&'static str, Option<&str>) {
    use CreateTokenError as E;
    let (name, message) = match error {
        E::AccessDeniedException(e) => ("AccessDeniedException", &e.message),
        E::AuthorizationException(e) => ("AuthorizationException", &e.message),
        E::RateLimitExceededException(e) => ("RateLimitExceededException", &e.message),
        E::RedirectException(e) => ("RedirectException", &e.message),
        E::ResourceLimitExceededException(e) => ("ResourceLimitExceededException", &e.message),
        E::ResourceNotFoundException(e) => ("ResourceNotFoundException", &e.message),
        E::ServerInternalException(e) => ("ServerInternalException", &e.message),
        E::ValidationException(e) => ("ValidationException", &e.message),
        _ => return ("Unhandled", None),
    };
    (name, message.as_deref())
}

/// The same, of the service's error that all operations' errors turn into.
fn variant_of_service(error: &Error) -> &'static str {
    match error {
        Error::AccessDeniedException(_) => "AccessDeniedException",
        Error::AuthorizationException(_) => "AuthorizationException",
        Error::RateLimitExceededException(_) => "RateLimitExceededException",
        Error::RedirectException(_) => "RedirectException",
        Error::ResourceLimitExceededException(_) => "ResourceLimitExceededException",
        Error::ResourceNotFoundException(_) => "ResourceNotFoundException",
        Error::ServerInternalException(_) => "ServerInternalException",
        Error::ValidationException(_) => "ValidationException",
        _ => "Unhandled",
    }
}

async fn refused(client: &Client) -> CallError<CreateTokenError> {
    let created = create(client, "order-1").send().await;
    created.expect_err("the server was told to fail")
}

#[tokio::test]
async fn each_error_is_its_own_variant_however_it_is_written() {
    let server = server();
    let client = client_with(&server, tried_once());
    for code in ERRORS {
        for encoding in ErrorEncoding::ALL {
            for member in ["Message", "message"] {
                let error = ServiceError::new(code, "as told").encoding(encoding);
                server.fail_next(error.message_member(member));
                let error = refused(&client).await;
                let service_error = error.as_service_error().expect("the service refused");
                let expected = (code, Some("as told"));
                assert_eq!(variant(service_error), expected, "{encoding:?} {member}");
                assert_told(&error, code, server.requests().len());
            }
        }
    }
}

/// Checks what an error says that the server sent in this answer, counted from 1.
fn assert_told(error: &CallError<CreateTokenError>, code: &str, answer: usize) {
    let id = format!("request-{answer:08}");
    let text = format!("{code}: as told (request id {id})");
    let service_error = error.as_service_error().expect("the service refused");
    assert_eq!([error.to_string(), service_error.to_string()], [&*text; 2]);
    assert_eq!([error.code(), service_error.code()], [Some(code); 2]);
    assert_eq!(
        [error.message(), service_error.message()],
        [Some("as told"); 2]
    );
    assert_eq!(
        [error.request_id(), service_error.request_id()],
        [Some(&*id); 2]
    );
}

#[tokio::test]
async fn a_redirect_says_where_to_and_is_not_followed() {
    let server = server();
    let error = ServiceError::new("RedirectException", "moved").location("https://elsewhere/");
    server.fail_next(error);
    let error = refused(&client(&server)).await.into_service_error();
    let Ok(CreateTokenError::RedirectException(redirect)) = error else {
        panic!("not a redirect: {error:?}")
    };
    assert_eq!(redirect.location.as_deref(), Some("https://elsewhere/"));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_response_behind_an_error_is_kept() {
    let server = server();
    server.fail_next(ServiceError::new("AuthorizationException", "no"));
    let error = refused(&client(&server)).await;
    let response = error.raw_response().expect("there was a response");
    assert_eq!(response.status().as_u16(), 403);
    assert_eq!(
        response.headers().get("content-type"),
        Some("application/x-amz-json-1.1")
    );
    let body = response.body().bytes().expect("the body is in memory");
    assert!(String::from_utf8_lossy(body).contains("\"Message\":\"no\""));
}

#[tokio::test]
async fn an_error_that_the_model_does_not_know_is_unhandled_but_told() {
    let server = server();
    server.fail_next(ServiceError::new("AddedLaterException", "as told"));
    let error = refused(&client(&server)).await;
    let service_error = error.as_service_error().expect("the service refused");
    assert_eq!(variant(service_error).0, "Unhandled");
    assert_eq!(error.code(), Some("AddedLaterException"));
    assert_eq!(
        error.to_string(),
        "AddedLaterException: as told (request id request-00000001)"
    );
}

#[tokio::test]
async fn an_error_that_the_model_names_for_other_operations_alone_is_known() {
    let server = server();
    server.fail_next(ServiceError::new("RedirectException", "moved"));
    let listed = client(&server).list_tokens().send().await;
    let error = listed.expect_err("the server was told to fail");
    let service_error = error.as_service_error().expect("the service refused");
    let ListTokensError::RedirectException(redirect) = service_error else {
        panic!("{service_error:?}");
    };
    assert_eq!(redirect.message.as_deref(), Some("moved"));
}

#[tokio::test]
async fn every_error_turns_into_the_error_of_the_service() {
    let server = server();
    let client = client_with(&server, tried_once());
    for code in ERRORS {
        server.fail_next(ServiceError::new(code, "as told"));
        let error = Error::from(refused(&client).await);
        assert_eq!(variant_of_service(&error), code);
        assert_eq!(error.code(), Some(code));
    }
}

#[tokio::test]
async fn calls_of_several_operations_fail_with_one_error_type() {
    async fn create_and_delete(client: &Client) -> Result<(), Error> {
        let created = create(client, "order-1").send().await?;
        let id = created.token_id.unwrap_or_default();
        client.delete_token().token_id(id).send().await?;
        client.delete_token().token_id("nobody's").send().await?;
        Ok(())
    }
    let server = server();
    let error = create_and_delete(&client(&server)).await;
    assert!(
        matches!(error, Err(Error::ResourceNotFoundException(_))),
        "{error:?}"
    );
}

#[tokio::test]
async fn an_input_that_breaks_a_constraint_is_refused_by_the_service() {
    let server = server();
    let client = client(&server);
    let call = create(&client, "order-1").token_properties(["1", "2", "3", "4"]);
    let error = call.send().await.expect_err("three properties are allowed");
    assert_eq!(error.code(), Some("ValidationException"));
    let text = error.to_string();
    assert!(text.contains("the length of `TokenProperties`"), "{text}");
}
