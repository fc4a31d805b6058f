//! To and from the error type of the AWS SDK, so that code which knows that one can be used.

use std::error::Error as StdError;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
use aws_smithy_types::body::SdkBody;

use super::error::CallError;

impl<E> From<CallError<E>> for SdkError<E, HttpResponse> {
    #[inline]
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
    #[inline]
    fn from(error: SdkError<E, HttpResponse>) -> Self {
        // The contexts of the AWS types give away either their error or their response, not
        // both. The response has been read, so a copy costs little.
        let response = error
            .raw_response()
            .map(|response| Box::new(copy(response)));
        match (error, response) {
            (SdkError::ServiceError(context), Some(response)) => Self::Service {
                error: Box::new(context.into_err()),
                response,
            },
            (error @ SdkError::TimeoutError(_), _) => Self::Timeout(cause(error)),
            (error @ SdkError::ResponseError(_), Some(response)) => Self::Unreadable {
                source: cause(error),
                response,
            },
            (error @ SdkError::DispatchFailure(_), _) => dispatch_failure(cause(error)),
            (error, _) => Self::Construction(cause(error)),
        }
    }
}

#[inline]
fn cause<E: StdError + Send + Sync + 'static>(error: SdkError<E, HttpResponse>) -> BoxError {
    error.into_source().unwrap_or_else(BoxError::from)
}

/// The runtime calls all that goes wrong before a response a failure to dispatch. What is the user's
/// fault was not sent.
#[inline]
fn dispatch_failure<E>(source: BoxError) -> CallError<E> {
    match source.downcast::<ConnectorError>() {
        Ok(error) if error.is_timeout() => CallError::Timeout(error),
        Ok(error) if error.is_user() => CallError::Construction(error.into_source()),
        Ok(error) => CallError::Connection(error),
        Err(source) => CallError::Construction(source),
    }
}

#[inline]
fn copy(response: &HttpResponse) -> HttpResponse {
    let body = response.body().try_clone().unwrap_or_else(SdkBody::taken);
    let mut copy = HttpResponse::new(response.status(), body);
    *copy.headers_mut() = response.headers().clone();
    copy
}
