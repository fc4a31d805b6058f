//! Why a call gave no output.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::Error;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::error::metadata::{
    EMPTY_ERROR_METADATA, ErrorMetadata, ProvideErrorMetadata,
};

use super::body_limit::BodyTooLarge;
// needed by: streams
use super::sent_once;
use crate::support::error::{self, OneLine, fmt_request_id};
use crate::support::operation::{RequestId, Response, UnreadableError};

/// Why a call gave no output. `E` is the error of the operation.
///
/// `Display` tells all of it in one line, so [`source`](StdError::source) gives only what is
/// beyond that. Control characters are shown escaped there, and texts of more than 2,000 characters
/// are cut: `message()` has the whole of what the service said. `Debug` never shows a response's body, which may hold secrets.
#[non_exhaustive]
pub enum CallError<E> {
    /// The service answered with an error.
    Service {
        /// The error.
        error: Box<E>,
        /// The response that told of it.
        response: Box<HttpResponse>,
    },
    /// There was no answer in time: not within the timeout of the call or a try of it, or not
    /// within that of the connection. The service may have done what it was asked.
    Timeout(BoxError),
    /// The connection failed, so that there was no answer. The service may have done what it was
    /// asked.
    Connection(Box<ConnectorError>),
    /// The request could not be made, and was not sent.
    Construction(BoxError),
    /// The service answered, but its response could not be understood.
    Unreadable {
        /// What is wrong with it.
        source: BoxError,
        /// The response.
        response: Box<HttpResponse>,
    },
}

impl<E> CallError<E> {
    /// The service's error; `None` where the failure is not the service's answer.
    pub fn as_service_error(&self) -> Option<&E> {
        match self {
            Self::Service { error, .. } => Some(error),
            _ => None,
        }
    }

    /// The service's error.
    ///
    /// # Errors
    /// The error as it is, where the failure is not the service's answer.
    pub fn into_service_error(self) -> Result<E, Self> {
        match self {
            Self::Service { error, .. } => Ok(*error),
            other => Err(other),
        }
    }

    /// What in the input breaks constraints of the model, so that it was not sent; `None` where
    /// the failure is another.
    #[cfg(feature = "validate")]
    pub fn violations(&self) -> Option<&crate::support::validation::Violations> {
        match self {
            Self::Construction(source) => source.downcast_ref(),
            _ => None,
        }
    }

    /// The limit that the body of the response was beyond, in bytes, where the failure is that
    /// ([`Settings::max_response_body`](super::Settings::max_response_body)).
    pub fn exceeded_limit(&self) -> Option<u64> {
        let Self::Unreadable { source, .. } = self else {
            return None;
        };
        let too_large: &BodyTooLarge = source.source()?.downcast_ref()?;
        Some(too_large.limit)
    }

    /// The response, if there was one.
    pub fn raw_response(&self) -> Option<&HttpResponse> {
        match self {
            Self::Service { response, .. } | Self::Unreadable { response, .. } => Some(response),
            _ => None,
        }
    }
}

impl CallError<Error> {
    /// The same error, with the type of its service.
    pub(super) fn typed<E: StdError + Send + Sync + 'static>(self) -> CallError<E> {
        match self {
            Self::Service { error, response } => match error.downcast() {
                Ok(error) => CallError::Service {
                    error: Box::new(error),
                    response,
                },
                Err(error) => CallError::Unreadable {
                    source: error.into(),
                    response,
                },
            },
            Self::Timeout(source) => CallError::Timeout(source),
            Self::Connection(source) => CallError::Connection(source),
            Self::Construction(source) => CallError::Construction(source),
            Self::Unreadable { source, response } => CallError::Unreadable { source, response },
        }
    }
}

impl<E: fmt::Display> fmt::Display for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // needed by: streams
        sent_once::fmt(f, self.raw_response())?;
        let (what, why): (&str, &(dyn StdError + 'static)) = match self {
            Self::Service { error, .. } => return error.fmt(f),
            Self::Timeout(source) => ("the call timed out: ", beyond_kind(&**source)),
            Self::Connection(source) => ("the connection failed: ", beyond_kind(&**source)),
            Self::Construction(source) => ("the call could not be made: ", &**source),
            Self::Unreadable { source, response } => {
                return fmt_unreadable(f, &**source, response);
            }
        };
        f.write_str(what)?;
        OneLine::whole(&chain(why)).fmt(f)
    }
}

/// A response that broke off, say, is named like one that an operation could not read.
#[inline]
fn fmt_unreadable(
    f: &mut fmt::Formatter<'_>,
    source: &(dyn StdError + 'static),
    response: &HttpResponse,
) -> fmt::Result {
    let why = chain(source);
    let why = OneLine::whole(&why);
    if source.is::<UnreadableError>() {
        return write!(f, "{why}");
    }
    let status = response.status().as_u16();
    write!(
        f,
        "the response (HTTP status {status}) could not be read: {why}"
    )?;
    fmt_request_id(f, Response::from(response).request_id())
}

/// An error and its causes, in one line. What has been said already is not said again.
#[inline]
fn chain(error: &(dyn StdError + 'static)) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !said.contains(&text) {
            said.push_str(": ");
            said.push_str(&text);
        }
        cause = error.source();
    }
    said
}

/// A connector's error only says its kind, which the variant has said: its cause is the news.
#[inline]
fn beyond_kind<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    match error.downcast_ref::<ConnectorError>() {
        Some(connector) => connector.source().unwrap_or(error),
        None => error,
    }
}

impl<E: fmt::Debug> fmt::Debug for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (variant, field, cause): (&str, &str, &dyn fmt::Debug) = match self {
            Self::Service { error, .. } => ("Service", "error", error),
            Self::Timeout(source) => ("Timeout", "source", source),
            Self::Connection(source) => ("Connection", "source", source),
            Self::Construction(source) => ("Construction", "source", source),
            Self::Unreadable { source, .. } => ("Unreadable", "source", source),
        };
        let Some(response) = self.raw_response() else {
            return f.debug_tuple(variant).field(cause).finish();
        };
        f.debug_struct(variant)
            .field(field, cause)
            .field("status", &response.status().as_u16())
            .field("request_id", &Response::from(response).request_id())
            .field("body_bytes", &response.body().bytes().map(<[u8]>::len))
            .finish()
    }
}

impl<E: StdError + 'static> StdError for CallError<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Service { error, .. } => error.source(),
            _ => None,
        }
    }
}

impl<E: ProvideErrorMetadata> ProvideErrorMetadata for CallError<E> {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::Service { error, .. } => error.meta(),
            _ => &EMPTY_ERROR_METADATA,
        }
    }
}

impl<E: ProvideErrorMetadata> RequestId for CallError<E> {
    fn request_id(&self) -> Option<&str> {
        let told = match self {
            Self::Service { error, .. } => error::request_id(error.meta()),
            Self::Unreadable { source, .. } => source
                .downcast_ref::<UnreadableError>()
                .and_then(UnreadableError::request_id),
            _ => None,
        };
        told.or_else(|| Response::from(self.raw_response()?).request_id())
    }
}
