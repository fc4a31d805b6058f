//! Values of headers that are written: each type of a member has one of its own.

use aws_smithy_types::event_stream::HeaderValue;
use aws_smithy_types::{Blob, DateTime};

/// What a header may be written from.
pub trait ToHeader {
    /// The value of the header; `None` where there is to be none.
    fn to_header(&self) -> Option<HeaderValue>;
}

impl<T: ToHeader> ToHeader for Option<T> {
    #[inline]
    fn to_header(&self) -> Option<HeaderValue> {
        self.as_ref()?.to_header()
    }
}

macro_rules! written_as {
    ($($type:ty => $variant:ident),+ $(,)?) => {$(
        impl ToHeader for $type {
            #[inline]
            fn to_header(&self) -> Option<HeaderValue> {
                Some(HeaderValue::$variant(*self))
            }
        }
    )+};
}

written_as!(
    bool => Bool,
    i8 => Byte,
    i16 => Int16,
    i32 => Int32,
    i64 => Int64,
    DateTime => Timestamp,
);

impl ToHeader for Blob {
    #[inline]
    fn to_header(&self) -> Option<HeaderValue> {
        Some(HeaderValue::ByteArray(self.as_ref().to_vec().into()))
    }
}

impl ToHeader for String {
    #[inline]
    fn to_header(&self) -> Option<HeaderValue> {
        Some(HeaderValue::String(self.clone().into()))
    }
}
