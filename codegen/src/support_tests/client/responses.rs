//! The service answers.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_types::request_id::RequestId;

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{ReadTide, Tide, TideError};
use crate::support::client::{CallError, Client};

#[tokio::test]
async fn an_output_is_the_operations_own() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let tide = service.client().call(ReadTide::at("Brest")).await.unwrap();
    assert_eq!(tide, Tide(12));
}

#[tokio::test]
async fn an_error_of_the_service_is_the_operations_own() {
    let service = ServiceDouble::with([Respond(400, "HarbourClosed: for the night")]);
    let error = service.client().call(ReadTide::at("Brest")).await;
    let CallError::Service { error, response } = error.unwrap_err() else {
        panic!("the service answered");
    };
    assert!(matches!(*error, TideError::HarbourClosed(_)), "{error:?}");
    assert_eq!(response.status().as_u16(), 400);
}

#[tokio::test]
async fn an_error_of_the_service_says_code_message_and_request_id() {
    let service = ServiceDouble::with([Respond(400, "HarbourClosed: for the night")]);
    let error = service
        .client()
        .call(ReadTide::at("Brest"))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "HarbourClosed: for the night (request id 4f1c)"
    );
    assert_eq!(error.code(), Some("HarbourClosed"));
    assert_eq!(error.message(), Some("for the night"));
    assert_eq!(error.request_id(), Some("4f1c"));
}

#[tokio::test]
async fn an_error_that_the_model_does_not_know_keeps_its_code() {
    let service = ServiceDouble::with([Respond(400, "Tsunami: run")]);
    let error = service
        .client()
        .call(ReadTide::at("Brest"))
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some("Tsunami"));
    let error = error.into_service_error().unwrap();
    assert!(matches!(error, TideError::Unhandled(_)), "{error:?}");
}

#[tokio::test]
async fn a_clone_of_a_client_asks_the_same_service() {
    let service = ServiceDouble::with([Respond(200, "1"), Respond(200, "2")]);
    let client = service.client();
    client.clone().call(ReadTide::at("Brest")).await.unwrap();
    client.call(ReadTide::at("Brest")).await.unwrap();
    assert_eq!(service.asked(), 2);
}

#[test]
fn a_call_can_be_spawned_onto_any_thread() {
    fn is_send(_: impl Send) {}
    let client = ServiceDouble::with([]).client();
    is_send(client.call(ReadTide::at("Brest")));
}

#[test]
fn a_clients_debug_is_short() {
    let client: Client<_> = ServiceDouble::with([]).client();
    assert_eq!(
        format!("{client:?}"),
        r#"Client { service: "Tide Table", .. }"#
    );
}
