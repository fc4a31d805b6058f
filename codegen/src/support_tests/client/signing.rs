//! The signature, and what else a request says of itself.

use std::time::{Duration, UNIX_EPOCH};

use aws_smithy_async::time::StaticTimeSource;
use aws_types::app_name::AppName;

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::ReadTide;
use crate::support::client::Settings;

/// A service that has been asked once with these settings.
async fn asked_with(settings: Settings) -> ServiceDouble {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let client = service.client_with(settings);
    client.call(ReadTide::at("Brest")).await.unwrap();
    service
}

#[tokio::test]
async fn a_request_is_signed_for_the_service_and_the_region() {
    let noon = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let service = asked_with(Settings::new().time_source(StaticTimeSource::new(noon))).await;
    let authorization = service.header("authorization");
    assert!(
        authorization.starts_with(
            "AWS4-HMAC-SHA256 Credential=AKIDCLIENT/20231114/eu-west-1/tides/aws4_request, "
        ),
        "{authorization}"
    );
    assert_eq!(service.header("x-amz-date"), "20231114T221320Z");
}

#[tokio::test]
async fn the_endpoint_rules_can_say_how_to_sign() {
    let service = asked_with(Settings::new().region("ocean")).await;
    let authorization = service.header("authorization");
    assert!(
        authorization.contains("/us-east-1/deep-tides/aws4_request"),
        "{authorization}"
    );
    assert_eq!(service.header("x-moon"), "full");
}

#[tokio::test]
async fn a_request_says_which_call_and_which_try_it_is() {
    let service = asked_with(Settings::new()).await;
    assert_eq!(service.header("amz-sdk-invocation-id").len(), 36);
    assert_eq!(service.header("amz-sdk-request"), "attempt=1; max=3");
}

#[tokio::test]
async fn the_user_agent_names_the_service_and_the_application() {
    let name = AppName::new("tide-clock").unwrap();
    let service = asked_with(Settings::new().app_name(name)).await;
    let agent = service.header("x-amz-user-agent");
    assert!(agent.contains(" api/tide_table/"), "{agent}");
    assert!(agent.contains(" app/tide-clock"), "{agent}");
}

#[tokio::test]
async fn the_application_can_have_another_name_for_one_call() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let name = |name: &str| Settings::new().app_name(AppName::new(name.to_owned()).unwrap());
    let client = service.client_with(name("tide-clock"));
    let settings = name("moon-clock");
    let call = client.call(ReadTide::at("Brest")).with_settings(&settings);
    call.await.unwrap();
    let agent = service.header("x-amz-user-agent");
    assert!(agent.contains(" app/moon-clock"), "{agent}");
    assert!(!agent.contains("tide-clock"), "{agent}");
}
