//! Values of headers. The type of a header is in the message, and members have one of their own.

use aws_smithy_types::event_stream::HeaderValue;
use aws_smithy_types::{Blob, DateTime};

/// What a header may be read as.
pub trait FromHeader: Sized {
    /// What a header has to be, in words.
    const EXPECTED: &'static str;

    /// The value of a header; `None` where it is of another type.
    fn from_header(value: &HeaderValue) -> Option<Self>;
}

impl<T: FromHeader> FromHeader for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    #[inline]
    fn from_header(value: &HeaderValue) -> Option<Self> {
        T::from_header(value).map(Some)
    }
}

impl FromHeader for bool {
    const EXPECTED: &'static str = "a boolean";

    #[inline]
    fn from_header(value: &HeaderValue) -> Option<Self> {
        value.as_bool().ok()
    }
}

macro_rules! integers {
    ($($type:ty)+) => {$(
        impl FromHeader for $type {
            const EXPECTED: &'static str = "an integer within its type's range";

            /// It may be in a wider type, or a narrower one.
            #[inline]
            fn from_header(value: &HeaderValue) -> Option<Self> {
                let value = match *value {
                    HeaderValue::Byte(value) => value.into(),
                    HeaderValue::Int16(value) => value.into(),
                    HeaderValue::Int32(value) => value.into(),
                    HeaderValue::Int64(value) => value,
                    _ => return None,
                };
                value.try_into().ok()
            }
        }
    )+};
}

integers!(i8 i16 i32 i64);

impl FromHeader for Blob {
    const EXPECTED: &'static str = "bytes";

    #[inline]
    fn from_header(value: &HeaderValue) -> Option<Self> {
        let bytes = value.as_byte_array().ok()?;
        Some(Self::new(bytes.as_ref()))
    }
}

impl FromHeader for String {
    const EXPECTED: &'static str = "a string";

    #[inline]
    fn from_header(value: &HeaderValue) -> Option<Self> {
        let text = value.as_string().ok()?;
        Some(text.as_str().to_owned())
    }
}

impl FromHeader for DateTime {
    const EXPECTED: &'static str = "a timestamp";

    #[inline]
    fn from_header(value: &HeaderValue) -> Option<Self> {
        value.as_timestamp().ok()
    }
}

/// Implements [`FromHeader`] for an enum of strings.
#[allow(unused_macros, reason = "a service may have no enums in headers")]
macro_rules! string_header {
    ($name:ident) => {
        impl crate::support::event_stream::FromHeader for $name {
            const EXPECTED: &'static str = "a string";

            #[inline]
            fn from_header(value: &aws_smithy_types::event_stream::HeaderValue) -> Option<Self> {
                let text = value.as_string().ok()?;
                Some(text.as_str().into())
            }
        }
    };
}

// needed by: events to write
/// Implements [`ToHeader`](super::ToHeader) for an enum of strings.
#[allow(unused_macros, reason = "a service may have no enums in headers")]
macro_rules! written_string_header {
    ($name:ident) => {
        impl crate::support::event_stream::ToHeader for $name {
            #[inline]
            fn to_header(&self) -> Option<aws_smithy_types::event_stream::HeaderValue> {
                let text = self.as_str().to_owned();
                Some(aws_smithy_types::event_stream::HeaderValue::String(
                    text.into(),
                ))
            }
        }
    };
}

// needed by: events to write
/// The same for an enum of integers.
#[allow(unused_macros, reason = "a service may have no enums in headers")]
macro_rules! written_integer_header {
    ($name:ident) => {
        impl crate::support::event_stream::ToHeader for $name {
            #[inline]
            fn to_header(&self) -> Option<aws_smithy_types::event_stream::HeaderValue> {
                Some(aws_smithy_types::event_stream::HeaderValue::Int32(
                    self.value(),
                ))
            }
        }
    };
}

/// The same for an enum of integers.
#[allow(unused_macros, reason = "a service may have no enums in headers")]
macro_rules! integer_header {
    ($name:ident) => {
        impl crate::support::event_stream::FromHeader for $name {
            const EXPECTED: &'static str = "an integer within its type's range";

            #[inline]
            fn from_header(value: &aws_smithy_types::event_stream::HeaderValue) -> Option<Self> {
                <i32 as crate::support::event_stream::FromHeader>::from_header(value)
                    .map(Self::from)
            }
        }
    };
}

#[allow(unused_imports, reason = "a service may have no enums in headers")]
pub(crate) use {integer_header, string_header};
// needed by: events to write
#[allow(unused_imports, reason = "a service may have no enums in headers")]
pub(crate) use {written_integer_header, written_string_header};
