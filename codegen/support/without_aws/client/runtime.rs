//! What clients add to the runtime's defaults.

use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_types::config_bag::CloneableLayer;

use super::sender::NameSender;
use super::service::ServiceFacts;

/// What spans of calls name as the system that is called.
pub(super) const RPC_SYSTEM: &str = "smithy";

/// Completes what a service needs.
#[inline]
pub(super) fn complete(
    _: &ServiceFacts,
    _: &mut CloneableLayer,
    components: &mut RuntimeComponentsBuilder,
) {
    components.push_interceptor(SharedInterceptor::permanent(NameSender));
}
