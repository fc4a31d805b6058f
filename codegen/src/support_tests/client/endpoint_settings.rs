//! What operations and settings say to the rules of a client's endpoint.

use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{PlainText, Tide, TideError};
use crate::support::client::{Client, Settings};
use crate::support::endpoint::table::*;
use crate::support::endpoint::{Parameters, RuleSet, SetParameter};
use crate::support::operation::{BuildError, Operation, Service, not_blank};

#[derive(Clone, Copy, Debug)]
struct Pilots;

impl Service for Pilots {
    type Error = TideError;

    const SHAPE: &'static str = "Pilots";
    const SDK_ID: &'static str = "Pilots";
    const USER_AGENT: &'static str = "pilots";
    const API_VERSION: &'static str = "1";
    const SIGNING_NAME: Option<&'static str> = None;
    const AUTH_SCHEMES: &'static [&'static str] = &["noAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
    const ENVIRONMENT: &'static [(&'static str, &'static str, &'static str)] =
        &[("Night", "PILOTS_AT_NIGHT", "pilots_at_night")];
}

/// An environment in which a variable is set.
#[derive(Clone, Copy, Debug)]
struct AtNight(&'static str);

impl LoadServiceConfig for AtNight {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let (variable, in_profile) = (key.env(), key.profile());
        let wanted = ("PILOTS_AT_NIGHT", "pilots_at_night");
        ((variable, in_profile) == wanted).then(|| self.0.to_owned())
    }
}

/// Where a call goes in such an environment, or why it does not.
async fn called_at(night: &'static str, settings: Settings) -> Result<String, String> {
    let service = ServiceDouble::with([Respond(200, "1")]);
    let config = service.config().into_builder();
    let config = config.service_config(AtNight(night)).build();
    let client = Client::<Pilots>::with_settings(&config, settings);
    let call = client.call(CallPilot(Some("auk"))).await;
    call.map(|_| service.uri())
        .map_err(|error| error.to_string())
}

/// Calls the pilot of a boat, or any pilot.
#[derive(Debug)]
struct CallPilot(Option<&'static str>);

impl Operation for CallPilot {
    type Service = Pilots;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "CallPilot";

    fn endpoint_parameters(&self) -> Result<Parameters<'_>, BuildError> {
        let mut parameters = Parameters::new();
        if let Some(boat) = self.0 {
            parameters.put("Boat", not_blank("boat", boat)?);
        }
        Ok(parameters)
    }
}

const BOAT: Slot = Slot(0);
const NIGHT: Slot = Slot(1);

static RULES: RuleSet<'static> = RuleSet {
    slots: 2,
    parameters: &[
        Parameter::string(BOAT, "Boat").required(),
        Parameter::boolean(NIGHT, "Night").default(Boolean(false)),
    ],
    rules: &[
        Endpoint {
            when: &[If(Ref(NIGHT))],
            url: Format("https://{}.night.test", &[Ref(BOAT)]),
        },
        Endpoint {
            when: &[],
            url: Format("https://{}.day.test", &[Ref(BOAT)]),
        },
    ],
};

fn client(service: &ServiceDouble, settings: Settings) -> Client<Pilots> {
    Client::with_settings(&service.config(), settings)
}

#[tokio::test]
async fn what_a_client_is_set_to_holds_for_its_calls() {
    let service = ServiceDouble::with([Respond(200, "1"), Respond(200, "2")]);
    let settings = Settings::new()
        .endpoint_parameter("Boat", "gull")
        .endpoint_parameter("Night", true);
    let client = client(&service, settings);
    client
        .call(CallPilot(None))
        .await
        .expect("the call succeeds");
    assert_eq!(service.uri(), "https://gull.night.test/");
    client
        .call(CallPilot(Some("tern")))
        .await
        .expect("the call succeeds");
    assert_eq!(service.uri(), "https://tern.night.test/");
}

#[tokio::test]
async fn a_setting_of_a_call_wins_over_that_of_the_client() {
    let service = ServiceDouble::with([Respond(200, "1"), Respond(200, "2")]);
    let settings = Settings::new().endpoint_parameter("Boat", "gull");
    let client = client(&service, settings);
    let settings = Settings::new().endpoint_parameter("Boat", "auk");
    let call = client.call(CallPilot(None)).with_settings(&settings);
    call.await.expect("the call succeeds");
    assert_eq!(service.uri(), "https://auk.day.test/");
    client
        .call(CallPilot(None))
        .await
        .expect("the call succeeds");
    assert_eq!(service.uri(), "https://gull.day.test/");
}

#[tokio::test]
async fn what_the_environment_says_counts_where_no_code_says_otherwise() {
    let (night, day) = ("https://auk.night.test/", "https://auk.day.test/");
    for (said, expected) in [("true", night), ("TRUE", night), ("false", day)] {
        let called = called_at(said, Settings::new()).await;
        assert_eq!(called.as_deref(), Ok(expected), "{said}");
    }
    let settings = |night: bool| Settings::new().endpoint_parameter("Night", night);
    assert_eq!(called_at("true", settings(false)).await.as_deref(), Ok(day));
    assert_eq!(called_at("yes", settings(true)).await.as_deref(), Ok(night));
    assert_eq!(
        called_at("yes", Settings::new()).await.unwrap_err(),
        "the call could not be made: PILOTS_AT_NIGHT, or `pilots_at_night` of the profile, is \
         neither `true` nor `false`"
    );
}

#[tokio::test]
async fn a_parameter_that_nobody_gives_is_named() {
    let service = ServiceDouble::with([]);
    let call = client(&service, Settings::new())
        .call(CallPilot(None))
        .await;
    let error = call.expect_err("the boat is not known").to_string();
    assert!(
        error.contains("the endpoint parameter `Boat` has no value"),
        "{error}"
    );
}

#[tokio::test]
async fn a_blank_member_that_tells_the_endpoint_is_refused() {
    let service = ServiceDouble::with([]);
    let call = client(&service, Settings::new())
        .call(CallPilot(Some(" ")))
        .await;
    let error = call.expect_err("the boat is blank").to_string();
    assert!(
        error.contains("`boat` is blank, and the endpoint depends on it"),
        "{error}"
    );
}

#[tokio::test]
async fn a_parameter_that_the_service_does_not_have_is_named() {
    let service = ServiceDouble::with([]);
    let settings = Settings::new().endpoint_parameter("Wings", true);
    let call = client(&service, settings)
        .call(CallPilot(Some("auk")))
        .await;
    let error = call.expect_err("there is no such parameter").to_string();
    assert!(
        error.contains("the service has no endpoint parameter `Wings`"),
        "{error}"
    );
}
