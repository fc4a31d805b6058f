//! The writer: a serializer before its one value is written, and what came of it. Structures and unions are
//! maps from the names of members: a map's length and names are all that formats need which do not say
//! what their values are.

// needed by: timestamps
use aws_smithy_types::DateTime;
// needed by: big numbers
use aws_smithy_types::{BigDecimal, BigInteger};
// needed by: blobs
use aws_smithy_types::{Blob, base64};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::super::wire::{self, Encode, EncodeMembers, MAX_DEPTH, Members};
use super::count;
// needed by: floats
use super::numbers;
use super::place::{Place, write_null};
// needed by: timestamps
use super::times;

/// Writes a value that stands there.
pub(super) fn write<S: Serializer>(
    value: &impl Encode,
    place: Place,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut writer = Writer {
        state: State::Before(serializer),
        place,
    };
    value.encode(&mut writer);
    match writer.state {
        State::Behind(written) => written,
        // Each value is written, be it nothing.
        State::Before(_) | State::Failed => Err(S::Error::custom("a value has not been written")),
    }
}

/// A value in the making.
struct Writer<S: Serializer> {
    state: State<S>,
    place: Place,
}

enum State<S: Serializer> {
    Before(S),
    Behind(Result<S::Ok, S::Error>),
    Failed,
}

impl<S: Serializer> Writer<S> {
    /// Writes the value.
    fn put(&mut self, write: impl FnOnce(S) -> Result<S::Ok, S::Error>) {
        self.state = match std::mem::replace(&mut self.state, State::Failed) {
            State::Before(serializer) => State::Behind(write(serializer)),
            behind => behind,
        };
    }

    /// The place of what is inside the value that comes next, where that is not too deep.
    fn inside(&mut self) -> Option<Place> {
        if self.place.depth == MAX_DEPTH {
            wire::Writer::fail(self, "a value is nested too deeply");
            return None;
        }
        let depth = self.place.depth + 1;
        Some(Place {
            depth,
            ..self.place
        })
    }
}

impl<S: Serializer> wire::Writer for Writer<S> {
    #[inline]
    fn null(&mut self) {
        self.put(write_null);
    }

    #[inline]
    fn boolean(&mut self, value: bool) {
        self.put(|s| s.serialize_bool(value));
    }

    #[inline]
    fn integer(&mut self, value: i64) {
        self.put(|s| s.serialize_i64(value));
    }

    #[inline]
    fn natural(&mut self, value: u64) {
        self.put(|s| s.serialize_u64(value));
    }

    // needed by: floats
    fn float(&mut self, value: f32) {
        self.put(|s| match numbers::word(value.into()) {
            Some(word) if s.is_human_readable() => s.serialize_str(word),
            _ => s.serialize_f32(value),
        });
    }

    // needed by: floats
    fn double(&mut self, value: f64) {
        let is_in_document = self.place.is_in_document;
        self.put(|s| match numbers::word(value) {
            Some(_) if is_in_document => Err(S::Error::custom("a document has no such number")),
            Some(word) if s.is_human_readable() => s.serialize_str(word),
            _ => s.serialize_f64(value),
        });
    }

    // needed by: big numbers
    #[inline]
    fn big_integer(&mut self, value: &BigInteger) {
        self.put(|s| s.serialize_str(value.as_ref()));
    }

    // needed by: big numbers
    #[inline]
    fn big_decimal(&mut self, value: &BigDecimal) {
        self.put(|s| s.serialize_str(value.as_ref()));
    }

    #[inline]
    fn string(&mut self, value: &str) {
        self.put(|s| s.serialize_str(value));
    }

    // needed by: blobs
    fn blob(&mut self, value: &Blob) {
        self.put(|s| match s.is_human_readable() {
            true => s.serialize_str(&base64::encode(value)),
            false => s.serialize_bytes(value.as_ref()),
        });
    }

    // needed by: timestamps
    /// Whatever format the model has for it.
    fn timestamp(
        &mut self,
        moment: &DateTime,
        _is_number: bool,
        _text: impl FnOnce(&DateTime) -> Option<String>,
    ) {
        self.put(|s| match times::text(moment) {
            Some(text) => s.serialize_str(&text),
            None => Err(S::Error::custom(
                "a timestamp is not in the years 1 to 9999",
            )),
        });
    }

    #[inline]
    fn document(&mut self, write: impl FnOnce(&mut Self)) {
        self.place.is_in_document = true;
        write(self);
    }

    fn list<T: Encode>(&mut self, items: impl ExactSizeIterator<Item = T>) {
        let Some(place) = self.inside() else { return };
        self.put(|s| {
            let mut list = s.serialize_seq(Some(items.len()))?;
            for item in items {
                list.serialize_element(&Inside {
                    value: &item,
                    place,
                })?;
            }
            list.end()
        });
    }

    // needed by: maps
    fn map<K: AsRef<str>, V: Encode>(&mut self, entries: impl ExactSizeIterator<Item = (K, V)>) {
        let Some(place) = self.inside() else { return };
        self.put(|s| {
            let mut map = s.serialize_map(Some(entries.len()))?;
            for (key, value) in entries {
                let value = Inside {
                    value: &value,
                    place,
                };
                map.serialize_entry(key.as_ref(), &value)?;
            }
            map.end()
        });
    }

    #[inline]
    fn structure(&mut self, members: &impl EncodeMembers) {
        let Some(place) = self.inside() else { return };
        self.put(|s| write_members(members, place, s));
    }

    #[cold]
    fn fail(&mut self, reason: &str) {
        if !self.has_failed() {
            self.state = State::Behind(Err(S::Error::custom(reason)));
        }
    }

    #[inline]
    fn has_failed(&self) -> bool {
        matches!(self.state, State::Failed | State::Behind(Err(_)))
    }
}

/// Writes a structure or a union, inside which its members stand there.
fn write_members<S: Serializer>(
    structure: &impl EncodeMembers,
    place: Place,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut writer = MapWriter {
        map: serializer.serialize_map(Some(count::members(structure)))?,
        place,
        failure: None,
    };
    structure.encode_all(&mut writer);
    match writer.failure {
        Some(failure) => Err(failure),
        None => writer.map.end(),
    }
}

/// A map in the making.
struct MapWriter<M: SerializeMap> {
    map: M,
    place: Place,
    failure: Option<M::Error>,
}

impl<M: SerializeMap> Members for MapWriter<M> {
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
struct Inside<'v, T> {
    value: &'v T,
    place: Place,
}

impl<T: Encode> Serialize for Inside<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value.is_null() {
            true => write_null(serializer),
            false => serializer.serialize_some(&Value(self)),
        }
    }
}

/// The same, which is no null.
struct Value<'i, 'v, T>(&'i Inside<'v, T>);

impl<T: Encode> Serialize for Value<'_, '_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(self.0.value, self.0.place, serializer)
    }
}
