//! A call.

use std::fmt;
use std::future::pending;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
// needed by: initial responses
use std::task::ready;

use aws_smithy_runtime_api::client::interceptors::context::{Error, Input, InterceptorContext};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
// needed by: initial responses
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;

use super::error::CallError;
// needed by: sessions
use super::own_settings::remembered;
use super::{Call, Settings, Shared};
// needed by: initial responses
use crate::support::operation::ReadInitial;
use crate::support::operation::{ErrorOf, Operation};

/// How a call ends, whatever its operation.
pub(super) type Outcome = Pin<Box<dyn Future<Output = Ended> + Send>>;

/// Where a call has come to, or why no further.
pub(super) type Ended = Result<InterceptorContext, SdkError<Error, HttpResponse>>;

/// A call: a future that gives what the service answers.
///
/// It is a type of its own, not the future of an `async fn`, as the compiler would then complain
/// of a missing member at `.send()`, at `.await`, and of the two together. It holds on to the client by
/// itself, so that it can be spawned.
#[must_use = "a call is not made before it is awaited"]
pub struct Calling<O> {
    shared: Arc<Shared>,
    /// The input, until the call begins.
    input: Option<Input>,
    settings: Option<SharedRuntimePlugin>,
    outcome: Outcome,
    // needed by: initial responses
    /// Where the call has come to, while the first message of its stream is waited for.
    ended: Option<Ended>,
    operation: PhantomData<fn() -> O>,
}

impl<O> Calling<O> {
    pub(super) fn new(shared: Arc<Shared>, input: Input) -> Self {
        Self {
            shared,
            input: Some(input),
            settings: None,
            outcome: Box::pin(pending()),
            // needed by: initial responses
            ended: None,
            operation: PhantomData,
        }
    }

    /// The same call with other settings than the client's; what these do not set stays as it is.
    /// They change nothing once the call has begun.
    pub fn with_settings(mut self, settings: &Settings) -> Self {
        let settings = settings.clone();
        // needed by: AWS
        let settings = settings.named_in(&self.shared.user_agent);
        // needed by: sessions
        let settings = remembered(settings);
        self.settings = Some(settings.into_plugin());
        self
    }
}

impl<O: Operation> Future for Calling<O> {
    type Output = Result<O::Output, CallError<ErrorOf<O>>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(input) = self.input.take() {
            let settings = self.settings.take();
            self.outcome = self.shared.start(Call::of::<O>(), input, settings);
        }
        // needed by: initial responses
        if let Some(read) = O::READ_INITIAL {
            return self.poll_initial(context, read);
        }
        self.outcome.as_mut().poll(context).map(answer::<O>)
    }
}

// needed by: initial responses
impl<O: Operation> Calling<O> {
    /// The output, once the first message of its stream has come.
    fn poll_initial(
        &mut self,
        context: &mut Context<'_>,
        read: ReadInitial<O::Output>,
    ) -> Poll<<Self as Future>::Output> {
        let mut ended = match self.ended.take() {
            Some(ended) => ended,
            None => ready!(self.outcome.as_mut().poll(context)),
        };
        if let Ok(begun) = &mut ended
            && let Some(Ok(output)) = begun.output_or_error_mut()
            && let Some(output) = output.downcast_mut()
        {
            match read(output, context) {
                Poll::Pending => {
                    self.ended = Some(ended);
                    return Poll::Pending;
                }
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(error)) => begun.fail(OrchestratorError::other(error)),
            }
        }
        Poll::Ready(answer::<O>(ended))
    }
}

impl<O: Operation> fmt::Debug for Calling<O> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calling").field(&O::NAME).finish()
    }
}

/// What the service answered.
fn answer<O: Operation>(ended: Ended) -> Result<O::Output, CallError<ErrorOf<O>>> {
    match ended.and_then(InterceptorContext::finalize) {
        Ok(output) => output.downcast().map_err(|_| {
            CallError::Construction(
                "an interceptor replaced the output by one of another operation".into(),
            )
        }),
        Err(error) => Err(CallError::from(error).typed()),
    }
}
