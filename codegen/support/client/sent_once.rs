//! Requests that are sent once, as their bodies are streams that cannot be had twice: where another
//! try would have been due, the error says why there was none.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    FinalizerInterceptorContextMut, InterceptorContext,
};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::retries::{RetryStrategy, SharedRetryStrategy, ShouldAttempt};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use super::unsent::explain;

/// Why there was no other try.
const REASON: &str = "not tried again, as its body is a stream that cannot be had twice";

/// The body of a call cannot be had twice. Whether another try was due comes out later.
#[derive(Debug, Default)]
struct SentOnce {
    was_due_again: AtomicBool,
}

impl Storable for SentOnce {
    type Storer = StoreReplace<Self>;
}

/// Notes whether the body of a call can be had twice.
#[inline]
pub(super) fn note(stream: ByteStream, config: &mut ConfigBag) -> ByteStream {
    let body = stream.into_inner();
    if body.try_clone().is_none() {
        config.interceptor_state().store_put(SentOnce::default());
    }
    ByteStream::new(body)
}

/// A strategy of retries that leaves out those which cannot be.
#[derive(Debug)]
pub(super) struct IfPossible(pub(super) SharedRetryStrategy);

impl RetryStrategy for IfPossible {
    #[inline]
    fn should_attempt_initial_request(
        &self,
        components: &RuntimeComponents,
        config: &ConfigBag,
    ) -> Result<ShouldAttempt, BoxError> {
        self.0.should_attempt_initial_request(components, config)
    }

    #[inline]
    fn should_attempt_retry(
        &self,
        context: &InterceptorContext,
        components: &RuntimeComponents,
        config: &ConfigBag,
    ) -> Result<ShouldAttempt, BoxError> {
        let answer = self.0.should_attempt_retry(context, components, config)?;
        match (&answer, config.load::<SentOnce>()) {
            (ShouldAttempt::Yes | ShouldAttempt::YesAfterDelay(_), Some(once)) => {
                once.was_due_again.store(true, Ordering::Relaxed);
                Ok(ShouldAttempt::No)
            }
            _ => Ok(answer),
        }
    }
}

/// Tells of it.
#[derive(Debug)]
pub(super) struct TellSentOnce;

impl Intercept for TellSentOnce {
    #[inline]
    fn name(&self) -> &'static str {
        "TellSentOnce"
    }

    #[inline]
    fn modify_before_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let once = config.load::<SentOnce>();
        if !once.is_some_and(|once| once.was_due_again.load(Ordering::Relaxed)) {
            return Ok(());
        }
        if let Some(response) = context.response_mut() {
            response.add_extension(Told);
        }
        if let Some(Err(error)) = context.output_or_error_mut()
            && (error.is_connector_error() || error.is_timeout_error())
        {
            explain(error, REASON);
        }
        Ok(())
    }
}

/// The response is one to a request that was sent once.
#[derive(Clone, Debug)]
struct Told;

/// Copies what is told of a response.
#[inline]
pub(super) fn copy(response: &HttpResponse, copy: &mut HttpResponse) {
    if let Some(told) = response.extension::<Told>() {
        copy.add_extension(told.clone());
    }
}

/// Writes the reason before what such a response says.
#[inline]
pub(super) fn fmt(f: &mut fmt::Formatter<'_>, response: Option<&HttpResponse>) -> fmt::Result {
    match response.and_then(|response| response.extension::<Told>()) {
        Some(Told) => write!(f, "{REASON}: "),
        None => Ok(()),
    }
}
