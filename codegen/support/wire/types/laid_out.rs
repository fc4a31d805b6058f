//! Members with a layout of their own.

use std::collections::HashMap;
use std::hash::Hash;

use super::super::layout::Layout;
use super::super::members::{each_entry, each_item};
use super::super::{Decode, Encode, Error, Reader, Writer};
use super::union::Variant;

/// A writer for a member with this layout.
pub struct LaidOut<'w, W> {
    w: &'w mut W,
    layout: &'static Layout,
}

/// The same writer, for one member with this layout.
#[inline]
pub fn laid_out<'w, W: Writer>(w: &'w mut W, layout: &'static Layout) -> LaidOut<'w, W> {
    LaidOut { w, layout }
}

impl<'w, W: Writer> LaidOut<'w, W> {
    /// Writes the member's name and layout. What is left is its value.
    #[inline]
    pub fn name(self, name: &'static str) -> &'w mut W {
        self.w.name(name);
        self.w.layout(self.layout);
        self.w
    }

    /// Like [`Writer::value`].
    #[inline]
    pub fn value(self, name: &'static str, value: &impl Encode) {
        value.encode(self.name(name));
    }

    /// Like [`Writer::field`].
    #[inline]
    pub fn field(self, name: &'static str, value: &Option<impl Encode>) {
        if let Some(value) = value {
            self.value(name, value);
        }
    }
}

/// Reads the list that comes next, which may be only a part of one, behind the items that are there.
///
/// # Errors
/// Where there is none, or an item is not a `T`.
#[inline]
pub fn append<T: Decode>(r: &mut impl Reader, items: &mut Vec<T>) -> Result<(), Error> {
    each_item(r, items, T::decode_item, T::from_null)
}

/// Reads the map that comes next, which may be only a part of one, into the one that is there.
///
/// # Errors
/// Where there is none, or a value is not a `V`.
#[inline]
pub fn insert<K: From<String> + Eq + Hash, V: Decode>(
    r: &mut impl Reader,
    values: &mut HashMap<K, V>,
) -> Result<(), Error> {
    each_entry(r, values, V::decode, V::from_null)
}

impl<U> Variant<'_, U> {
    /// The union as far as it has been read: a variant whose value comes in parts takes the next one.
    #[inline]
    pub fn so_far(&mut self) -> &mut U {
        self.union
    }
}
