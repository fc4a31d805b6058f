//! What every call of a client runs with. It is put together once, when the client is made, and
//! merged into as few parts as the runtime allows: the runtime merges them again for each call.

use std::mem;

use aws_smithy_observability::global::get_telemetry_provider;
use aws_smithy_runtime::client::auth::no_auth::{NO_AUTH_SCHEME_ID, NoAuthScheme};
use aws_smithy_runtime::client::defaults::{DefaultPluginParams, default_plugins};
use aws_smithy_runtime::client::http::connection_poisoning::ConnectionPoisoningInterceptor;
use aws_smithy_runtime::client::identity::no_auth::NoAuthIdentityResolver;
use aws_smithy_runtime::client::metrics::MetricsRuntimePlugin;
use aws_smithy_runtime::client::orchestrator::AuthSchemeAndEndpointOrchestrationV2;
use aws_smithy_runtime::client::retries::classifiers::HttpStatusCodeClassifier;
use aws_smithy_runtime::client::stalled_stream_protection::StalledStreamProtectionInterceptor;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::orchestrator::{Metadata, SensitiveOutput};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{
    RuntimePlugin, RuntimePlugins, SharedRuntimePlugin, StaticRuntimePlugin,
};
use aws_smithy_runtime_api::client::ser_de::{SharedRequestSerializer, SharedResponseDeserializer};
// needed by: event streams
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::config_bag::Layer;

use super::auth::{self, FirstUsable};
use super::endpoint::RuleResolver;
// needed by: successes of any status
use super::retries::StatusOfFailure;
// needed by: streams
use super::sent_once::{IfPossible, TellSentOnce};
use super::service::ServiceFacts;
use super::settings::Settings;
// needed by: checksums of uploads
use super::trailer;
use super::unsent::MarkUnsent;
use super::wire::{Codec, Wire};
use super::{connector, runtime};

/// The plugins of a client: the runtime's defaults and settings, the last of which count most.
pub(super) fn for_client(
    defaults: DefaultPluginParams,
    settings: impl IntoIterator<Item = Settings>,
) -> RuntimePlugins {
    let mut parts = Parts::new();
    for plugin in default_plugins(defaults) {
        parts.add(&plugin);
    }
    for settings in settings {
        parts.add(&settings.into_plugin());
    }
    parts.complete()
}

/// The plugins of one operation of a client.
#[inline]
pub(super) fn for_operation(client: &RuntimePlugins, wire: &'static Wire) -> RuntimePlugins {
    let mut layer = Layer::new(wire.operation);
    layer.store_put(auth::listed(wire.auth_schemes));
    // needed by: AWS
    runtime::sign(wire, &mut layer);
    layer.store_put(SharedRequestSerializer::new(Codec(wire)));
    layer.store_put(SharedResponseDeserializer::new(Codec(wire)));
    layer.store_put(Metadata::new(wire.operation, wire.service));
    // Outputs may hold secrets, whatever the model says of them.
    layer.store_put(SensitiveOutput);
    // needed by: event streams
    if wire.streams_events {
        // Nothing may happen for long. Settings of a call may say otherwise.
        layer.store_put(StalledStreamProtectionConfig::disabled());
    }
    let plugin = StaticRuntimePlugin::new().with_config(layer.freeze());
    // needed by: checksums of uploads
    let plugin = match (wire.request_checksum, wire.take_stream) {
        (Some(_), Some(_)) => plugin.with_runtime_components(trailer::components()),
        _ => plugin,
    };
    client.clone().with_operation_plugin(plugin)
}

/// Plugins in the making.
struct Parts {
    plugins: RuntimePlugins,
    components: RuntimeComponentsBuilder,
}

impl Parts {
    #[inline]
    fn new() -> Self {
        Self {
            plugins: RuntimePlugins::new(),
            components: RuntimeComponentsBuilder::new("client"),
        }
    }

    #[inline]
    fn add(&mut self, plugin: &SharedRuntimePlugin) {
        if let Some(layer) = plugin.config()
            && !layer.is_empty()
        {
            let layer = StaticRuntimePlugin::new().with_config(layer);
            self.plugins = mem::take(&mut self.plugins).with_client_plugin(layer);
        }
        let more = plugin.runtime_components(&self.components);
        self.components = self.components.clone().merge_from(&more);
    }

    #[inline]
    fn complete(mut self) -> RuntimePlugins {
        if self.components.http_client().is_none() {
            self.components.set_http_client(Some(connector::default()));
        }
        if let Some(metrics) = metrics(&self.components) {
            self.add(&SharedRuntimePlugin::new(metrics));
        }
        // needed by: streams
        if let Some(strategy) = self.components.retry_strategy() {
            self.components
                .push_interceptor(SharedInterceptor::permanent(TellSentOnce));
            self.components
                .set_retry_strategy(Some(IfPossible(strategy)));
        }
        let components = StaticRuntimePlugin::new().with_runtime_components(self.components);
        self.plugins.with_client_plugin(components)
    }
}

/// What measures calls, where the program has set a telemetry provider by now. It is left out
/// otherwise: its part of a call is large.
#[inline]
fn metrics(components: &RuntimeComponentsBuilder) -> Option<MetricsRuntimePlugin> {
    let telemetry = get_telemetry_provider().ok()?;
    if telemetry.meter_provider().provider_name() == "noop" {
        return None;
    }
    MetricsRuntimePlugin::builder()
        .with_scope(env!("CARGO_PKG_NAME"))
        .with_time_source(components.time_source().unwrap_or_default())
        .build()
        .ok()
}

/// What a service needs, whatever is set, as the settings that all others are added to.
#[inline]
pub(super) fn of_service(service: &ServiceFacts) -> Settings {
    let mut settings = Settings::new();
    let layer = &mut settings.config;
    layer.store_put(AuthSchemeAndEndpointOrchestrationV2);
    let components = &mut settings.components;
    components.set_endpoint_resolver(Some(RuleResolver::of(service.endpoint_rules)));
    components.set_auth_scheme_option_resolver(Some(FirstUsable));
    components.push_auth_scheme(NoAuthScheme::new());
    components.set_identity_resolver(NO_AUTH_SCHEME_ID, NoAuthIdentityResolver::new());
    // Permanent ones, as the runtime need not ask of each and in each phase whether it is disabled.
    let connections = SharedInterceptor::permanent(ConnectionPoisoningInterceptor::new());
    let stalled = SharedInterceptor::permanent(StalledStreamProtectionInterceptor::default());
    components.extend_interceptors([connections, stalled].into_iter());
    runtime::complete(service, layer, components);
    components.push_interceptor(SharedInterceptor::permanent(MarkUnsent));
    let by_status = HttpStatusCodeClassifier::default();
    // needed by: successes of any status
    let by_status = StatusOfFailure(by_status);
    components.push_retry_classifier(by_status);
    (service.add_retry_classifiers)(components);
    settings
}
