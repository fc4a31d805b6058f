//! What is inside structures, lists and maps, one by one. A null may stand for each.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
// needed by: lists to read
use serde::de::SeqAccess;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};

use super::super::wire::DecodeMember;
use super::simple::NameInto;

/// Reads the members of a structure or a union, or the entries of a map.
pub(super) struct MapVisitor<'m, M> {
    pub of: &'m mut M,
    pub depth: usize,
}

impl<'de, M> Visitor<'de> for MapVisitor<'_, M>
where
    for<'m, 'n> Member<'m, 'n, M>: ReadInto,
{
    type Value = ();

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut name = String::new();
        while map.next_key_seed(NameInto(&mut name))?.is_some() {
            map.next_value_seed(Next {
                of: Member(self.of, &name),
                depth: self.depth,
            })?;
        }
        Ok(())
    }
}

// needed by: lists to read
/// Reads the items of a list.
pub(super) struct ListVisitor<'i, I> {
    pub items: &'i mut I,
    pub depth: usize,
}

// needed by: lists to read
impl<'de, I> Visitor<'de> for ListVisitor<'_, I>
where
    for<'i> Item<'i, I>: ReadInto,
{
    type Value = ();

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let depth = self.depth;
        loop {
            let of = Item(&mut *self.items);
            if list.next_element_seed(Next { of, depth })?.is_none() {
                return Ok(());
            }
        }
    }
}

/// What the value that comes next is read into, or a null.
pub(super) trait ReadInto {
    /// Reads it, inside so many structures, lists and maps; `None` is a null.
    fn read<'de, D: Deserializer<'de>>(self, from: Option<D>, depth: usize)
    -> Result<(), D::Error>;
}

/// A member of this name.
pub(super) struct Member<'m, 'n, M>(pub &'m mut M, pub &'n str);

// needed by: lists to read
/// The next item.
pub(super) struct Item<'i, I>(pub &'i mut I);

/// What comes next: a value or a null.
struct Next<T> {
    of: T,
    depth: usize,
}

impl<'de, T: ReadInto> DeserializeSeed<'de> for Next<T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(NextVisitor::<T, D> {
            next: self,
            // A null is read by the code that reads the values of most formats.
            deserializer: PhantomData,
        })
    }
}

struct NextVisitor<T, D> {
    next: Next<T>,
    deserializer: PhantomData<D>,
}

impl<'de, T: ReadInto, D: Deserializer<'de>> NextVisitor<T, D> {
    #[inline]
    fn null<E: Error>(self) -> Result<(), E> {
        let Next { of, depth } = self.next;
        of.read(None::<D>, depth).map_err(E::custom)
    }
}

impl<'de, T: ReadInto, D: Deserializer<'de>> Visitor<'de> for NextVisitor<T, D> {
    type Value = ();

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.null()
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.null()
    }

    #[inline]
    fn visit_some<V: Deserializer<'de>>(self, deserializer: V) -> Result<(), V::Error> {
        let Next { of, depth } = self.next;
        of.read(Some(deserializer), depth)
    }
}

/// A structure of which no member is known.
pub(super) struct Skipped;

impl DecodeMember for Skipped {}
