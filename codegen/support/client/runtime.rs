//! What AWS's runtime has for clients: signatures, and what their requests say of them.

use aws_runtime::auth::{PayloadSigningOverride, SigV4OperationSigningConfig};
use aws_runtime::invocation_id::InvocationIdInterceptor;
use aws_runtime::recursion_detection::RecursionDetectionInterceptor;
use aws_runtime::request_info::RequestInfoInterceptor;
use aws_runtime::service_clock_skew::ServiceClockSkewInterceptor;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_types::config_bag::{CloneableLayer, Layer};
use aws_types::SigningName;

// needed by: AWS beside others
use super::sender::NameSender;
use super::service::ServiceFacts;
use super::sigv4::{Clock, SigV4Scheme};
// needed by: signatures of its own
use super::signing;
use super::user_agent::Present;
use super::wire::Wire;

/// What spans of calls name as the system that is called.
pub(super) const RPC_SYSTEM: &str = "aws-api";

// needed by: events to send
/// The SHA-256 of nothing.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Completes what a service needs.
#[inline]
pub(super) fn complete(
    service: &ServiceFacts,
    layer: &mut CloneableLayer,
    components: &mut RuntimeComponentsBuilder,
) {
    if let Some(name) = service.signing_name {
        layer.store_put(SigningName::from_static(name));
        layer.store_put(SigV4OperationSigningConfig::default());
    }
    let clock = Clock::default();
    layer.store_put(clock.clone());
    components.push_auth_scheme(SigV4Scheme::new(clock));
    let skew = ServiceClockSkewInterceptor::new();
    components.push_interceptor(SharedInterceptor::permanent(skew));
    // needed by: AWS beside others
    if !service.is_of_aws {
        components.push_interceptor(SharedInterceptor::permanent(NameSender));
        return;
    }
    let told = [
        SharedInterceptor::permanent(RequestInfoInterceptor::new()),
        SharedInterceptor::permanent(Present::default()),
        SharedInterceptor::permanent(InvocationIdInterceptor::new()),
    ];
    components.extend_interceptors(told.into_iter());
    // It does nothing elsewhere, and a process does not move.
    if std::env::var_os("AWS_LAMBDA_FUNCTION_NAME").is_some() {
        let recursion = RecursionDetectionInterceptor::new();
        components.push_interceptor(SharedInterceptor::permanent(recursion));
    }
}

/// Says how the requests of an operation are signed, where it is not as usual.
#[inline]
pub(super) fn sign(wire: &Wire, layer: &mut Layer) {
    if wire.unsigned_payload {
        layer.store_put(signing(wire));
    }
    // needed by: signatures of its own
    layer.store_put(signing(wire));
    // needed by: events to send
    if wire.take_events.is_some() {
        layer.store_put(signing(wire));
    }
}

/// How the requests of an operation are signed.
#[inline]
pub(super) fn signing(wire: &Wire) -> SigV4OperationSigningConfig {
    let mut signing = SigV4OperationSigningConfig::default();
    // needed by: signatures of its own
    signing::apply(wire.signing, &mut signing.signing_options);
    if wire.unsigned_payload {
        let unsigned = PayloadSigningOverride::unsigned_payload();
        signing.signing_options.payload_override = Some(unsigned.to_signable_body());
        // The service learns from a header that nothing covers the body.
        signing.signing_options.content_sha256_header = true;
    }
    // needed by: events to send
    if wire.take_events.is_some() {
        // The head is signed as if nothing followed it.
        let empty = PayloadSigningOverride::Precomputed(EMPTY.to_owned());
        signing.signing_options.payload_override = Some(empty.to_signable_body());
    }
    signing
}
