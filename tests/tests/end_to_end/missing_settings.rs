//! A client can be made of anything; its calls say what is missing or wrong.

use aws_credential_types::Credentials;
use aws_types::SdkConfig;
use generated::license_manager::Client;
use generated::{CallError, Settings};

use crate::account::{client_with, create, server, tried_once};

/// Why a call of this client is never made.
async fn reason(client: &Client) -> String {
    let created = create(client, "order-1").send().await;
    let error = created.expect_err("something is missing");
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    error.to_string()
}

#[tokio::test]
async fn a_missing_region_is_named() {
    let server = server();
    let config = server.sdk_config().into_builder().region(None).build();
    let reason = reason(&Client::new(&config)).await;
    assert!(
        reason.starts_with("the call could not be made: no region is set"),
        "{reason}"
    );
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn missing_credentials_are_named() {
    let server = server();
    let config = SdkConfig::builder().endpoint_url(server.endpoint_url());
    let settings = Settings::new().region(server.region().to_owned());
    let reason = reason(&Client::with_settings(&config.build(), settings)).await;
    assert!(
        reason.starts_with("the call could not be made: no credentials are set"),
        "{reason}"
    );
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn an_endpoint_that_the_rules_refuse_is_named() {
    let server = server();
    let client = client_with(&server, Settings::new().use_fips(true));
    assert_eq!(
        reason(&client).await,
        "the call could not be made: there is no endpoint for these settings: \
         Invalid Configuration: FIPS and custom endpoint are not supported"
    );
}

#[tokio::test]
async fn credentials_that_the_service_does_not_know_are_refused_by_it() {
    let server = server();
    let stranger = Credentials::new("AKIDSTRANGER", "secret", None, None, "test");
    let client = client_with(&server, tried_once().credentials(stranger));
    let created = create(&client, "order-1").send().await;
    let text = created.expect_err("the service knows no such key");
    let text = text.to_string();
    assert!(text.starts_with("UnrecognizedClientException: "), "{text}");
}

#[tokio::test]
async fn a_call_can_be_signed_with_credentials_of_its_own() {
    let server = server();
    let own = Credentials::new("AKIDOWN", "secret", Some("session".into()), None, "test");
    server.add_credentials(own.clone());
    let client = client_with(&server, Settings::new());
    let settings = Settings::new().credentials(own);
    let created = create(&client, "order-1")
        .send()
        .with_settings(&settings)
        .await;
    created.expect("the service knows this key");
    let request = &server.requests()[0];
    assert!(request.header("authorization").contains("AKIDOWN/"));
    assert_eq!(request.header("x-amz-security-token"), "session");
}
