//! Which setting wins: those of the call over those of the client over the configuration.

use aws_types::origin::Origin;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use super::service_double::Answer::Respond;
use super::service_double::{ServiceDouble, credentials};
use super::tide::{ReadTide, TideTable};
use crate::support::client::{Client, Settings};

/// Where a call of this client goes.
async fn destination(service: &ServiceDouble, client: &Client<TideTable>) -> String {
    client.call(ReadTide::at("Brest")).await.unwrap();
    service.uri()
}

#[tokio::test]
async fn a_client_goes_where_the_configuration_says() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let uri = destination(&service, &service.client()).await;
    assert_eq!(uri, "https://tides.eu-west-1.example.com/");
}

#[tokio::test]
async fn settings_of_a_client_win_over_the_configuration() {
    for (settings, expected) in [
        (
            Settings::new().region("us-west-2"),
            "https://tides.us-west-2.example.com/",
        ),
        (
            Settings::new().use_fips(true),
            "https://tides-fips.eu-west-1.example.com/",
        ),
        (
            Settings::new().endpoint_url("http://127.0.0.1:8080/base"),
            "http://127.0.0.1:8080/base/",
        ),
    ] {
        let service = ServiceDouble::with([Respond(200, "12")]);
        let client = service.client_with(settings);
        assert_eq!(destination(&service, &client).await, expected);
    }
}

#[tokio::test]
async fn settings_of_a_call_win_over_those_of_the_client_and_end_with_it() {
    let service = ServiceDouble::with([Respond(200, "1"), Respond(200, "2")]);
    let client = service.client_with(Settings::new().region("us-west-2"));
    let settings = Settings::new()
        .region("sa-east-1")
        .credentials(credentials("AKIDCALL"));
    let call = client.call(ReadTide::at("Brest")).with_settings(&settings);
    call.await.unwrap();
    assert_eq!(service.uri(), "https://tides.sa-east-1.example.com/");
    let authorization = service.header("authorization");
    assert!(authorization.contains("AKIDCALL/"), "{authorization}");
    assert!(authorization.contains("/sa-east-1/"), "{authorization}");

    assert_eq!(
        destination(&service, &client).await,
        "https://tides.us-west-2.example.com/"
    );
    let authorization = service.header("authorization");
    assert!(authorization.contains("AKIDCLIENT/"), "{authorization}");
}

/// A profile that has an endpoint for the tide table.
#[derive(Debug)]
struct Profile;

impl LoadServiceConfig for Profile {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let key = (key.service_id(), key.env(), key.profile());
        (key == ("Tide Table", "AWS_ENDPOINT_URL", "endpoint_url"))
            .then(|| "http://profile.test".to_owned())
    }
}

/// A configuration whose endpoint for all services comes from the environment.
fn with_endpoint(service: &ServiceDouble) -> aws_types::sdk_config::Builder {
    let config = service.config().into_builder();
    let mut config = config.endpoint_url("http://all.test");
    config.insert_origin("endpoint_url", Origin::shared_environment_variable());
    config
}

#[tokio::test]
async fn an_endpoint_for_all_services_is_one_for_this_service() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = with_endpoint(&service).build();
    let uri = destination(&service, &Client::new(&config)).await;
    assert_eq!(uri, "http://all.test/");
}

#[tokio::test]
async fn an_endpoint_for_one_service_wins_over_one_for_all_services() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = with_endpoint(&service).service_config(Profile).build();
    let uri = destination(&service, &Client::new(&config)).await;
    assert_eq!(uri, "http://profile.test/");
}

#[tokio::test]
async fn an_endpoint_that_was_set_in_code_wins_over_the_profile() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let mut config = with_endpoint(&service).service_config(Profile);
    config.insert_origin("endpoint_url", Origin::shared_config());
    let config = config.endpoint_url("http://code.test").build();
    let uri = destination(&service, &Client::new(&config)).await;
    assert_eq!(uri, "http://code.test/");
}
