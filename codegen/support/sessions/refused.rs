//! Sessions that a service does not know any more: the call is tried again, with another one.

use aws_smithy_runtime_api::client::interceptors::context::{
    FinalizerInterceptorContextMut, InterceptorContext,
};
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;

use crate::support::operation::Service;

/// The codes of errors that refuse the token of a request.
const CODES: [&str; 3] = ["ExpiredToken", "InvalidToken", "TokenRefreshRequired"];

/// The response refuses a session.
#[derive(Clone, Debug)]
struct Refused;

/// Whether the service refused the token of a request.
pub(super) fn is_refused<S: Service>(context: &FinalizerInterceptorContextMut<'_>) -> bool {
    let Some(Err(error)) = context.output_or_error() else {
        return false;
    };
    let error = error.as_operation_error();
    let error = error.and_then(|error| error.downcast_ref::<S::Error>());
    let code = error.and_then(|error| error.code());
    code.is_some_and(|code| CODES.contains(&code))
}

/// Says so to [`RetryWithAnother`].
#[inline]
pub(super) fn mark(context: &mut FinalizerInterceptorContextMut<'_>) {
    if let Some(response) = context.response_mut() {
        response.add_extension(Refused);
    }
}

/// Tries again what was refused.
#[derive(Debug)]
pub(super) struct RetryWithAnother;

impl ClassifyRetry for RetryWithAnother {
    #[inline]
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let response = context.response();
        match response.and_then(|response| response.extension::<Refused>()) {
            Some(Refused) => RetryAction::server_error(),
            None => RetryAction::NoActionIndicated,
        }
    }

    #[inline]
    fn name(&self) -> &'static str {
        "RetryWithAnother"
    }
}
