//! Which of the ways to authenticate a call takes.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Token;
use aws_credential_types::provider::token::SharedTokenProvider;
use aws_runtime::auth::sigv4a::SigV4aAuthScheme;
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime::client::auth::http::BearerAuthScheme;
use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use super::gate::{Enter, Gate, Haul, Look, Sail, Wave, Whisper};
use super::service_double::Answer::Respond;
use super::service_double::{ServiceDouble, credentials};
use crate::support::auth_by_endpoint;
use crate::support::client::{Client, Settings};
use crate::support::operation::Operation;

/// Settings of a client that knows every scheme, and no caller.
pub fn gate() -> Settings {
    let noon = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    auth_by_endpoint::obeyed(Settings::new())
        .auth_scheme(BearerAuthScheme::new())
        .auth_scheme(SigV4aAuthScheme::new())
        .time_source(StaticTimeSource::new(noon))
}

pub fn token() -> Token {
    Token::new("open-sesame", None)
}

/// The service after one call in this region.
async fn called_in<O>(region: &'static str, operation: O, settings: Settings) -> ServiceDouble
where
    O: Operation<Service = Gate>,
{
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = SdkConfig::builder()
        .region(Region::new(region))
        .http_client(service.clone());
    let client = Client::<Gate>::with_settings(&config.build(), settings);
    client.call(operation).await.expect("the call succeeds");
    service
}

async fn called<O: Operation<Service = Gate>>(operation: O, settings: Settings) -> String {
    called_in("eu-west-1", operation, settings)
        .await
        .header("authorization")
}

/// Why a call in this region cannot be made.
async fn refused_in<O>(region: &'static str, operation: O, settings: Settings) -> String
where
    O: Operation<Service = Gate>,
    O::Output: std::fmt::Debug,
{
    let config = SdkConfig::builder()
        .region(Region::new(region))
        .http_client(ServiceDouble::with([]));
    let client = Client::<Gate>::with_settings(&config.build(), settings);
    let error = client.call(operation).await.expect_err("it cannot be made");
    error.to_string()
}

#[tokio::test]
async fn the_first_scheme_that_there_is_an_identity_for_is_taken() {
    let signed = called(Enter("x"), gate().credentials(credentials("AKID"))).await;
    assert!(
        signed.starts_with("AWS4-HMAC-SHA256 Credential=AKID/"),
        "{signed}"
    );
    let bearing = called(Enter("x"), gate().bearer_token(token())).await;
    assert_eq!(bearing, "Bearer open-sesame");
    let both = gate()
        .bearer_token(token())
        .credentials(credentials("AKID"));
    let signed = called(Enter("x"), both).await;
    assert!(signed.starts_with("AWS4-HMAC-SHA256 "), "{signed}");
}

#[tokio::test]
async fn a_preference_wins_over_the_order_of_the_model() {
    let both = gate()
        .bearer_token(token())
        .credentials(credentials("AKID"));
    let bearing = called(Enter("x"), both.auth_preference(["httpBearerAuth"])).await;
    assert_eq!(bearing, "Bearer open-sesame");
}

#[tokio::test]
async fn a_bearer_token_of_the_configuration_is_taken() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .token_provider(SharedTokenProvider::new(token()))
        .http_client(service.clone());
    let client = Client::<Gate>::with_settings(&config.build(), gate());
    client.call(Enter("x")).await.expect("the call succeeds");
    assert_eq!(service.header("authorization"), "Bearer open-sesame");
}

/// An environment with `AWS_BEARER_TOKEN_GATE`.
#[derive(Debug)]
struct TokenForGate;

impl LoadServiceConfig for TokenForGate {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let wanted = ("gate", "AWS_BEARER_TOKEN");
        ((key.service_id(), key.env()) == wanted).then(|| "of-the-environment".to_owned())
    }
}

#[tokio::test]
async fn a_bearer_token_for_this_service_alone_wins_over_credentials() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = service.config().into_builder().service_config(TokenForGate);
    let client = Client::<Gate>::with_settings(&config.build(), gate());
    client.call(Enter("x")).await.expect("the call succeeds");
    assert_eq!(service.header("authorization"), "Bearer of-the-environment");
}

#[tokio::test]
async fn an_anonymous_operation_says_nothing_of_who_calls() {
    let all = gate()
        .bearer_token(token())
        .credentials(credentials("AKID"));
    assert_eq!(called(Wave("x"), all).await, "");
    assert_eq!(called(Wave("x"), gate()).await, "");
}

#[tokio::test]
async fn an_operation_with_optional_auth_is_signed_where_there_are_credentials() {
    let signed = called(Look("x"), gate().credentials(credentials("AKID"))).await;
    assert!(signed.starts_with("AWS4-HMAC-SHA256 "), "{signed}");
    assert_eq!(called(Look("x"), gate()).await, "");
}

#[tokio::test]
async fn a_signature_for_several_regions_names_these() {
    let settings = || gate().credentials(credentials("AKID"));
    let service = called_in("eu-west-1", Sail("x"), settings()).await;
    assert_eq!(service.header("x-amz-region-set"), "eu-west-1");
    let authorization = service.header("authorization");
    let expected = "AWS4-ECDSA-P256-SHA256 Credential=AKID/20231114/gate/aws4_request, \
                    SignedHeaders=";
    assert!(authorization.starts_with(expected), "{authorization}");
    assert!(
        authorization.contains(";x-amz-region-set"),
        "{authorization}"
    );

    let service = called_in("wide", Sail("x"), settings()).await;
    assert_eq!(service.header("x-amz-region-set"), "*");
    assert!(
        service
            .header("authorization")
            .contains("/20231114/wide-gate/aws4_request")
    );

    let some = settings().signing_regions(["eu-west-1", "eu-west-3"]);
    let service = called_in("eu-west-1", Sail("x"), some).await;
    assert_eq!(service.header("x-amz-region-set"), "eu-west-1,eu-west-3");
}

#[tokio::test]
async fn a_client_without_signature_4a_takes_the_next_scheme() {
    let signed = called(Sail("x"), Settings::new().credentials(credentials("AKID"))).await;
    assert!(signed.starts_with("AWS4-HMAC-SHA256 "), "{signed}");
}

#[tokio::test]
async fn the_endpoint_can_prescribe_a_scheme() {
    let both = || {
        gate()
            .bearer_token(token())
            .credentials(credentials("AKID"))
    };
    let service = called_in("bearer", Enter("x"), both()).await;
    assert_eq!(service.header("authorization"), "Bearer open-sesame");
    let service = called_in("narrow", Sail("x"), both()).await;
    let signed = service.header("authorization");
    assert!(signed.starts_with("AWS4-HMAC-SHA256 "), "{signed}");
    assert_eq!(
        refused_in("express", Enter("x"), both()).await,
        "the call could not be made: the endpoint asks for the auth scheme `sigv4-express`, for \
         which this client has no implementation or no identity"
    );
}

#[tokio::test]
async fn whoever_could_call_is_named_where_nobody_does() {
    assert_eq!(
        refused_in("eu-west-1", Enter("x"), gate()).await,
        "the call could not be made: no credentials are set: set a provider with \
         `Settings::credentials`, or use the `SdkConfig` that `aws_config::load_from_env` \
         returns; and no bearer token is set: set a provider with `Settings::bearer_token`, or \
         in `SdkConfig`"
    );
    assert_eq!(
        refused_in(
            "eu-west-1",
            Whisper("x"),
            gate().credentials(credentials("AKID"))
        )
        .await,
        "the call could not be made: callers of this operation are authenticated by \
         `httpDigestAuth`, which this client does not know: give it one with \
         `Settings::auth_scheme` and `Settings::identity`"
    );
}

#[tokio::test]
async fn a_request_says_that_its_body_is_not_signed() {
    let settings = || gate().credentials(credentials("AKID"));
    let service = called_in("eu-west-1", Haul("x"), settings()).await;
    assert_eq!(service.header("x-amz-content-sha256"), "UNSIGNED-PAYLOAD");
    let service = called_in("eu-west-1", Enter("x"), settings()).await;
    assert_eq!(service.header("x-amz-content-sha256"), "");
}

#[tokio::test]
async fn a_body_that_is_not_signed_can_be_any() {
    let credentials = || gate().credentials(credentials("AKID"));
    let signature = |authorization: String| {
        let signature = authorization.rsplit_once("Signature=");
        signature.expect("it is signed").1.to_owned()
    };
    let one = presigned_signature(Haul("one"), credentials()).await;
    let other = presigned_signature(Haul("other"), credentials()).await;
    assert_eq!(signature(one), signature(other));
    let one = presigned_signature(Enter("one"), credentials()).await;
    let other = presigned_signature(Enter("other"), credentials()).await;
    assert_ne!(signature(one), signature(other));
}

/// The URI of a presigned request: unlike a header, its signature covers nothing random.
async fn presigned_signature<O>(operation: O, settings: Settings) -> String
where
    O: Operation<Service = Gate>,
{
    let config = SdkConfig::builder().region(Region::new("eu-west-1"));
    let client = Client::<Gate>::with_settings(&config.build(), settings);
    let presigned = client.presign(operation, Duration::from_secs(60)).await;
    presigned.expect("it can be presigned").uri().to_string()
}
