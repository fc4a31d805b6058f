//! Structures and unions, as maps from the names of members. A map's length and names are what formats need
//! that do not say what their values are.

use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};

use super::super::wire::{Encode, EncodeMembers, Members};
use super::writer::{self, Place};

/// Writes a structure or a union, inside which its members stand there.
#[inline]
pub(super) fn write<S: Serializer>(
    structure: &impl EncodeMembers,
    place: Place,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut count = Count(0);
    structure.encode_all(&mut count);
    let mut writer = Writer {
        map: serializer.serialize_map(Some(count.0))?,
        place,
        failure: None,
    };
    structure.encode_all(&mut writer);
    match writer.failure {
        Some(failure) => Err(failure),
        None => writer.map.end(),
    }
}

/// How many members have a value.
struct Count(usize);

impl Members for Count {
    #[inline]
    fn value(&mut self, _name: &'static str, _value: &impl Encode) {
        self.0 += 1;
    }

    /// What fails here fails when it is written.
    #[inline]
    fn fail(&mut self, _reason: &str) {}

    #[inline]
    fn has_failed(&self) -> bool {
        false
    }
}

/// A map in the making.
struct Writer<M: SerializeMap> {
    map: M,
    place: Place,
    failure: Option<M::Error>,
}

impl<M: SerializeMap> Members for Writer<M> {
    #[inline]
    fn value(&mut self, name: &'static str, value: &impl Encode) {
        if self.failure.is_none() {
            let place = self.place;
            let value = Inside { value, place };
            self.failure = self.map.serialize_entry(name, &value).err();
        }
    }

    #[cold]
    #[inline]
    fn fail(&mut self, reason: &str) {
        self.failure.get_or_insert_with(|| M::Error::custom(reason));
    }

    #[inline]
    fn has_failed(&self) -> bool {
        self.failure.is_some()
    }
}

/// A value inside another one, where a null may be in its place: formats that do not say what their values
/// are say that it is none.
pub(super) struct Inside<'v, T> {
    pub value: &'v T,
    pub place: Place,
}

impl<T: Encode> Serialize for Inside<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value.is_null() {
            true => writer::write_null(serializer),
            false => serializer.serialize_some(&Value(self)),
        }
    }
}

/// The same, which is no null.
struct Value<'i, 'v, T>(&'i Inside<'v, T>);

impl<T: Encode> Serialize for Value<'_, '_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        writer::write(self.0.value, self.0.place, serializer)
    }
}
