//! A client on the AWS SDK's runtime, the same for every service: retries, timeouts, identity,
//! signing and interceptors are the runtime's; the service's part is its operations' sans-IO
//! core.

// needed by: API keys
mod api_key;
mod auth;
mod auth_settings;
// needed by: AWS
mod aws_settings;
mod body_limit;
mod calling;
// needed by: presigned URLs
mod carried_url;
// needed by: checksums of downloads
mod checked_body;
// needed by: checksums
mod checksum;
mod configured;
#[cfg(feature = "https")]
mod connector;
#[cfg(not(feature = "https"))]
#[path = "no_connector.rs"]
mod connector;
mod endpoint;
mod endpoint_settings;
// needed by: settings of the environment
mod environment;
mod error;
// needed by: events to send
mod events;
// needed by: extended request ids
mod extended_request_id;
mod hints;
mod identities;
mod identity;
// needed by: documents that may be absent, streams
mod length;
mod missing;
// needed by: presigned URLs
mod other_region;
// needed by: sessions
mod own_settings;
// needed by: AWS
mod place;
mod plugins;
// needed by: AWS
mod presign;
// needed by: AWS, checksums, documents that may be absent, streams
mod presigned;
// needed by: successes of any status
mod retries;
mod runtime;
// needed by: AWS
mod sdk_config;
mod sdk_error;
// needed by: services of others
mod sender;
// needed by: streams
mod sent_once;
mod service;
mod settings;
// needed by: signatures of its own
mod signing;
// needed by: AWS
mod sigv4;
// needed by: checksums of uploads
mod trailer;
mod unsent;
// needed by: AWS
mod user_agent;
mod wire;

use std::any::TypeId;
use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

// needed by: AWS
use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_runtime::client::orchestrator::{self, StopPoint};
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, SharedRuntimePlugin};
use tracing::Instrument;

use super::operation::{Operation, Service};
use calling::Outcome;
use wire::Wire;

// needed by: sessions
pub(in crate::support) use endpoint::parameter as endpoint_parameter;
// needed by: sessions
pub(in crate::support) use own_settings::own_settings;

// needed by: API keys
pub use api_key::ApiKeyScheme;
pub use auth::FirstUsable;
pub use calling::Calling;
pub use error::CallError;
pub use missing::Misconfigured;
// needed by: AWS
pub use presign::Presigning;
pub use settings::Settings;

/// A client of the service `S`. A clone is cheap, and shares connections, credentials and the
/// quota of retries with the original.
pub struct Client<S: Service> {
    shared: Arc<Shared>,
    service: PhantomData<fn() -> S>,
}

impl<S: Service> Client<S> {
    /// Calls an operation, which its input tells.
    ///
    /// # Errors
    /// [`CallError::Service`] where the service answers with an error, and the other variants of
    /// [`CallError`] where there is no answer, or none that can be understood.
    #[inline]
    pub fn call<O>(&self, input: O) -> Calling<O>
    where
        O: Operation<Service = S>,
    {
        Calling::new(Arc::clone(&self.shared), Input::erase(input))
    }

    /// What all calls of this client run with.
    #[inline]
    pub fn plugins(&self) -> &RuntimePlugins {
        &self.shared.plugins
    }
}

impl<S: Service> Clone for Client<S> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            service: PhantomData,
        }
    }
}

impl<S: Service> fmt::Debug for Client<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("service", &S::SDK_ID)
            .finish_non_exhaustive()
    }
}

/// Which operation to call.
#[derive(Clone, Copy)]
struct Call {
    operation: TypeId,
    wire: &'static Wire,
}

impl Call {
    fn of<O: Operation>() -> Self {
        Self {
            operation: TypeId::of::<O>(),
            wire: const { &Wire::of::<O>() },
        }
    }
}

/// What a client and its clones have in common.
struct Shared {
    plugins: RuntimePlugins,
    // needed by: AWS
    user_agent: AwsUserAgent,
    /// The plugins of each operation that has been called.
    operations: Mutex<HashMap<TypeId, Arc<RuntimePlugins>>>,
}

/// How many calls have been traced, which tells them apart in a log.
static CALLS: AtomicU64 = AtomicU64::new(1);

impl Shared {
    /// Starts a call, with more plugins than those of its operation.
    #[inline]
    fn start(&self, call: Call, input: Input, more: Option<SharedRuntimePlugin>) -> Outcome {
        // needed by: presigned URLs
        if let Some(url) = &call.wire.carried_url {
            return other_region::start(self, call, url, input, more);
        }
        let call = self.prepared(call, more);
        call.start_until(StopPoint::None, input)
    }

    /// What a call runs with: more plugins than those of its operation.
    fn prepared(
        &self,
        call: Call,
        more: impl IntoIterator<Item = SharedRuntimePlugin>,
    ) -> Prepared {
        let mut plugins = self.plugins_of(call);
        for more in more {
            let own = RuntimePlugins::clone(&plugins);
            plugins = Arc::new(own.with_operation_plugin(more));
        }
        Prepared { call, plugins }
    }

    #[inline]
    fn plugins_of(&self, call: Call) -> Arc<RuntimePlugins> {
        let known = self.operations.lock();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        let plugins = known
            .entry(call.operation)
            .or_insert_with(|| Arc::new(plugins::for_operation(&self.plugins, call.wire)));
        Arc::clone(plugins)
    }
}

/// A call with all that it runs with, but for its input.
struct Prepared {
    call: Call,
    plugins: Arc<RuntimePlugins>,
}

impl Prepared {
    /// Starts it. Boxed, since the runtime's future is large: callers should not have to carry it in theirs. It
    /// has a box of its own, so that the compiler need not work out how large ours is with it.
    #[inline]
    fn start_until(self, stop: StopPoint, input: Input) -> Outcome {
        let Self { call, plugins } = self;
        let Wire {
            service, operation, ..
        } = *call.wire;
        let span = tracing::debug_span!(
            "call",
            "rpc.system" = runtime::RPC_SYSTEM,
            "rpc.service" = service,
            "rpc.method" = operation,
            "sdk_invocation_id" = CALLS.fetch_add(1, Ordering::Relaxed),
        );
        let call = async move {
            let of_runtime =
                orchestrator::invoke_with_stop_point(service, operation, input, &plugins, stop);
            Box::pin(of_runtime).await
        };
        Box::pin(call.instrument(span))
    }
}
