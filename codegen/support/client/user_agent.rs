//! How a client presents itself: worked out once, as it reads the environment, but for what differs
//! from call to call.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_runtime::user_agent::{AwsUserAgent, UserAgentInterceptor};
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::HttpClient;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreAppend};
use aws_smithy_types::retry::{RetryConfig, RetryMode};
use aws_types::SdkConfig;
use aws_types::app_name::AppName;
use aws_types::os_shim_internal::Env;

use super::service::ServiceFacts;
use super::settings::{EndpointUrl, Settings};

/// The headers that present a client.
const AGENT: &str = "user-agent";
const OWN_AGENT: &str = "x-amz-user-agent";

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
#[derive(Default)]
pub(super) struct Present {
    runtime: UserAgentInterceptor,
    kept: Mutex<Vec<Written>>,
}

impl fmt::Debug for Present {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Present")
    }
}

impl Intercept for Present {
    #[inline]
    fn name(&self) -> &'static str {
        self.runtime.name()
    }

    #[inline]
    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // An interceptor may have chosen another agent for this call.
        if config.interceptor_state().load::<AwsUserAgent>().is_some() {
            let runtime = &self.runtime;
            return runtime.modify_before_signing(context, components, config);
        }
        let used = Used::by(components, config);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(written) = kept.iter().find(|written| written.used == used) {
            let headers = context.request_mut().headers_mut();
            headers.append(AGENT, written.agent.clone());
            headers.append(OWN_AGENT, written.own_agent.clone());
            return Ok(());
        }
        let runtime = &self.runtime;
        runtime.modify_before_signing(context, components, config)?;
        if kept.len() == KEPT {
            kept.clear();
        }
        let headers = context.request().headers();
        kept.push(Written {
            used,
            agent: last(headers, AGENT),
            own_agent: last(headers, OWN_AGENT),
        });
        Ok(())
    }
}

/// What the runtime has written for a call.
struct Written {
    used: Used,
    agent: String,
    own_agent: String,
}

/// What is told of a call, beside what is the same for all of a client.
#[derive(PartialEq)]
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
        let client = components.http_client();
        Self {
            app: config.load::<AppName>().cloned(),
            connector: client.and_then(|client| client.connector_metadata()),
            of_runtime: features(config),
            of_aws: features(config),
            of_credentials: features(config),
        }
    }
}

#[inline]
fn features<F>(config: &ConfigBag) -> Vec<F>
where
    F: Storable<Storer = StoreAppend<F>> + Clone,
{
    config.load::<F>().cloned().collect()
}

/// What was put last into a header.
#[inline]
fn last(headers: &Headers, name: &str) -> String {
    headers.get_all(name).last().unwrap_or_default().to_owned()
}
