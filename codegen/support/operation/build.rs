//! Requests that cannot be built.

use std::error::Error as StdError;
use std::fmt;

/// A request that could not be built from its input.
#[derive(Debug)]
pub struct BuildError {
    reason: String,
}

impl BuildError {
    /// The request cannot be built, for this reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}

impl fmt::Display for BuildError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the request could not be built: {}", self.reason)
    }
}

impl StdError for BuildError {}
