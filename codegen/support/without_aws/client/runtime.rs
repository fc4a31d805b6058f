//! What clients add to the runtime's defaults.

use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_types::config_bag::Layer;

use super::sender::NameSender;
use super::service::ServiceFacts;

/// What spans of calls name as the system that is called.
pub(super) const RPC_SYSTEM: &str = "smithy";

/// Completes the plugin of a service.
#[inline]
pub(super) fn complete(
    _: &ServiceFacts,
    _: &mut Layer,
    components: &mut RuntimeComponentsBuilder,
) {
    components.push_interceptor(SharedInterceptor::permanent(NameSender));
}
