//! A service that is neither signed for nor has endpoint rules.

use aws_types::SdkConfig;

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{PlainText, Tide, TideError};
use crate::support::client::{Client, Settings};
use crate::support::endpoint::RuleSet;
use crate::support::operation::{Operation, Service};

#[derive(Clone, Copy, Debug)]
struct TidePole;

impl Service for TidePole {
    type Error = TideError;

    const SHAPE: &'static str = "TidePole";
    const SDK_ID: &'static str = "TidePole";
    const USER_AGENT: &'static str = "tidepole";
    const API_VERSION: &'static str = "1";
    const SIGNING_NAME: Option<&'static str> = None;
    const AUTH_SCHEMES: &'static [&'static str] = &["noAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = None;
}

#[derive(Debug)]
struct LookAtPole;

impl Operation for LookAtPole {
    type Service = TidePole;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "LookAtPole";
}

fn client(service: &ServiceDouble, settings: Settings) -> Client<TidePole> {
    let config = SdkConfig::builder().http_client(service.clone());
    Client::with_settings(&config.build(), settings)
}

#[tokio::test]
async fn it_needs_no_credentials_no_region_and_no_signature() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let settings = Settings::new().endpoint_url("http://pole.test/quay");
    let tide = client(&service, settings).call(LookAtPole).await;
    assert_eq!(tide.unwrap(), Tide(12));
    assert_eq!(service.uri(), "http://pole.test/quay/");
    assert_eq!(service.header("authorization"), "");
}

#[tokio::test]
async fn it_needs_an_endpoint() {
    let service = ServiceDouble::with([]);
    let error = client(&service, Settings::new()).call(LookAtPole).await;
    assert_eq!(
        error.unwrap_err().to_string(),
        "the call could not be made: no endpoint is set, and the service has no rules that give \
         one: set it with `Settings::endpoint_url`, in `SdkConfig`, or by AWS_ENDPOINT_URL"
    );
}
