//! Calls that put something before the host of the service's endpoint.

use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{PlainText, ReadTide, Tide, TideTable};
use crate::support::client::{CallError, Client, Settings};
use crate::support::operation::{BuildError, Operation, host_label};

/// Asks one gauge of many, which is at a host of its own.
#[derive(Debug)]
struct ReadGauge(&'static str);

impl Operation for ReadGauge {
    type Service = TideTable;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "ReadGauge";

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        ReadTide::at("gauge").request()
    }

    fn host_prefix(&self) -> Result<Option<String>, BuildError> {
        Ok(Some(format!("gauge-{}.", host_label("Gauge", self.0)?)))
    }
}

#[tokio::test]
async fn the_prefix_stands_before_the_host_of_the_endpoint() {
    let service = ServiceDouble::with([Respond(200, "12"), Respond(200, "12")]);
    let client = service.client();
    client.call(ReadGauge("north-7")).await.unwrap();
    assert_eq!(
        service.uri(),
        "https://gauge-north-7.tides.eu-west-1.example.com/"
    );
    client.call(ReadTide::at("Brest")).await.unwrap();
    assert_eq!(service.uri(), "https://tides.eu-west-1.example.com/");
}

#[tokio::test]
async fn what_cannot_be_part_of_a_host_name_is_not_sent() {
    for gauge in ["", "north.7", "north/7", "n@rth", "n\u{f6}rd"] {
        let service = ServiceDouble::with([]);
        let error = service.client().call(ReadGauge(gauge)).await.unwrap_err();
        assert!(matches!(error, CallError::Construction(_)), "{error:?}");
        let error = error.to_string();
        assert!(
            error.contains("`Gauge` cannot be part of a host name"),
            "{error}"
        );
        assert_eq!(service.asked(), 0);
    }
}

/// An environment, or a profile, with this value for what switches prefixes off.
#[derive(Debug)]
struct Says(&'static str);

impl LoadServiceConfig for Says {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let wanted = (
            "AWS_DISABLE_HOST_PREFIX_INJECTION",
            "disable_host_prefix_injection",
        );
        ((key.env(), key.profile()) == wanted).then(|| self.0.to_owned())
    }
}

/// Where a call goes under these settings, where the environment says this.
async fn goes_to(says: &'static str, settings: Settings) -> String {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = service.config().into_builder().service_config(Says(says));
    let client = Client::<TideTable>::with_settings(&config.build(), settings);
    client.call(ReadGauge("north-7")).await.unwrap();
    service.uri()
}

#[tokio::test]
async fn the_prefix_stands_before_an_endpoint_that_is_set_unless_it_is_switched_off() {
    let local = || Settings::new().endpoint_url("http://127.0.0.1:4566");
    let (with, without) = (
        "http://gauge-north-7.127.0.0.1:4566/",
        "http://127.0.0.1:4566/",
    );
    for says in ["false", "False"] {
        assert_eq!(goes_to(says, local()).await, with);
    }
    for says in ["true", "TRUE"] {
        assert_eq!(goes_to(says, local()).await, without);
    }
    let off = |disable| local().disable_host_prefix_injection(disable);
    assert_eq!(goes_to("yes", off(true)).await, without);
    assert_eq!(goes_to("true", off(false)).await, with);
}

#[tokio::test]
async fn prefixes_can_be_switched_off_for_one_call() {
    let service = ServiceDouble::with([Respond(200, "12"), Respond(200, "12")]);
    let client = service.client();
    let settings = Settings::new().disable_host_prefix_injection(true);
    let call = client.call(ReadGauge("north.7")).with_settings(&settings);
    call.await.unwrap();
    assert_eq!(service.uri(), "https://tides.eu-west-1.example.com/");
    client.call(ReadGauge("north-7")).await.unwrap();
    assert!(
        service.uri().starts_with("https://gauge-north-7."),
        "{}",
        service.uri()
    );
}

#[tokio::test]
async fn a_prefix_that_fits_no_endpoint_is_told_with_what_to_do() {
    for (url, expected) in [
        (
            "http://[::1]:4566",
            "this operation puts a prefix before the host of the endpoint, which is no \
             host then: set another endpoint, or `Settings::disable_host_prefix_injection`",
        ),
        (
            "http://me:password@127.0.0.1:4566",
            "there is no endpoint for these settings: the endpoint `http://**@127.0.0.1:4566` has a \
             user name or password in it: who calls is told by credentials",
        ),
    ] {
        let service = ServiceDouble::with([]);
        let client = service.client_with(Settings::new().endpoint_url(url));
        let error = client.call(ReadGauge("north-7")).await.unwrap_err();
        assert!(matches!(error, CallError::Construction(_)), "{error:?}");
        let expected = format!("the call could not be made: {expected}");
        assert_eq!(error.to_string(), expected);
    }
}

#[tokio::test]
async fn a_value_that_switches_prefixes_neither_on_nor_off_is_told() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = service.config().into_builder().service_config(Says("yes"));
    let client = Client::<TideTable>::new(&config.build());
    let error = client.call(ReadGauge("north-7")).await.unwrap_err();
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the call could not be made: AWS_DISABLE_HOST_PREFIX_INJECTION, or its like in the profile, \
         is neither `true` nor `false`"
    );
    // Calls that have no prefix do not care.
    client.call(ReadTide::at("Brest")).await.unwrap();
}
