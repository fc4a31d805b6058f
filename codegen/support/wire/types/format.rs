//! Timestamps in other formats than the default one, and whatever has such timestamps in it.
//!
//! <https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait>

use std::collections::HashMap;
use std::hash::Hash;
use std::marker::PhantomData;

use aws_smithy_types::DateTime;

use super::super::super::timestamp::TimestampFormat;
use super::super::{DecodeMember, Encode, Error, Items, Members, Reader, Writer};
use super::union::Variant;

pub use super::super::super::timestamp::{DateTimeFormat, HttpDate};

/// A value that can be written, its timestamps in the format `F`.
pub trait EncodeAs<F> {
    /// Writes the value.
    fn encode_as(&self, w: &mut impl Writer);

    /// Whether it is written as a null.
    #[cfg(feature = "serde")]
    #[inline]
    fn is_null(&self) -> bool {
        false
    }
}

/// A value that can be read, its timestamps in the format `F`.
pub trait DecodeAs<F>: Sized {
    /// Reads the value that comes next.
    ///
    /// # Errors
    /// Where the message is broken, or another kind of value comes.
    fn decode_as(r: &mut impl Reader) -> Result<Self, Error>;

    /// What a null stands for, as with [`Decode::from_null`](super::super::Decode::from_null).
    #[inline]
    fn from_null() -> Option<Self> {
        None
    }
}

/// A value whose timestamps are in the format `F`.
pub(super) struct InFormat<F, T>(T, PhantomData<F>);

impl<F, T> InFormat<F, T> {
    /// This value.
    #[inline]
    pub(super) fn new(value: T) -> Self {
        Self(value, PhantomData)
    }
}

impl<F, T: EncodeAs<F>> Encode for InFormat<F, &T> {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        self.0.encode_as(w);
    }

    #[cfg(feature = "serde")]
    #[inline]
    fn is_null(&self) -> bool {
        self.0.is_null()
    }
}

/// Writes a member, its timestamps in the format `F`.
#[inline]
pub fn value_as<F>(w: &mut impl Members, name: &'static str, value: &impl EncodeAs<F>) {
    w.value(name, &InFormat::new(value));
}

/// Writes a member, its timestamps in the format `F`, or nothing where it has no value.
#[inline]
pub fn field_as<F>(w: &mut impl Members, name: &'static str, value: &Option<impl EncodeAs<F>>) {
    if let Some(value) = value {
        value_as::<F>(w, name, value);
    }
}

/// Like [`Reader::member`], with timestamps in the format `F`.
///
/// # Errors
/// Where the value is not what `slot` is for.
#[inline]
pub fn member_as<F, T: DecodeAs<F>>(r: &mut impl Reader, slot: &mut T) -> Result<(), Error> {
    if let Some(value) = r.element(T::decode_as, T::from_null)? {
        *slot = value;
    }
    Ok(())
}

impl<U> Variant<'_, U> {
    /// Like [`Variant::read`], with timestamps in the format `F`.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline]
    pub fn read_as<F, T: DecodeAs<F>>(
        &mut self,
        r: &mut impl Reader,
        variant: impl FnOnce(T) -> U,
    ) -> Result<(), Error> {
        if self.claim(r)? {
            *self.union = variant(T::decode_as(r)?);
        }
        Ok(())
    }
}

macro_rules! formats {
    ($($format:ty),*) => {$(
        impl EncodeAs<$format> for DateTime {
            #[inline]
            fn encode_as(&self, w: &mut impl Writer) {
                w.timestamp(self, false, <$format>::write);
            }
        }

        impl DecodeAs<$format> for DateTime {
            #[inline]
            fn decode_as(r: &mut impl Reader) -> Result<Self, Error> {
                r.timestamp(false, <$format>::read)
            }
        }
    )*};
}

formats!(DateTimeFormat, HttpDate);

impl<F, T: EncodeAs<F>> EncodeAs<F> for Option<T> {
    #[inline]
    fn encode_as(&self, w: &mut impl Writer) {
        match self {
            Some(value) => value.encode_as(w),
            None => w.null(),
        }
    }

    #[cfg(feature = "serde")]
    #[inline]
    fn is_null(&self) -> bool {
        self.is_none()
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Vec<T> {
    #[inline]
    fn encode_as(&self, w: &mut impl Writer) {
        w.list(self.iter().map(InFormat::<F, _>::new));
    }
}

impl<F, K: AsRef<str>, V: EncodeAs<F>> EncodeAs<F> for HashMap<K, V> {
    #[inline]
    fn encode_as(&self, w: &mut impl Writer) {
        let entries = self.iter();
        w.map(entries.map(|(key, value)| (key, InFormat::<F, _>::new(value))));
    }
}

impl<F, T: DecodeAs<F>> DecodeAs<F> for Option<T> {
    #[inline]
    fn decode_as(r: &mut impl Reader) -> Result<Self, Error> {
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
    fn decode_as(r: &mut impl Reader) -> Result<Self, Error> {
        let mut items = Self::with_capacity(r.room_for::<T>());
        r.list(&mut InFormat::<F, _>::new(&mut items))?;
        Ok(items)
    }
}

impl<F, K: From<String> + Eq + Hash, V: DecodeAs<F>> DecodeAs<F> for HashMap<K, V> {
    #[inline]
    fn decode_as(r: &mut impl Reader) -> Result<Self, Error> {
        let mut values = Self::new();
        r.map(&mut InFormat::<F, _>::new(&mut values))?;
        Ok(values)
    }
}

impl<F, T: DecodeAs<F>> Items for InFormat<F, &mut Vec<T>> {
    #[inline]
    fn item(&mut self, r: &mut impl Reader) -> Result<(), Error> {
        self.0.extend(r.element(T::decode_as, T::from_null)?);
        Ok(())
    }
}

impl<F, K: From<String> + Eq + Hash, V: DecodeAs<F>> DecodeMember
    for InFormat<F, &mut HashMap<K, V>>
{
    #[inline]
    fn decode_member(&mut self, key: &str, r: &mut impl Reader) -> Result<(), Error> {
        if let Some(value) = r.element(V::decode_as, V::from_null)? {
            self.0.insert(K::from(key.to_owned()), value);
        }
        Ok(())
    }
}
