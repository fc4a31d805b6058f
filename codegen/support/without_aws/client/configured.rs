//! How clients are made: from settings alone.

use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime::client::defaults::DefaultPluginParams;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;

use super::service::ServiceFacts;
use super::settings::Settings;
use super::{Client, Shared, plugins};
use crate::support::operation::Service;

impl<S: Service> Client<S> {
    /// A client with these settings.
    ///
    /// It never fails. Where they lack something, calls fail with an error that says what is missing
    /// and how to set it.
    pub fn new(settings: Settings) -> Self {
        let shared = Shared::new(&ServiceFacts::of::<S>(), settings);
        Self {
            shared: Arc::new(shared),
            service: PhantomData,
        }
    }
}

impl Shared {
    #[inline]
    fn new(service: &ServiceFacts, settings: Settings) -> Self {
        // Calls to one service share the quota of retries. Retries are on, as they are for AWS.
        let defaults = DefaultPluginParams::new()
            .with_retry_partition_name(service.sdk_id.to_owned())
            .with_behavior_version(BehaviorVersion::latest())
            .with_is_aws_sdk(true);
        Self {
            plugins: plugins::for_client(defaults, [plugins::of_service(service), settings]),
            operations: Mutex::default(),
        }
    }
}
