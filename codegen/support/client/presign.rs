//! Requests that are signed now, and sent later by somebody else.

use std::fmt;
use std::future::ready;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use aws_runtime::auth::HttpSignatureType;
use aws_smithy_runtime::client::orchestrator::StopPoint;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeTransmitInterceptorContextMut, Input,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_components::{
    RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_types::config_bag::{ConfigBag, Layer};

use super::calling::Outcome;
use super::error::CallError;
use super::missing::Misconfigured;
use super::presigned::Presigned;
use super::settings::Compression;
use super::wire::Wire;
// needed by: signatures of its own
use super::signing;
use super::{Call, Client, Shared, runtime};
use crate::support::operation::{ErrorOf, Operation, Service};

/// How long a signature can last, in seconds.
const WEEK: u64 = 7 * 24 * 60 * 60;

/// What a request says of the client that sends it. Whoever sends this one is another.
const OF_THE_SENDER: [&str; 5] = [
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "user-agent",
    "x-amz-user-agent",
    "x-amzn-trace-id",
];

impl<S: Service> Client<S> {
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
    pub fn presign<O>(&self, input: O, expires_in: Duration) -> Presigning<O>
    where
        O: Operation<Service = S>,
    {
        let (call, input) = (Call::of::<O>(), Input::erase(input));
        let outcome = start(&self.shared, call, input, expires_in);
        Presigning::new(outcome)
    }
}

/// Starts a call that ends with its request, with a signature in the URI that lasts this long.
#[inline]
pub(super) fn start(shared: &Shared, call: Call, input: Input, expires_in: Duration) -> Outcome {
    if expires_in.is_zero() || expires_in > Duration::from_secs(WEEK) {
        let reason = "a presigned request lasts for a second at least, and a week at most";
        return Box::pin(ready(Err(SdkError::construction_failure(reason))));
    }
    let signing = in_uri(call.wire, expires_in);
    let call = shared.prepared(call, [signing]);
    call.start_until(StopPoint::BeforeTransmit, input)
}

/// Signs the URI of a request, for as long.
#[inline]
pub(super) fn in_uri(wire: &Wire, expires_in: Duration) -> SharedRuntimePlugin {
    let mut signing = runtime::signing(wire);
    signing.signing_options.signature_type = HttpSignatureType::HttpRequestQueryParams;
    signing.signing_options.expires_in = Some(expires_in);
    // Whoever sends the request would have to send this header too.
    signing.signing_options.content_sha256_header = false;
    // needed by: signatures of its own
    if wire.signing.content_sha256 {
        signing::leave_body_out(&mut signing.signing_options);
    }
    let mut layer = Layer::new("presign");
    layer.store_put(signing);
    layer.store_put(Presigned);
    // A body that has to be sent as it is should be one that can be read.
    layer.store_put(Compression { from_size: None });
    let components = RuntimeComponentsBuilder::new("presign")
        .with_interceptor(SharedInterceptor::permanent(ForgetSender));
    SharedRuntimePlugin::new(
        StaticRuntimePlugin::new()
            .with_config(layer.freeze())
            .with_runtime_components(components),
    )
}

/// Takes away, before it is signed, what a request says of its sender.
#[derive(Debug)]
struct ForgetSender;

impl Intercept for ForgetSender {
    #[inline]
    fn name(&self) -> &'static str {
        "ForgetSender"
    }

    #[inline]
    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        forget_sender(context.request_mut());
        Ok(())
    }
}

#[inline]
fn forget_sender(request: &mut HttpRequest) {
    for header in OF_THE_SENDER {
        request.headers_mut().remove(header);
    }
}

/// A call under way to its request, which is signed and not sent: a future that gives it.
#[must_use = "nothing is signed before it is awaited"]
pub struct Presigning<O> {
    outcome: Outcome,
    operation: PhantomData<fn() -> O>,
}

impl<O> Presigning<O> {
    pub(super) fn new(outcome: Outcome) -> Self {
        Self {
            outcome,
            operation: PhantomData,
        }
    }
}

impl<O: Operation> Future for Presigning<O> {
    type Output = Result<http::Request<Vec<u8>>, CallError<ErrorOf<O>>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.outcome
            .as_mut()
            .poll(context)
            .map(|ended| match ended {
                Ok(mut context) => {
                    finished(context.take_request()).map_err(CallError::Construction)
                }
                Err(error) => Err(CallError::from(error).typed()),
            })
    }
}

impl<O: Operation> fmt::Debug for Presigning<O> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Presigning").field(&O::NAME).finish()
    }
}

/// The request as a value. Some headers come after the signature, which does not cover them.
#[inline]
pub(super) fn finished(request: Option<HttpRequest>) -> Result<http::Request<Vec<u8>>, BoxError> {
    let Some(mut request) = request else {
        return Err("an interceptor took the request away".into());
    };
    forget_sender(&mut request);
    if request.headers().get("authorization").is_some() {
        let reason = "this call is authenticated by a header: only signatures can be in a URI";
        return Err(Misconfigured::new(reason).into());
    }
    let Some(body) = request.body().bytes() else {
        return Err("the body of a presigned request has to be in memory".into());
    };
    let body = body.to_vec();
    Ok(request.try_into_http1x()?.map(|_| body))
}
