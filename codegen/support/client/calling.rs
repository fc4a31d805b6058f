//! A call under way.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_runtime_api::client::interceptors::context::{Error, InterceptorContext};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;

use super::error::CallError;
use crate::support::operation::Operation;

/// How a call ends, whatever its operation.
pub(super) type Outcome = Pin<Box<dyn Future<Output = Ended> + Send>>;

/// Where a call has come to, or why no further.
pub(super) type Ended = Result<InterceptorContext, SdkError<Error, HttpResponse>>;

/// A call under way: a future that gives what the service answers.
///
/// It is a type of its own, not the future of an `async fn`, as the compiler would then complain
/// of a missing member at `.send()`, at `.await`, and of the two together.
#[must_use = "a call is not made before it is awaited"]
pub struct Calling<'c, O> {
    outcome: Outcome,
    client: PhantomData<&'c ()>,
    operation: PhantomData<fn() -> O>,
}

impl<O> Calling<'_, O> {
    #[inline]
    pub(super) fn new(outcome: Outcome) -> Self {
        Self {
            outcome,
            client: PhantomData,
            operation: PhantomData,
        }
    }
}

impl<O: Operation> Future for Calling<'_, O> {
    type Output = Result<O::Output, CallError<O::Error>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.outcome.as_mut().poll(context).map(answer::<O>)
    }
}

impl<O: Operation> fmt::Debug for Calling<'_, O> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calling").field(&O::NAME).finish()
    }
}

/// What the service answered.
#[inline]
fn answer<O: Operation>(ended: Ended) -> Result<O::Output, CallError<O::Error>> {
    match ended.and_then(InterceptorContext::finalize) {
        Ok(output) => output.downcast().map_err(|_| {
            CallError::Construction(
                "an interceptor replaced the output by one of another operation".into(),
            )
        }),
        Err(error) => Err(CallError::from(error).typed()),
    }
}
