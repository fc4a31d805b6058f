//! To and from the error type of the AWS SDK, so that code which knows that one can be used.

use std::error::Error as StdError;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
use aws_smithy_types::body::SdkBody;

use super::error::CallError;
// needed by: streams
use super::sent_once;

impl<E> From<CallError<E>> for SdkError<E, HttpResponse> {
    fn from(error: CallError<E>) -> Self {
        match error {
            CallError::Service { error, response } => Self::service_error(*error, *response),
            CallError::Timeout(source) => match source.downcast::<ConnectorError>() {
                Ok(connector) => Self::dispatch_failure(*connector),
                Err(source) => Self::timeout_error(source),
            },
            CallError::Connection(source) => Self::dispatch_failure(*source),
            CallError::Construction(source) => Self::construction_failure(source),
            CallError::Unreadable { source, response } => Self::response_error(source, *response),
        }
    }
}

impl<E: StdError + Send + Sync + 'static> From<SdkError<E, HttpResponse>> for CallError<E> {
    fn from(error: SdkError<E, HttpResponse>) -> Self {
        match error {
            SdkError::ServiceError(context) => Self::Service {
                response: copy(context.raw()),
                error: Box::new(context.into_err()),
            },
            SdkError::ResponseError(ref context) => Self::Unreadable {
                response: copy(context.raw()),
                source: cause(error),
            },
            SdkError::TimeoutError(_) => Self::Timeout(cause(error)),
            SdkError::DispatchFailure(_) => dispatch_failure(cause(error)),
            _ => Self::Construction(cause(error)),
        }
    }
}

#[inline]
fn cause<E: StdError + Send + Sync + 'static>(error: SdkError<E, HttpResponse>) -> BoxError {
    error.into_source().unwrap_or_else(BoxError::from)
}

/// The runtime calls all that goes wrong before a response a failure to dispatch. What is the user's
/// fault was not sent.
fn dispatch_failure<E>(source: BoxError) -> CallError<E> {
    match source.downcast::<ConnectorError>() {
        Ok(error) if error.is_timeout() => CallError::Timeout(error),
        Ok(error) if error.is_user() => CallError::Construction(error.into_source()),
        Ok(error) => CallError::Connection(error),
        Err(source) => CallError::Construction(source),
    }
}

/// The contexts of the AWS types give away either their error or their response, not both. The
/// response has been read, so a copy costs little.
#[inline]
fn copy(response: &HttpResponse) -> Box<HttpResponse> {
    let body = response.body().try_clone().unwrap_or_else(SdkBody::taken);
    let mut copy = HttpResponse::new(response.status(), body);
    *copy.headers_mut() = response.headers().clone();
    // needed by: streams
    sent_once::copy(response, &mut copy);
    Box::new(copy)
}
