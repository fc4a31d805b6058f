//! What a service says of its errors: code, message, request id.

mod one_line;
mod service_fault;

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};

use super::operation::{RequestId, Response};

pub(crate) use one_line::OneLine;
#[allow(unused_imports, reason = "a service may have no errors")]
pub use service_fault::{Message, ServiceFault, Told};

/// The key under which the AWS crates keep a request id in [`ErrorMetadata`].
const REQUEST_ID: &str = "aws_request_id";
// needed by: extended request ids
/// The key under which they keep an extended one.
const EXTENDED_REQUEST_ID: &str = "s3_extended_request_id";

/// The metadata of an error, boxed so that results stay small.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata(Box<ErrorMetadata>);

impl Metadata {
    /// Metadata of an error with this code and message that no service sent.
    #[inline]
    pub fn new(code: &str, message: Option<&str>) -> Self {
        Self::build(code, message, None)
    }

    /// Metadata of an error with this code and message that this response told of.
    #[inline]
    pub fn of(response: &Response<'_>, code: &str, message: Option<&str>) -> Self {
        // needed by: extended request ids
        if let Some(id) = response.extended_request_id() {
            let Self(meta) = Self::build(code, message, response.request_id());
            let meta = meta.into_builder().custom(EXTENDED_REQUEST_ID, id);
            return Self(Box::new(meta.build()));
        }
        Self::build(code, message, response.request_id())
    }

    #[inline]
    fn build(code: &str, message: Option<&str>, request_id: Option<&str>) -> Self {
        let mut builder = ErrorMetadata::builder().code(code);
        if let Some(message) = message {
            builder = builder.message(message);
        }
        if let Some(request_id) = request_id {
            builder = builder.custom(REQUEST_ID, request_id);
        }
        Self(Box::new(builder.build()))
    }

    /// The metadata as the AWS crates know it.
    #[inline]
    pub fn get(&self) -> &ErrorMetadata {
        &self.0
    }

    /// The id under which AWS can find the call.
    #[inline]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.0)
    }
}

/// The request id in the metadata of an error.
#[inline]
pub(crate) fn request_id(meta: &ErrorMetadata) -> Option<&str> {
    meta.extra(REQUEST_ID)
}

// needed by: extended request ids
/// The extended request id in the metadata of an error.
#[inline]
pub(crate) fn extended_request_id(meta: &ErrorMetadata) -> Option<&str> {
    meta.extra(EXTENDED_REQUEST_ID)
}

impl RequestId for Metadata {
    #[inline]
    fn request_id(&self) -> Option<&str> {
        self.request_id()
    }
}

impl fmt::Display for Metadata {
    /// `ValidationException: the license ARN is malformed (request id 4f1c)`, as far as known, in
    /// one line, in which nothing acts on a terminal.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        OneLine::part(self.0.code().unwrap_or("the service failed")).fmt(f)?;
        if let Some(message) = self.0.message() {
            write!(f, ": {}", OneLine::part(message))?;
        }
        fmt_request_id(f, self.request_id())
    }
}

/// Adds ` (request id 4f1c)` to a message where the id is known.
#[inline]
pub(crate) fn fmt_request_id(f: &mut fmt::Formatter<'_>, request_id: Option<&str>) -> fmt::Result {
    match request_id {
        Some(id) => write!(f, " (request id {})", OneLine::part(id)),
        None => Ok(()),
    }
}

/// An error that the model does not describe, or one that is not the service's at all.
#[derive(Debug)]
pub struct Unhandled {
    meta: Metadata,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Unhandled {
    /// An error of the service with this metadata.
    #[inline]
    pub fn new(meta: Metadata) -> Self {
        Self { meta, source: None }
    }

    /// Another error, which kept a call from being answered.
    pub fn from_source(source: impl StdError + Send + Sync + 'static) -> Self {
        Self {
            meta: Metadata::default(),
            source: Some(Box::new(source)),
        }
    }
}

impl fmt::Display for Unhandled {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) => OneLine::whole(&source.to_string()).fmt(f),
            None => self.meta.fmt(f),
        }
    }
}

impl StdError for Unhandled {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref()?.source()
    }
}

impl ProvideErrorMetadata for Unhandled {
    #[inline]
    fn meta(&self) -> &ErrorMetadata {
        self.meta.get()
    }
}

impl RequestId for Unhandled {
    #[inline]
    fn request_id(&self) -> Option<&str> {
        self.meta.request_id()
    }
}

/// Implements what errors can do for an error shape that has `meta`.
#[allow(unused_macros, reason = "a service may have no errors")]
macro_rules! service_error {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.meta.fmt(f)
            }
        }

        impl std::error::Error for $name {}

        impl aws_smithy_types::error::metadata::ProvideErrorMetadata for $name {
            #[inline]
            fn meta(&self) -> &aws_smithy_types::error::metadata::ErrorMetadata {
                self.meta.get()
            }
        }

        impl crate::support::operation::RequestId for $name {
            #[inline]
            fn request_id(&self) -> Option<&str> {
                self.meta.request_id()
            }
        }
    };
}

/// What an error enum has of the error in it.
pub trait Fault: StdError + ProvideErrorMetadata {}

impl<T: StdError + ProvideErrorMetadata> Fault for T {}

/// Implements what errors can do for the enum of a service's error shapes and `Unhandled`: what the
/// error in it can do. The third list says which variants the model calls retryable; a fourth has the
/// codes of errors that pass by themselves, whichever variant they are.
macro_rules! error_enum {
    (
        $name:ident,
        [$($variant:ident),*],
        [$($retryable:ident: $kind:ident),*]
        $(, [$($transient:literal),+])?
    ) => {
        impl $name {
            #[inline]
            fn fault(&self) -> &dyn crate::support::error::Fault {
                match self {
                    $(Self::$variant(error) => error,)*
                    Self::Unhandled(error) => error,
                }
            }
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self.fault(), f)
            }
        }

        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self.fault(), f)
            }
        }

        impl std::error::Error for $name {
            #[inline]
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                self.fault().source()
            }
        }

        impl aws_smithy_types::error::metadata::ProvideErrorMetadata for $name {
            #[inline]
            fn meta(&self) -> &aws_smithy_types::error::metadata::ErrorMetadata {
                self.fault().meta()
            }
        }

        impl crate::support::operation::RequestId for $name {
            #[inline]
            fn request_id(&self) -> Option<&str> {
                crate::support::error::request_id(self.fault().meta())
            }
        }

        impl aws_smithy_types::retry::ProvideErrorKind for $name {
            #[inline]
            fn code(&self) -> Option<&str> {
                self.fault().code()
            }

            #[inline]
            fn retryable_error_kind(&self) -> Option<aws_smithy_types::retry::ErrorKind> {
                $(if let Some($($transient)|+) = self.fault().code() {
                    return Some(aws_smithy_types::retry::ErrorKind::TransientError);
                })?
                match self {
                    $(Self::$retryable(_) => Some(aws_smithy_types::retry::ErrorKind::$kind),)*
                    _ => None,
                }
            }
        }
    };
}

#[allow(unused_imports, reason = "a service may have no errors")]
pub(crate) use {error_enum, service_error};
