//! What ends a call before anything is sent. The runtime calls all that goes wrong between making a
//! request and reading its answer a failure of the connection, after which the service may have done
//! what it was asked; here it is told apart while that can still be known.

use std::error::Error as StdError;
use std::fmt;
use std::mem;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError;
use aws_smithy_runtime_api::client::interceptors::context::{
    Error, FinalizerInterceptorContextMut, Input, InterceptorContext,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::retries::RequestAttempts;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use super::missing;

/// What ended a call of which nothing had been sent.
#[derive(Debug)]
pub(super) struct Unsent(OrchestratorError<Error>);

impl Unsent {
    /// What ended it, as it was.
    #[inline]
    pub(super) fn into_cause(self) -> BoxError {
        // Only the runtime can take the cause out of its error. It does so for a call that has not
        // begun, as there is nothing else to tell of such a one.
        let mut context = InterceptorContext::new(Input::erase(()));
        context.fail(self.0);
        match context.finalize() {
            Ok(_) => Box::from("the call failed"),
            Err(error) => error.into_source().unwrap_or_else(BoxError::from),
        }
    }
}

impl fmt::Display for Unsent {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the call ended before anything was sent")
    }
}

impl StdError for Unsent {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}

/// Marks as [`Unsent`] what is.
#[derive(Debug)]
pub(super) struct MarkUnsent;

#[dyn_dispatch_hint]
impl Intercept for MarkUnsent {
    #[inline]
    fn name(&self) -> &'static str {
        "MarkUnsent"
    }

    #[inline]
    fn modify_before_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // A request is taken away when it is sent, and comes back before the next try.
        let has_request = context.request().is_some();
        let tries = config.load::<RequestAttempts>();
        let is_first = tries.is_none_or(|tries| tries.attempts() <= 1);
        if let Some(Err(error)) = context.output_or_error_mut()
            && has_request
            && !is_of_an_answer(error)
        {
            if error
                .source()
                .is_some_and(|cause| cause.is::<ResolveEndpointError>())
            {
                // It shows the whole request.
                *error = OrchestratorError::other(missing::joined_endpoint());
            }
            if is_first {
                let ended = mem::replace(error, OrchestratorError::other("nothing"));
                *error = OrchestratorError::other(Unsent(ended));
            }
        }
        Ok(())
    }
}

/// Whether there was an answer, or something that comes in place of one.
#[inline]
fn is_of_an_answer(error: &OrchestratorError<Error>) -> bool {
    error.is_operation_error()
        || error.is_response_error()
        || error.is_connector_error()
        || error.is_timeout_error()
}
