//! Members with a layout of their own.

use std::collections::HashMap;
use std::hash::Hash;

use super::super::layout::Layout;
use super::super::members::Entries;
use super::super::{Decode, Encode, Error, Members, Reader};
use super::union::Variant;

/// A writer for a member with this layout.
pub struct LaidOut<'w, W> {
    pub(super) w: &'w mut W,
    pub(super) layout: &'static Layout,
}

/// The same writer, for one member with this layout.
#[inline]
pub fn laid_out<'w, W: Members>(w: &'w mut W, layout: &'static Layout) -> LaidOut<'w, W> {
    LaidOut { w, layout }
}

impl<W: Members> LaidOut<'_, W> {
    /// Like [`Members::value`].
    #[inline]
    pub fn value(self, name: &'static str, value: &impl Encode) {
        self.w.laid_out(name, self.layout, value);
    }

    /// Like [`Members::field`].
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
    r.list(items)
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
    r.map(&mut Entries(values))
}

impl<U> Variant<'_, U> {
    /// The union as far as it has been read: a variant whose value comes in parts takes the next one.
    #[inline]
    pub fn so_far(&mut self) -> &mut U {
        self.union
    }
}
