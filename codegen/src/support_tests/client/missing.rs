//! A client can be made of nothing; its calls say what is missing.

use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future::ProvideCredentials as ProvideCredentialsFuture;
use aws_types::SdkConfig;
use aws_types::region::Region;

use super::service_double::Answer::Respond;
use super::service_double::{ServiceDouble, credentials};
use super::tide::{ReadTide, TideTable};
use crate::support::client::{CallError, Client, Settings};

/// Why a call with this configuration cannot be made.
async fn reason(config: SdkConfig, settings: Settings) -> String {
    let client = Client::<TideTable>::with_settings(&config, settings);
    let error = client.call(ReadTide::at("Brest")).await.unwrap_err();
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    error.to_string()
}

#[tokio::test]
async fn missing_credentials_are_named() {
    let config = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .http_client(ServiceDouble::with([]));
    assert_eq!(
        reason(config.build(), Settings::new()).await,
        "the call could not be made: no credentials are set: set a provider with \
         `Settings::credentials`, or use the `SdkConfig` that `aws_config::load_from_env` returns"
    );
}

/// A provider that has nothing to provide.
#[derive(Debug)]
struct EmptyVault;

impl ProvideCredentials for EmptyVault {
    fn provide_credentials<'a>(&'a self) -> ProvideCredentialsFuture<'a>
    where
        Self: 'a,
    {
        let error = CredentialsError::not_loaded("the vault is empty");
        ProvideCredentialsFuture::ready(Err(error))
    }
}

#[tokio::test]
async fn credentials_that_cannot_be_loaded_are_named() {
    let config = ServiceDouble::with([]).config();
    let settings = Settings::new().credentials(EmptyVault);
    assert_eq!(
        reason(config, settings).await,
        "the call could not be made: the credential provider was not enabled: \
         the vault is empty"
    );
}

#[tokio::test]
async fn a_missing_region_is_named_with_what_the_rules_say() {
    let config = SdkConfig::builder().http_client(ServiceDouble::with([]));
    let settings = Settings::new().credentials(credentials("AKIDTEST"));
    assert_eq!(
        reason(config.build(), settings).await,
        "the call could not be made: no region is set: set one with `Settings::region`, in \
         `SdkConfig`, by AWS_REGION or in the profile: Missing Region"
    );
}

#[tokio::test]
async fn a_missing_region_is_named_where_only_the_signature_needs_it() {
    let config = SdkConfig::builder().http_client(ServiceDouble::with([]));
    let settings = Settings::new()
        .credentials(credentials("AKIDTEST"))
        .endpoint_url("http://127.0.0.1:1");
    assert_eq!(
        reason(config.build(), settings).await,
        "the call could not be made: no region is set: set one with `Settings::region`, in \
         `SdkConfig`, by AWS_REGION or in the profile"
    );
}

#[tokio::test]
async fn an_endpoint_that_is_no_url_is_named_and_the_request_is_not() {
    for url in ["127.0.0.1", "http://", "not a url"] {
        let config = ServiceDouble::with([]).config();
        let reason = reason(config, Settings::new().endpoint_url(url)).await;
        assert!(
            reason.contains(&format!("the endpoint `{url}`")),
            "{reason}"
        );
        assert!(!reason.contains("Brest"), "{reason}");
    }
}

#[tokio::test]
async fn a_region_that_is_no_host_label_is_named() {
    for region in [
        "eu@west", "eu/west", "eu west", "eu\"", "eu.west", "-eu", "", "eu\n",
    ] {
        let config = ServiceDouble::with([]).config();
        let settings = || Settings::new().region(region);
        let expected = format!(
            "the call could not be made: the region {region:?} is none: a region is one label of a \
             host name, letters, digits and hyphens, e.g. `eu-west-1`"
        );
        assert_eq!(reason(config.clone(), settings()).await, expected);
        let elsewhere = settings().endpoint_url("http://127.0.0.1:1");
        assert_eq!(reason(config, elsewhere).await, expected);
    }
}

#[tokio::test]
async fn nothing_but_credentials_region_and_connector_is_needed() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let client = Client::<TideTable>::with_settings(
        &SdkConfig::builder().build(),
        Settings::new()
            .region("eu-west-1")
            .credentials(credentials("AKIDTEST"))
            .http_client(service.clone()),
    );
    client.call(ReadTide::at("Brest")).await.unwrap();
    assert_eq!(service.uri(), "https://tides.eu-west-1.example.com/");
}

#[cfg(not(feature = "https"))]
#[tokio::test]
async fn a_missing_connector_is_named() {
    let config = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .credentials_provider(credentials("AKIDTEST"));
    assert_eq!(
        reason(config.build(), Settings::new()).await,
        "the call could not be made: no HTTP client is set: turn on this crate's feature \
         `https`, or set one with `Settings::http_client` or in `SdkConfig`"
    );
}
