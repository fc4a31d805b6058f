//! Texts, booleans and bytes.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

// needed by: blobs
use aws_smithy_types::{Blob, base64};
use serde::Deserializer;
// needed by: blobs
use serde::de::SeqAccess;
use serde::de::{DeserializeSeed, Error, Visitor};

/// Reads a text.
pub(super) struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    #[inline]
    fn visit_string<E: Error>(self, text: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text))
    }
}

/// Reads the name of a member, or a key, in place of the one before.
pub(super) struct NameInto<'n>(pub &'n mut String);

impl<'de> DeserializeSeed<'de> for NameInto<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for NameInto<'_> {
    type Value = ();

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.clear();
        self.0.push_str(text);
        Ok(())
    }
}

/// Reads the value of an enum that is a text.
pub(super) struct EnumVisitor<T>(PhantomData<T>);

impl<T> Default for EnumVisitor<T> {
    #[inline]
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T: for<'t> From<&'t str>> Visitor<'_> for EnumVisitor<T> {
    type Value = T;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from(text))
    }
}

/// Reads a boolean.
pub(super) struct BooleanVisitor;

impl Visitor<'_> for BooleanVisitor {
    type Value = bool;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`true` or `false`")
    }

    #[inline]
    fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}

// needed by: blobs
/// Reads bytes, or the text that they are in base64.
pub(super) struct BlobVisitor;

// needed by: blobs
impl<'de> Visitor<'de> for BlobVisitor {
    type Value = Blob;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes, or base64")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Blob, E> {
        match base64::decode(text) {
            Ok(bytes) => Ok(Blob::new(bytes)),
            Err(_) => Err(E::custom("expected base64")),
        }
    }

    #[inline]
    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Blob, E> {
        Ok(Blob::new(bytes))
    }

    #[inline]
    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Blob, E> {
        Ok(Blob::new(bytes))
    }

    /// Some formats have lists of numbers for them.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Blob, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = list.next_element()? {
            bytes.push(byte);
        }
        Ok(Blob::new(bytes))
    }
}
