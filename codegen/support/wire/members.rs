//! Members of structures, elements of lists and maps, and what is absent: where a null is not a
//! value but the absence of one.

// needed by: maps
use std::collections::HashMap;
// needed by: maps
use std::hash::Hash;

use super::{Decode, DecodeMember, Encode, EncodeMembers, Error, Reader, Writer};

impl<T: EncodeMembers> Encode for T {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.structure(|w| self.encode_members(w));
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
            Some(item) => r.members(|name, r| item.decode_member(name, r)),
            None => Ok(()),
        }
    }
}

impl<T: EncodeMembers> EncodeMembers for Box<T> {
    #[inline]
    fn encode_members(&self, w: &mut impl Writer) {
        // A box holds a shape inside itself: here a value that is too deep must come to an end.
        if !w.has_failed() {
            (**self).encode_members(w);
        }
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
        w.list(self, T::encode);
    }
}

// needed by: lists to read
impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        list(r, T::decode_item, T::from_null)
    }
}

// needed by: maps
impl<K: AsRef<str>, V: Encode> Encode for HashMap<K, V> {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.map(self, V::encode);
    }
}

// needed by: maps
impl<K: From<String> + Eq + Hash, V: Decode> Decode for HashMap<K, V> {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        map(r, V::decode, V::from_null)
    }
}

// needed by: lists to read
/// Reads the list that comes next: `item` reads one behind the others.
#[inline]
pub(super) fn list<R: Reader, T>(
    r: &mut R,
    item: impl Fn(&mut R, &mut Vec<T>) -> Result<(), Error>,
    from_null: impl Fn() -> Option<T>,
) -> Result<Vec<T>, Error> {
    let mut items = Vec::with_capacity(r.room_for::<T>());
    each_item(r, &mut items, item, from_null)?;
    Ok(items)
}

// needed by: lists to read
/// Reads the items of the list that comes next behind those that are there.
#[inline]
pub(super) fn each_item<R: Reader, T>(
    r: &mut R,
    items: &mut Vec<T>,
    item: impl Fn(&mut R, &mut Vec<T>) -> Result<(), Error>,
    from_null: impl Fn() -> Option<T>,
) -> Result<(), Error> {
    r.list(|r| {
        if r.null() {
            items.extend(from_null());
            return Ok(());
        }
        item(r, items)
    })
}

// needed by: maps
/// Reads the map that comes next.
#[inline]
pub(super) fn map<R: Reader, K: From<String> + Eq + Hash, V>(
    r: &mut R,
    decode: impl Fn(&mut R) -> Result<V, Error>,
    from_null: impl Fn() -> Option<V>,
) -> Result<HashMap<K, V>, Error> {
    let mut values = HashMap::new();
    each_entry(r, &mut values, decode, from_null)?;
    Ok(values)
}

// needed by: maps
/// Reads the entries of the map that comes next into one. Of entries with one key the last counts.
#[inline]
pub(super) fn each_entry<R: Reader, K: From<String> + Eq + Hash, V>(
    r: &mut R,
    values: &mut HashMap<K, V>,
    decode: impl Fn(&mut R) -> Result<V, Error>,
    from_null: impl Fn() -> Option<V>,
) -> Result<(), Error> {
    r.map(|key, r| {
        if let Some(value) = r.element(&decode, &from_null)? {
            values.insert(K::from(key.to_owned()), value);
        }
        Ok(())
    })
}
