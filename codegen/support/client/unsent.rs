//! What ends a call before anything is sent. The runtime calls all that goes wrong between making a
//! request and reading its answer a failure of the connection, after which the service may have done
//! what it was asked; here it is told apart while that can still be known.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::{fmt, mem};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    Error, FinalizerInterceptorContextMut, Input, InterceptorContext,
};
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::retries::RequestAttempts;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use super::endpoint;
use super::missing::{self, Misconfigured};

/// Makes what ended a call of which nothing was sent a fault of whoever made the call.
#[derive(Debug)]
pub(super) struct MarkUnsent;

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
        let Some(Err(error)) = context.output_or_error_mut() else {
            return Ok(());
        };
        let is_of_an_answer = error.is_operation_error()
            || error.is_response_error()
            || error.is_connector_error()
            || error.is_timeout_error();
        // What is the user's fault has not tried to reach anything.
        if error
            .as_connector_error()
            .is_some_and(|error| !error.is_user())
            && let Some(url) = endpoint::set_url(config)
        {
            let where_to = ["to ", url].concat();
            explain(error, where_to);
        }
        if !has_request || is_of_an_answer {
            return Ok(());
        }
        let mut ended = mem::replace(error, OrchestratorError::other("it ended"));
        if let Some(cause) = ended.source()
            && cause.is::<ResolveEndpointError>()
        {
            // It shows the whole request.
            ended = OrchestratorError::other(Misconfigured::new(missing::JOINED_ENDPOINT));
        }
        *error = match config.load::<RequestAttempts>() {
            Some(tries) if tries.attempts() > 1 => ended,
            _ => OrchestratorError::connector(ConnectorError::user(cause_of(ended))),
        };
        Ok(())
    }
}

/// The cause that is in an error of the runtime. Only the runtime can take it out, and does so for a
/// call that has not begun, as there is nothing else to tell of such a one.
#[inline]
pub(super) fn cause_of(error: OrchestratorError<Error>) -> BoxError {
    let mut context = InterceptorContext::new(Input::erase(()));
    context.fail(error);
    match context.finalize() {
        Ok(_) => "it ended".into(),
        Err(error) => error.into_source().unwrap_or_else(BoxError::from),
    }
}

/// Says more of a failure of a connection, or of a timeout, before its cause.
pub(super) fn explain(error: &mut OrchestratorError<Error>, more: impl Into<Cow<'static, str>>) {
    let is_timeout = error.is_timeout_error();
    let ended = mem::replace(error, OrchestratorError::other("it ended"));
    let more = more.into();
    let explained = |source| Box::new(Explained { more, source });
    let cause = cause_of(ended);
    if is_timeout {
        *error = OrchestratorError::timeout(explained(cause));
        return;
    }
    let (is_io, is_timeout, kind, source) = match cause.downcast::<ConnectorError>() {
        Ok(error) => {
            let (is_io, is_timeout, kind) = (error.is_io(), error.is_timeout(), error.as_other());
            (is_io, is_timeout, kind, error.into_source())
        }
        Err(cause) => (false, false, None, cause),
    };
    let source = explained(source);
    *error = OrchestratorError::connector(match (is_io, is_timeout) {
        (true, _) => ConnectorError::io(source),
        (_, true) => ConnectorError::timeout(source),
        _ => ConnectorError::other(source, kind),
    });
}

/// A failure of which there is more to say.
#[derive(Debug)]
struct Explained {
    more: Cow<'static, str>,
    source: BoxError,
}

impl fmt::Display for Explained {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.more)
    }
}

impl StdError for Explained {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
