//! How a client presents itself: worked out once, as it reads the environment, but for what differs
//! from call to call.

use std::sync::{Mutex, PoisonError};

use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_runtime::user_agent::{AwsUserAgent, UserAgentInterceptor};
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::HttpClient;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::{RetryConfig, RetryMode};
use aws_types::SdkConfig;
use aws_types::app_name::AppName;
use aws_types::os_shim_internal::Env;

use super::service::ServiceFacts;
use super::settings::{EndpointUrl, Settings};

/// The headers that present a client.
const HEADERS: [&str; 2] = ["user-agent", "x-amz-user-agent"];

/// How many texts a client keeps. Its calls use few sets of features.
const KEPT: usize = 16;

/// The user agent of a client with this configuration and these settings.
#[inline]
pub(super) fn of(service: &ServiceFacts, config: &SdkConfig, settings: &Settings) -> AwsUserAgent {
    let mut agent = AwsUserAgent::new_from_environment(Env::real(), service.api.clone());
    let name = settings.config.load::<AppName>().or(config.app_name());
    if let Some(name) = name {
        agent.set_app_name(name.clone());
    }
    for framework in config.framework_metadata() {
        agent.add_framework_metadata(framework.clone());
    }
    agent
}

/// Tells the user agent which of the runtime's features a call uses.
#[inline]
pub(super) fn note_features(config: &mut ConfigBag) {
    let own_endpoint = config.load::<EndpointUrl>().is_some();
    let retry_mode = config.load::<RetryConfig>().map(RetryConfig::mode);
    let state = config.interceptor_state();
    if own_endpoint {
        state.store_append(AwsSdkFeature::EndpointOverride);
    }
    match retry_mode {
        Some(RetryMode::Standard) => {
            state.store_append(SmithySdkFeature::RetryModeStandard);
        }
        Some(RetryMode::Adaptive) => {
            state.store_append(SmithySdkFeature::RetryModeAdaptive);
        }
        _ => {}
    }
}

/// Presents a client in its requests. The runtime puts the same texts together for each of them: what it
/// has written is kept for the calls that use the same features.
#[derive(Debug, Default)]
pub(super) struct Present {
    runtime: UserAgentInterceptor,
    kept: Mutex<Vec<Written>>,
}

impl Intercept for Present {
    #[inline]
    fn name(&self) -> &'static str {
        self.runtime.name()
    }

    #[inline]
    fn read_after_serialization(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let runtime = &self.runtime;
        runtime.read_after_serialization(context, components, config)
    }

    #[inline]
    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // An interceptor may have chosen another agent for this call.
        let is_own = config.interceptor_state().load::<AwsUserAgent>().is_none();
        if is_own && let Some(texts) = self.kept(components, config) {
            let headers = context.request_mut().headers_mut();
            for (name, text) in HEADERS.into_iter().zip(texts) {
                headers.append(name, text);
            }
            return Ok(());
        }
        let runtime = &self.runtime;
        runtime.modify_before_signing(context, components, config)?;
        if is_own && let Some(texts) = last_texts(context.request()) {
            self.keep(Written {
                used: Used::by(components, config),
                texts,
            });
        }
        Ok(())
    }
}

impl Present {
    /// What has been written for a call that used the same.
    #[inline]
    fn kept(&self, components: &RuntimeComponents, config: &ConfigBag) -> Option<[String; 2]> {
        let connector = connector(components);
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = kept.iter();
        let written = kept.find(|written| written.used.is_of(&connector, config))?;
        Some(written.texts.clone())
    }

    #[inline]
    fn keep(&self, written: Written) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == KEPT {
            kept.clear();
        }
        kept.push(written);
    }
}

/// What the runtime has written for a call.
#[derive(Debug)]
struct Written {
    used: Used,
    texts: [String; 2],
}

/// What is told of a call, beside what is the same for all of a client.
#[derive(Debug)]
struct Used {
    app: Option<AppName>,
    connector: Option<ConnectorMetadata>,
    of_runtime: Vec<SmithySdkFeature>,
    of_aws: Vec<AwsSdkFeature>,
    of_credentials: Vec<AwsCredentialFeature>,
}

impl Used {
    #[inline]
    fn by(components: &RuntimeComponents, config: &ConfigBag) -> Self {
        Self {
            app: config.load::<AppName>().cloned(),
            connector: connector(components),
            of_runtime: config.load::<SmithySdkFeature>().cloned().collect(),
            of_aws: config.load::<AwsSdkFeature>().cloned().collect(),
            of_credentials: config.load::<AwsCredentialFeature>().cloned().collect(),
        }
    }

    /// Whether a call uses the same.
    #[inline]
    fn is_of(&self, connector: &Option<ConnectorMetadata>, config: &ConfigBag) -> bool {
        let aws = config.load::<AwsSdkFeature>();
        let credentials = config.load::<AwsCredentialFeature>();
        self.connector == *connector
            && self.app.as_ref() == config.load::<AppName>()
            && config.load::<SmithySdkFeature>().eq(&self.of_runtime)
            && aws.eq(&self.of_aws)
            && credentials.eq(&self.of_credentials)
    }
}

#[inline]
fn connector(components: &RuntimeComponents) -> Option<ConnectorMetadata> {
    components.http_client()?.connector_metadata()
}

/// The texts that have been put last into the headers that present a client.
#[inline]
fn last_texts(request: &HttpRequest) -> Option<[String; 2]> {
    let [first, second] = HEADERS.map(|name| request.headers().get_all(name).last());
    Some([first?.to_owned(), second?.to_owned()])
}
