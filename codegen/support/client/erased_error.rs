//! An operation's error without its type, so that one set of retry classifiers serves all
//! operations.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::Error;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};

use crate::support::operation::OperationError;

/// What interceptors and retry classifiers see of an operation's error: everything but its type,
/// which [`downcast_ref`](Self::downcast_ref) tells.
pub struct ErasedError(Box<dyn OperationError>);

impl ErasedError {
    #[inline]
    pub(super) fn new(error: impl OperationError) -> Self {
        Self(Box::new(error))
    }

    /// The error as the one of a certain operation, if it is that.
    #[inline]
    pub fn downcast_ref<E: OperationError>(&self) -> Option<&E> {
        let error: &dyn StdError = self.0.as_ref();
        error.downcast_ref()
    }

    #[inline]
    fn downcast<E: OperationError>(self) -> Result<Box<E>, BoxError> {
        let error: BoxError = self.0;
        error.downcast()
    }
}

/// The error of a call as its operation knows it. Tools that answer a call in place of the
/// service put the typed error there themselves, so both forms are understood.
#[inline]
pub(super) fn typed<E: OperationError>(error: Error) -> Result<Box<E>, BoxError> {
    match error.downcast::<ErasedError>() {
        Ok(erased) => erased.downcast(),
        Err(error) => error.downcast::<E>().map(Box::new).map_err(BoxError::from),
    }
}

impl fmt::Debug for ErasedError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for ErasedError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl StdError for ErasedError {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}

impl ProvideErrorMetadata for ErasedError {
    #[inline]
    fn meta(&self) -> &ErrorMetadata {
        self.0.meta()
    }
}

impl ProvideErrorKind for ErasedError {
    #[inline]
    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        self.0.retryable_error_kind()
    }

    #[inline]
    fn code(&self) -> Option<&str> {
        ProvideErrorMetadata::code(self.0.as_ref())
    }
}
