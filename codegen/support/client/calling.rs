//! A call under way.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_runtime_api::client::interceptors::context::{Error, Output};

use super::error::CallError;
use crate::support::operation::Operation;

/// How a call ends, whatever its operation.
pub(super) type Outcome<'c> =
    Pin<Box<dyn Future<Output = Result<Output, CallError<Error>>> + Send + 'c>>;

/// A call under way: a future that gives what the service answers.
///
/// It is a type of its own, not the future of an `async fn`, as the compiler would then complain
/// of a missing member at `.send()`, at `.await`, and of the two together.
#[must_use = "a call is not made before it is awaited"]
pub struct Calling<'c, O> {
    outcome: Outcome<'c>,
    operation: PhantomData<fn() -> O>,
}

impl<'c, O: Operation> Calling<'c, O> {
    #[inline]
    pub(super) fn new(outcome: Outcome<'c>) -> Self {
        Self {
            outcome,
            operation: PhantomData,
        }
    }
}

impl<O: Operation> Future for Calling<'_, O> {
    type Output = Result<O::Output, CallError<O::Error>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.outcome.as_mut().poll(context).map(typed::<O>)
    }
}

impl<O: Operation> fmt::Debug for Calling<'_, O> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calling").field(&O::NAME).finish()
    }
}

#[inline]
fn typed<O: Operation>(
    result: Result<Output, CallError<Error>>,
) -> Result<O::Output, CallError<O::Error>> {
    match result {
        Ok(output) => output.downcast().map_err(|_| {
            CallError::Construction(
                "an interceptor replaced the output by one of another operation".into(),
            )
        }),
        Err(error) => Err(error.typed()),
    }
}
