//! How a client presents itself: worked out once, as it reads the environment, but for what differs
//! from call to call.

use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::{RetryConfig, RetryMode};
use aws_types::SdkConfig;
use aws_types::app_name::AppName;
use aws_types::os_shim_internal::Env;

use super::service::ServiceFacts;
use super::settings::{EndpointUrl, Settings};

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
