//! Timestamps in other formats than the default one, and whatever has such timestamps in it.
//!
//! <https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait>

use std::collections::HashMap;
use std::hash::Hash;

use aws_smithy_types::DateTime;

use super::super::super::timestamp::TimestampFormat;
use super::super::{Error, ErrorKind, ObjectWriter, Reader, Writer};
use super::union::Variant;

pub use super::super::super::timestamp::{DateTimeFormat, HttpDate};

/// A value that can be written as JSON, its timestamps in the format `F`.
pub trait EncodeAs<F> {
    /// Writes the value.
    fn encode_as(&self, w: &mut Writer);
}

/// A value that can be read from JSON, its timestamps in the format `F`.
pub trait DecodeAs<F>: Sized {
    /// Reads the value that comes next.
    ///
    /// # Errors
    /// Where the text is not JSON, or is another kind of value.
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error>;

    /// What a `null` stands for, as with [`Decode::from_null`](super::super::Decode::from_null).
    #[inline]
    fn from_null() -> Option<Self> {
        None
    }
}

impl EncodeAs<DateTimeFormat> for DateTime {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        write_string::<DateTimeFormat>(self, w);
    }
}

impl DecodeAs<DateTimeFormat> for DateTime {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        read_string::<DateTimeFormat>(r)
    }
}

impl EncodeAs<HttpDate> for DateTime {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        write_string::<HttpDate>(self, w);
    }
}

impl DecodeAs<HttpDate> for DateTime {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        read_string::<HttpDate>(r)
    }
}

#[inline]
fn write_string<F: TimestampFormat>(moment: &DateTime, w: &mut Writer) {
    match F::write(moment) {
        Some(text) => w.string(&text),
        None => w.fail("a timestamp is out of the range of its format"),
    }
}

#[inline]
fn read_string<F: TimestampFormat>(r: &mut Reader<'_>) -> Result<DateTime, Error> {
    let offset = r.at;
    F::read(&r.string()?).ok_or(Error::new(ErrorKind::InvalidTimestamp, offset))
}

impl ObjectWriter<'_> {
    /// Writes a member, its timestamps in the format `F`.
    #[inline]
    pub fn value_as<F>(&mut self, name: &str, value: &impl EncodeAs<F>) {
        self.name(name);
        value.encode_as(self.writer);
    }

    /// Writes a member, its timestamps in the format `F`, or nothing where it has no value.
    #[inline]
    pub fn field_as<F>(&mut self, name: &str, value: &Option<impl EncodeAs<F>>) {
        if let Some(value) = value {
            self.value_as::<F>(name, value);
        }
    }
}

impl Reader<'_> {
    /// Like [`Reader::member`], with timestamps in the format `F`.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    #[inline]
    pub fn member_as<F, T: DecodeAs<F>>(&mut self, slot: &mut T) -> Result<(), Error> {
        if let Some(value) = self.element(T::decode_as, T::from_null)? {
            *slot = value;
        }
        Ok(())
    }

    /// Like [`Reader::variant`], with timestamps in the format `F`.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline]
    pub fn variant_as<F, T: DecodeAs<F>, U>(
        &mut self,
        of: &mut Variant<'_, U>,
        variant: impl FnOnce(T) -> U,
    ) -> Result<(), Error> {
        if self.claim_variant(of)? {
            *of.union = variant(T::decode_as(self)?);
        }
        Ok(())
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Option<T> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        match self {
            Some(value) => value.encode_as(w),
            None => w.null(),
        }
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Vec<T> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        w.list(self, T::encode_as);
    }
}

impl<F, K: AsRef<str>, V: EncodeAs<F>> EncodeAs<F> for HashMap<K, V> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        w.map(self, V::encode_as);
    }
}

impl<F, T: DecodeAs<F>> DecodeAs<F> for Option<T> {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        if r.null() {
            return Ok(None);
        }
        T::decode_as(r).map(Some)
    }

    #[inline]
    fn from_null() -> Option<Self> {
        Some(None)
    }
}

impl<F, T: DecodeAs<F>> DecodeAs<F> for Vec<T> {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.list(T::decode_as, T::from_null)
    }
}

impl<F, K: From<String> + Eq + Hash, V: DecodeAs<F>> DecodeAs<F> for HashMap<K, V> {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.map(V::decode_as, V::from_null)
    }
}
