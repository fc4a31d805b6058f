//! Why a double has no answer.

use std::error::Error as StdError;
use std::fmt;

use crate::support::operation::{BuildError, UnreadableError};

/// Why a double has no answer to a request.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unanswered {
    /// No operation has such requests.
    NoOperation {
        /// The service.
        service: &'static str,
        /// What of the request tells its operation.
        asked: String,
    },
    /// No closure stands for the operation that was called.
    NoClosure {
        /// The service.
        service: &'static str,
        /// The operation, by its name in the model.
        operation: &'static str,
    },
    /// The request cannot be read as one of the operation.
    Unreadable {
        /// The operation, by its name in the model.
        operation: &'static str,
        /// What is wrong with it.
        error: UnreadableRequest,
    },
    /// What the closure gives cannot be written.
    Unwritable {
        /// The operation, by its name in the model.
        operation: &'static str,
        /// What is wrong with it.
        error: BuildError,
    },
    /// The closure breaks the connection off.
    BrokenOff,
}

impl fmt::Display for Unanswered {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoOperation { service, asked } => write!(
                f,
                "the double of {service} was asked for what no operation is: `{asked}`"
            ),
            Self::NoClosure { service, operation } => write!(
                f,
                "the double of {service} has no closure for `{operation}`: give it one with `on`"
            ),
            Self::Unreadable { operation, error } => {
                write!(f, "the request is none of `{operation}`: {error}")
            }
            Self::Unwritable { operation, error } => write!(
                f,
                "the closure for `{operation}` gave what cannot be sent: {error}"
            ),
            Self::BrokenOff => f.write_str("the double breaks the connection off"),
        }
    }
}

impl StdError for Unanswered {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Unreadable { error, .. } => Some(error),
            Self::Unwritable { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// What is wrong with a request, so that it cannot be read.
#[derive(Debug)]
pub struct UnreadableRequest(Box<dyn StdError + Send + Sync>);

impl UnreadableRequest {
    /// It cannot be read, because of this.
    #[inline]
    pub fn new(reason: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(reason.into())
    }
}

impl From<UnreadableError> for UnreadableRequest {
    /// What reads messages speaks of responses.
    #[inline]
    fn from(error: UnreadableError) -> Self {
        Self(error.into_source())
    }
}

impl fmt::Display for UnreadableRequest {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl StdError for UnreadableRequest {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}
