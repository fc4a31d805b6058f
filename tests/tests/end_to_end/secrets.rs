//! Tokens reach no log: nothing that a call involves shows one through `Debug` or `Display`.

use std::error::Error as StdError;
use std::fmt::Debug;

use generated::license_manager::{CreateTokenOutput, Error, GetAccessTokenInput};
use tinsmith_tests::local_license_manager::{Fault, ServiceError};

use crate::account::{client, client_with, create, new_token, server, tried_once};

/// How every JWT begins: it is the base64 of `{"`.
const TOKEN: &str = "eyJ";

#[track_caller]
fn assert_hides_tokens(value: &impl Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains(TOKEN), "{text}");
    }
}

/// Checks an error and its causes.
#[track_caller]
fn assert_error_hides_tokens(error: &(impl StdError + 'static)) {
    assert_hides_tokens(error);
    let mut cause: Option<&dyn StdError> = Some(error);
    while let Some(error) = cause {
        assert_hides_tokens(&error);
        let text = error.to_string();
        assert!(!text.contains(TOKEN), "{text}");
        cause = error.source();
    }
}

#[tokio::test]
async fn outputs_hide_tokens() {
    let server = server();
    let client = client(&server);
    let created = create(&client, "order-1").send().await;
    let created = created.expect("the token is created");
    assert_hides_tokens(&created);
    let token = created.token.expect("there is a token");
    assert!(token.starts_with(TOKEN));
    assert_hides_tokens(&CreateTokenOutput::builder().token(&token).build());
    let access = client.get_access_token().token(token).send().await;
    let access = access.expect("the token is good");
    assert!(access.access_token.is_some());
    assert_hides_tokens(&access);
}

#[tokio::test]
async fn inputs_calls_and_clients_hide_tokens() {
    let server = server();
    let client = client(&server);
    let (_, token) = new_token(&client, "order-1").await;
    let input = GetAccessTokenInput::builder().token(token).build();
    assert_hides_tokens(&input);
    assert_hides_tokens(&client.call(input));
    assert_hides_tokens(&client);
}

#[tokio::test]
async fn errors_hide_tokens_in_answers() {
    let server = server();
    let client = client_with(&server, tried_once());
    new_token(&client, "order-1").await;
    server.fail_next(Fault::TruncatedJson);
    let created = create(&client, "order-1").send().await;
    let error = created.expect_err("half an answer is none");
    let body = error.raw_response().and_then(|r| r.body().bytes());
    let body = String::from_utf8_lossy(body.unwrap_or_default());
    assert!(body.contains(TOKEN), "{body}");
    assert_error_hides_tokens(&error);
    assert_error_hides_tokens(&Error::from(error));
}

#[tokio::test]
async fn errors_hide_tokens_in_requests() {
    let server = server();
    let (_, token) = new_token(&client(&server), "order-1").await;
    let refused = client_with(&server, tried_once());
    let nowhere = client_with(&server, tried_once().endpoint_url("nowhere"));
    server.fail_next(Fault::Disconnect);
    server.fail_next(ServiceError::new("ValidationException", "no"));
    for client in [&refused, &refused, &nowhere] {
        let call = client.get_access_token().token(&token);
        let error = call.send().await.expect_err("the call fails");
        assert_error_hides_tokens(&error);
        assert_error_hides_tokens(&Error::from(error));
    }
}
