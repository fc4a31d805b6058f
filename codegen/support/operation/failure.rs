//! Answers that are no outputs.

use std::error::Error as StdError;
use std::fmt;

use super::{RequestId, Response};
use crate::support::error::{OneLine, fmt_request_id};

/// Why an answer of the service is not an output.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure<E> {
    /// The service answered with an error.
    Service(E),
    /// The service's answer could not be understood: it is truncated, say, or not JSON.
    Unreadable(UnreadableError),
}

impl<E: fmt::Display> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Unreadable(error) => error.fmt(f),
        }
    }
}

impl<E: StdError + 'static> StdError for Failure<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Service(error) => error.source(),
            Self::Unreadable(error) => error.source(),
        }
    }
}

impl<E: RequestId> RequestId for Failure<E> {
    fn request_id(&self) -> Option<&str> {
        match self {
            Self::Service(error) => error.request_id(),
            Self::Unreadable(error) => error.request_id(),
        }
    }
}

impl<E> From<UnreadableError> for Failure<E> {
    #[inline]
    fn from(error: UnreadableError) -> Self {
        Self::Unreadable(error)
    }
}

/// A response that could not be understood.
#[derive(Debug)]
pub struct UnreadableError {
    status: u16,
    request_id: Option<String>,
    source: Box<dyn StdError + Send + Sync>,
}

impl UnreadableError {
    /// The given response could not be understood, because of `source`.
    pub fn new(
        response: &Response<'_>,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self {
            status: response.status(),
            request_id: response.request_id().map(str::to_owned),
            source: source.into(),
        }
    }
}

#[cfg(feature = "test-util")]
impl UnreadableError {
    /// What is wrong with the message, be it a response or not.
    #[inline]
    pub(crate) fn into_source(self) -> Box<dyn StdError + Send + Sync> {
        self.source
    }
}

impl fmt::Display for UnreadableError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the response (HTTP status {}) could not be read: {}",
            self.status,
            OneLine::part(&self.source.to_string())
        )?;
        fmt_request_id(f, self.request_id())
    }
}

impl RequestId for UnreadableError {
    #[inline]
    fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }
}

impl StdError for UnreadableError {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(self.source.as_ref())
    }
}
