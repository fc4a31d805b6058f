//! How clients present themselves: as the runtime has it, whatever they have kept of earlier calls.

use std::borrow::Cow;

use aws_credential_types::Credentials;
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_runtime::user_agent::{AwsUserAgent, UserAgentInterceptor};
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextRef, Input,
    InterceptorContext,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;
use aws_types::app_name::AppName;

use super::service_double::Answer::{Refuse, Respond};
use super::service_double::ServiceDouble;
use super::tide::ReadTide;
use crate::support::client::Settings;

const HEADERS: [&str; 2] = ["user-agent", "x-amz-user-agent"];

/// The headers that present a client.
fn presented(request: &HttpRequest) -> [Vec<String>; 2] {
    HEADERS.map(|name| {
        let texts = request.headers().get_all(name);
        texts.map(str::to_owned).collect()
    })
}

/// Fails a call that does not present its client as the runtime's own interceptor does.
#[derive(Debug)]
struct AsTheRuntimeDoes;

impl Intercept for AsTheRuntimeDoes {
    fn name(&self) -> &'static str {
        "AsTheRuntimeDoes"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let mut other = InterceptorContext::new(Input::erase(()));
        other.enter_serialization_phase();
        other.take_input();
        other.set_request(HttpRequest::empty());
        other.enter_before_transmit_phase();
        let runtime = UserAgentInterceptor::new();
        runtime.modify_before_signing(&mut (&mut other).into(), components, config)?;
        let expected = presented(other.request().ok_or("no request")?);
        let presented = presented(context.request());
        match presented == expected {
            true => Ok(()),
            false => Err(format!("{presented:?} is not {expected:?}").into()),
        }
    }
}

/// Says that a call is a waiter's, or that another agent makes it.
#[derive(Debug)]
enum Changes {
    Waits,
    Agent,
}

impl Intercept for Changes {
    fn name(&self) -> &'static str {
        "Changes"
    }

    fn read_before_serialization(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let state = config.interceptor_state();
        match self {
            Self::Waits => state.store_append(SmithySdkFeature::Waiter),
            Self::Agent => state.store_put(AwsUserAgent::for_tests()),
        };
        Ok(())
    }
}

/// The double behind a connector that has a name.
#[derive(Debug)]
struct Named(ServiceDouble);

impl HttpClient for Named {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        self.0.http_connector(settings, components)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        Some(ConnectorMetadata::new(
            "tide-wire",
            Some(Cow::Borrowed("7")),
        ))
    }
}

/// Settings of calls that present their client in other ways, with a part of it that is only theirs.
fn ways(service: &ServiceDouble) -> Vec<(&'static str, Settings)> {
    let mut credentials = Credentials::new("AKIDCALL", "not a secret", None, None, "test");
    credentials.set_property(vec![AwsCredentialFeature::CredentialsCode]);
    let name = AppName::new("moon-clock").unwrap();
    let adaptive = RetryConfig::adaptive();
    vec![
        ("m/E", Settings::new()),
        ("m/F", Settings::new().retry(adaptive)),
        ("m/E,N", Settings::new().endpoint_url("http://127.0.0.1:1")),
        ("app/moon-clock", Settings::new().app_name(name)),
        ("m/E,e", Settings::new().credentials(credentials)),
        (
            "md/http#tide-wire-7",
            Settings::new().http_client(Named(service.clone())),
        ),
        ("m/E,B", Settings::new().interceptor(Changes::Waits)),
        ("test-service", Settings::new().interceptor(Changes::Agent)),
    ]
}

#[tokio::test]
async fn each_call_presents_the_client_as_the_runtime_would() {
    let answers = (0..100).map(|_| Respond(200, "12"));
    let service = ServiceDouble::with(answers);
    let client = service.client_with(Settings::new().interceptor(AsTheRuntimeDoes));
    for _ in 0..3 {
        for (own, settings) in ways(&service) {
            let call = client.call(ReadTide::at("Brest")).with_settings(&settings);
            call.await.unwrap();
            let agent = service.header("x-amz-user-agent");
            assert!(agent.contains(own), "{own} is not in {agent}");
        }
    }
}

#[tokio::test]
async fn a_client_that_is_called_by_ever_other_applications_presents_the_last() {
    let service = ServiceDouble::with((0..100).map(|_| Respond(200, "12")));
    let client = service.client_with(Settings::new().interceptor(AsTheRuntimeDoes));
    for number in 0..50 {
        let name = format!("clock-{number}");
        let settings = Settings::new().app_name(AppName::new(name.clone()).unwrap());
        let call = client.call(ReadTide::at("Brest")).with_settings(&settings);
        call.await.unwrap();
        assert!(service.header("user-agent").ends_with(&name));
    }
}

#[tokio::test]
async fn each_try_presents_the_client_once() {
    let service = ServiceDouble::with([Refuse, Refuse, Respond(200, "12")]);
    let client = service.client_with(Settings::new().interceptor(AsTheRuntimeDoes));
    client.call(ReadTide::at("Brest")).await.unwrap();
    assert_eq!(service.asked(), 3);
}
