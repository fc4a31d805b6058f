//! How clients are made: with what an `SdkConfig` says, and settings of their own.

use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime::client::defaults::DefaultPluginParams;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_types::SdkConfig;
use aws_types::region::Region;

use super::service::ServiceFacts;
use super::settings::Settings;
use super::{Client, Shared, plugins, user_agent};
use crate::support::operation::Service;

impl<S: Service> Client<S> {
    /// A client with this configuration, e.g. the one that `aws_config::load_from_env` returns.
    ///
    /// It never fails. Where the configuration lacks something, calls fail with an error that
    /// says what is missing and how to set it.
    #[inline]
    pub fn new(config: &SdkConfig) -> Self {
        Self::with_settings(config, Settings::new())
    }

    /// A client with this configuration, but for these settings.
    pub fn with_settings(config: &SdkConfig, settings: Settings) -> Self {
        Self {
            shared: Arc::new(Shared::new(&ServiceFacts::of::<S>(), config, settings)),
            service: PhantomData,
        }
    }
}

impl Shared {
    #[inline]
    fn new(service: &ServiceFacts, config: &SdkConfig, settings: Settings) -> Self {
        let user_agent = user_agent::of(service, config, &settings);
        let mut configured = plugins::of_service(service);
        configured.take(config, service);
        configured.config.store_put(service.api.clone());
        configured.config.store_put(user_agent.clone());
        let defaults = defaults(service, config, &settings);
        Self {
            plugins: plugins::for_client(defaults, [configured, settings]),
            user_agent,
            operations: Mutex::default(),
        }
    }
}

/// The defaults of AWS clients: retries, timeouts, identity cache and so on, as of the
/// configuration's behavior version, or of the latest.
#[inline]
fn defaults(
    service: &ServiceFacts,
    config: &SdkConfig,
    settings: &Settings,
) -> DefaultPluginParams {
    // Calls to one service in one region share the quota of retries.
    let partition = match settings.config.load::<Region>().or(config.region()) {
        Some(region) => format!("{}-{region}", service.sdk_id),
        None => service.sdk_id.to_owned(),
    };
    let version = config.behavior_version();
    DefaultPluginParams::new()
        .with_retry_partition_name(partition)
        .with_behavior_version(version.unwrap_or_else(BehaviorVersion::latest))
        .with_is_aws_sdk(true)
}
