//! Members of structures, elements of lists and maps, and what is absent: where a null is not a
//! value but the absence of one.

// needed by: maps
use std::collections::HashMap;
// needed by: maps
use std::hash::Hash;

// needed by: lists to read
use super::Items;
use super::{Decode, DecodeMember, Encode, EncodeMembers, Error, Members, Reader, Writer};

impl<T: EncodeMembers> Encode for T {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.structure(self);
    }
}

impl<T: DecodeMember + Default> Decode for T {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.structure(T::default())
    }

    // needed by: lists to read
    #[inline]
    fn decode_item(r: &mut impl Reader, items: &mut Vec<Self>) -> Result<(), Error> {
        items.push(T::default());
        match items.last_mut() {
            Some(item) => r.members(item),
            None => Ok(()),
        }
    }
}

/// A value that is elsewhere.
pub(super) struct Borrowed<'v, T>(pub &'v T);

impl<T: Encode> Encode for Borrowed<'_, T> {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        self.0.encode(w);
    }

    #[cfg(feature = "serde")]
    #[inline]
    fn is_null(&self) -> bool {
        self.0.is_null()
    }
}

impl<T: EncodeMembers> EncodeMembers for Box<T> {
    #[inline]
    fn encode_members(&self, w: &mut impl Members) {
        // A box holds a shape inside itself: here a value that is too deep must come to an end.
        if !w.has_failed() {
            (**self).encode_members(w);
        }
    }

    #[cfg(feature = "test-util")]
    #[inline]
    fn encode_answered(&self, w: &mut impl Members) {
        if !w.has_failed() {
            (**self).encode_answered(w);
        }
    }

    #[cfg(feature = "serde")]
    #[inline]
    fn encode_all(&self, w: &mut impl Members) {
        (**self).encode_all(w);
    }
}

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        match self {
            Some(value) => value.encode(w),
            None => w.null(),
        }
    }

    #[cfg(feature = "serde")]
    #[inline]
    fn is_null(&self) -> bool {
        self.is_none()
    }
}

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        if r.null() {
            return Ok(None);
        }
        T::decode(r).map(Some)
    }

    /// A null is looked for only once.
    #[inline]
    fn decode_into(slot: &mut Self, r: &mut impl Reader) -> Result<(), Error> {
        *slot = Self::decode(r)?;
        Ok(())
    }

    #[inline]
    fn from_null() -> Option<Self> {
        Some(None)
    }
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.list(self.iter().map(Borrowed));
    }
}

// needed by: lists to read
impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        let mut items = Self::with_capacity(r.room_for::<T>());
        r.list(&mut items)?;
        Ok(items)
    }
}

// needed by: maps
impl<K: AsRef<str>, V: Encode> Encode for HashMap<K, V> {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.map(self.iter().map(|(key, value)| (key, Borrowed(value))));
    }
}

// needed by: maps
impl<K: From<String> + Eq + Hash, V: Decode> Decode for HashMap<K, V> {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        let mut values = Self::new();
        r.map(&mut Entries(&mut values))?;
        Ok(values)
    }
}

// needed by: lists to read
impl<T: Decode> Items for Vec<T> {
    #[inline]
    fn item(&mut self, r: &mut impl Reader) -> Result<(), Error> {
        if r.null() {
            self.extend(T::from_null());
            return Ok(());
        }
        T::decode_item(r, self)
    }
}

// needed by: maps
/// The entries of a map, which come one by one. Of entries with one key the last counts.
pub(super) struct Entries<'m, K, V>(pub &'m mut HashMap<K, V>);

// needed by: maps
impl<K: From<String> + Eq + Hash, V: Decode> DecodeMember for Entries<'_, K, V> {
    #[inline]
    fn decode_member(&mut self, key: &str, r: &mut impl Reader) -> Result<(), Error> {
        if let Some(value) = r.element(V::decode, V::from_null)? {
            self.0.insert(K::from(key.to_owned()), value);
        }
        Ok(())
    }
}
