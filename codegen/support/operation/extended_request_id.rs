//! The other id that AWS asks for where a call is looked for: outputs and errors tell it.

use aws_smithy_types::error::metadata::ErrorMetadata;

use super::Failure;
use crate::support::error::{self, Unhandled};

/// What tells an extended request id beside [`request_id`](super::RequestId::request_id): every output
/// and every error of services that have such ids.
pub trait RequestIdExt {
    /// The id; `None` where the answer has none, or there was no answer.
    fn extended_request_id(&self) -> Option<&str>;
}

impl RequestIdExt for ErrorMetadata {
    #[inline]
    fn extended_request_id(&self) -> Option<&str> {
        error::extended_request_id(self)
    }
}

impl RequestIdExt for Unhandled {
    #[inline]
    fn extended_request_id(&self) -> Option<&str> {
        use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
        self.meta().extended_request_id()
    }
}

impl<E: RequestIdExt> RequestIdExt for Failure<E> {
    fn extended_request_id(&self) -> Option<&str> {
        match self {
            Self::Service(error) => error.extended_request_id(),
            Self::Unreadable(_) => None,
        }
    }
}

impl<O: RequestIdExt, E: RequestIdExt> RequestIdExt for Result<O, E> {
    fn extended_request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.extended_request_id(),
            Err(error) => error.extended_request_id(),
        }
    }
}

/// Implements [`RequestIdExt`] for an output, whatever the type of its stream is, or for an error.
macro_rules! extended_request_id {
    (output $name:ident $(<$body:ident>)?) => {
        impl $(<$body>)? crate::support::operation::RequestIdExt for $name $(<$body>)? {
            #[inline]
            fn extended_request_id(&self) -> Option<&str> {
                self._extended_request_id.get()
            }
        }
    };
    (error $name:ident) => {
        impl crate::support::operation::RequestIdExt for $name {
            #[inline]
            fn extended_request_id(&self) -> Option<&str> {
                let meta = aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self);
                crate::support::operation::RequestIdExt::extended_request_id(meta)
            }
        }
    };
}

/// Implements `Operation::extended_request_id_field` for an operation whose output has one.
macro_rules! extended_request_id_field {
    () => {
        #[inline]
        fn extended_request_id_field(
            output: &mut Self::Output,
        ) -> Option<&mut crate::support::operation::RequestIdField> {
            Some(&mut output._extended_request_id)
        }
    };
}

/// The setter of an output's builder.
#[cfg(feature = "test-util")]
macro_rules! set_extended_request_id {
    () => {
        /// Sets what `extended_request_id()` tells.
        pub fn _extended_request_id(mut self, id: impl Into<String>) -> Self {
            self.value._extended_request_id = crate::support::operation::RequestIdField::of(id);
            self
        }
    };
}

#[cfg(feature = "test-util")]
pub(crate) use set_extended_request_id;
pub(crate) use {extended_request_id, extended_request_id_field};
