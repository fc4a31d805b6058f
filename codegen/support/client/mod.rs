//! A client on the AWS SDK's runtime, the same for every service: retries, timeouts, identity,
//! signing and interceptors are the runtime's; the service's part is its operations' sans-IO
//! core.

mod auth;
mod auth_settings;
mod body_limit;
mod calling;
// needed by: presigned URLs
mod carried_url;
// needed by: checksums of downloads
mod checked_body;
// needed by: checksums
mod checksum;
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
// needed by: extended request ids
mod extended_request_id;
mod identity;
// needed by: documents that may be absent, streams
mod length;
mod missing;
// needed by: presigned URLs
mod other_region;
// needed by: sessions
mod own_settings;
mod plugins;
mod presign;
mod presigned;
// needed by: successes of any status
mod retries;
mod sdk_config;
mod sdk_error;
// needed by: streams
mod sent_once;
mod service;
mod settings;
// needed by: signatures of its own
mod signing;
// needed by: checksums of uploads
mod trailer;
mod unsent;
mod user_agent;
mod wire;

use std::any::TypeId;
use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_runtime::client::orchestrator::{self, StopPoint};
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, SharedRuntimePlugin};
use aws_types::SdkConfig;
use tracing::Instrument;

use super::operation::{Operation, Service};
use calling::Outcome;
use service::ServiceFacts;
use wire::Wire;

// needed by: sessions
pub(in crate::support) use endpoint::parameter as endpoint_parameter;
// needed by: sessions
pub(in crate::support) use own_settings::own_settings;

pub use auth::FirstUsable;
pub use calling::Calling;
pub use error::CallError;
pub use missing::Misconfigured;
pub use presign::Presigning;
pub use settings::Settings;

/// A client of the service `S`. A clone is cheap, and shares connections, credentials and the
/// quota of retries with the original.
pub struct Client<S: Service> {
    shared: Arc<Shared>,
    service: PhantomData<fn() -> S>,
}

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
    #[inline]
    pub fn with_settings(config: &SdkConfig, settings: Settings) -> Self {
        Self {
            shared: Arc::new(Shared::new(&ServiceFacts::of::<S>(), config, settings)),
            service: PhantomData,
        }
    }

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

    /// The request of a call, signed and not sent: whoever has it can send it until it expires,
    /// without any credentials of their own. The signature is in its URI.
    ///
    /// Each header that the request has is signed, and has to be sent with it; any other may be sent
    /// beside. It has those that members of the input are, the media type of a document, and what the
    /// service cannot do without: the name of the operation, where the protocol has it in a header, a
    /// checksum, the version of an API. A `GET` of a browser or of `curl` needs none of them.
    ///
    /// The body belongs to the signature, unless the model leaves it out: then the input can do
    /// without it, and whoever has the request uploads what they like. It is never compressed.
    ///
    /// # Errors
    /// [`CallError::Construction`] where the request cannot be made or signed in this way, and
    /// where it should last longer than a week, or no time at all.
    #[inline]
    pub fn presign<O>(&self, input: O, expires_in: Duration) -> Presigning<O>
    where
        O: Operation<Service = S>,
    {
        let (call, input) = (Call::of::<O>(), Input::erase(input));
        let outcome = presign::start(&self.shared, call, input, expires_in);
        Presigning::new(outcome)
    }

    /// What all calls of this client run with.
    #[inline]
    pub fn plugins(&self) -> &RuntimePlugins {
        &self.shared.plugins
    }
}

impl<S: Service> Clone for Client<S> {
    #[inline]
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            service: PhantomData,
        }
    }
}

impl<S: Service> fmt::Debug for Client<S> {
    #[inline]
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
    #[inline]
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
    user_agent: AwsUserAgent,
    /// The plugins of each operation that has been called.
    operations: Mutex<HashMap<TypeId, Arc<RuntimePlugins>>>,
}

/// How many calls have been traced, which tells them apart in a log.
static CALLS: AtomicU64 = AtomicU64::new(1);

impl Shared {
    #[inline]
    fn new(service: &ServiceFacts, config: &SdkConfig, settings: Settings) -> Self {
        let user_agent = user_agent::of(service, config, &settings);
        Self {
            plugins: plugins::for_client(service, config, settings, &user_agent),
            user_agent,
            operations: Mutex::default(),
        }
    }

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
    #[inline]
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
            "rpc.system" = "aws-api",
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
