//! How a client presents itself: worked out once, as it reads the environment.

use aws_runtime::user_agent::AwsUserAgent;
use aws_types::SdkConfig;
use aws_types::app_name::AppName;
use aws_types::os_shim_internal::Env;

use super::service::ServiceFacts;
use super::settings::Settings;

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
