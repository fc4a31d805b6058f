//! Simple values as text: the same in paths, queries and headers, and in formats that have nothing
//! but texts.

use std::borrow::Cow;

use aws_smithy_types::{BigDecimal, BigInteger, DateTime, base64};

// needed by: floats
use super::digits;
use super::timestamp::TimestampFormat;

/// A value that has one text.
pub trait Text: Sized {
    /// Its text.
    fn to_text(&self) -> Cow<'_, str>;

    /// The value of a text; `None` where it is not the text of any.
    fn from_text(text: &str) -> Option<Self>;
}

impl Text for String {
    #[inline]
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

macro_rules! text_of_number {
    ($($number:ty),*) => {$(
        impl Text for $number {
            #[inline]
            fn to_text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }

            #[inline]
            fn from_text(text: &str) -> Option<Self> {
                text.trim().parse().ok()
            }
        }
    )*};
}

text_of_number!(bool, i8, i16, i32, i64);

// needed by: floats
macro_rules! text_of_float {
    ($($float:ident),*) => {$(
        impl Text for $float {
            #[inline]
            fn to_text(&self) -> Cow<'_, str> {
                match digits::word((*self).into()) {
                    Some(word) => Cow::Borrowed(word),
                    // Unlike `Display`, `Debug` does not write out a hundred zeros.
                    None => Cow::Owned(format!("{self:?}")),
                }
            }

            #[inline]
            fn from_text(text: &str) -> Option<Self> {
                match text.trim() {
                    "NaN" => Some($float::NAN),
                    "Infinity" => Some($float::INFINITY),
                    "-Infinity" => Some($float::NEG_INFINITY),
                    number => number.parse().ok().filter(|value: &Self| value.is_finite()),
                }
            }
        }
    )*};
}

// needed by: floats
text_of_float!(f32, f64);

macro_rules! text_of_big_number {
    ($($number:ty),*) => {$(
        impl Text for $number {
            #[inline]
            fn to_text(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.as_ref())
            }

            #[inline]
            fn from_text(text: &str) -> Option<Self> {
                text.trim().parse().ok()
            }
        }
    )*};
}

text_of_big_number!(BigInteger, BigDecimal);

/// Implements [`Text`] for an enum of strings.
#[allow(unused_macros, reason = "a service may bind no enums of strings")]
macro_rules! string_enum {
    ($name:ident) => {
        impl crate::support::text::Text for $name {
            #[inline]
            fn to_text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Borrowed(self.as_str())
            }

            #[inline]
            fn from_text(text: &str) -> Option<Self> {
                Some(Self::from(text))
            }
        }
    };
}

/// Implements [`Text`] for an enum of integers.
#[allow(unused_macros, reason = "a service may bind no enums of integers")]
macro_rules! integer_enum {
    ($name:ident) => {
        impl crate::support::text::Text for $name {
            #[inline]
            fn to_text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Owned(self.value().to_string())
            }

            #[inline]
            fn from_text(text: &str) -> Option<Self> {
                crate::support::text::Text::from_text(text).map(|value: i32| value.into())
            }
        }
    };
}

#[allow(unused_imports, reason = "a service may bind no enums")]
pub(crate) use {integer_enum, string_enum};

/// A value that has a text in the form `F`.
pub trait TextAs<F>: Sized {
    /// How many commas there are in each text.
    const COMMAS: usize = 0;

    /// Its text; `None` where the form has none for it.
    fn to_text_as(&self) -> Option<Cow<'_, str>>;

    /// The value of a text; `None` where it is not the text of any.
    fn from_text_as(text: &str) -> Option<Self>;
}

/// Base64, in which headers have texts of a media type.
#[derive(Clone, Copy, Debug)]
pub struct Base64;

impl<F: TimestampFormat> TextAs<F> for DateTime {
    const COMMAS: usize = F::COMMAS;

    #[inline]
    fn to_text_as(&self) -> Option<Cow<'_, str>> {
        F::write(self).map(Cow::Owned)
    }

    #[inline]
    fn from_text_as(text: &str) -> Option<Self> {
        F::read(text)
    }
}

impl TextAs<Base64> for String {
    #[inline]
    fn to_text_as(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(base64::encode(self)))
    }

    #[inline]
    fn from_text_as(text: &str) -> Option<Self> {
        Self::from_utf8(base64::decode(text.trim()).ok()?).ok()
    }
}
