//! Shapes that are within themselves. Their values may be as deep as the limit allows, so each is
//! read where it is to stay and behind a call, as is whatever else could stand in its place: a
//! level takes as much of the stack as a call does, however large its values are.

use std::collections::HashMap;
use std::hash::Hash;

use super::super::{Decode, DecodeMember, Error, Items, Reader};
use super::union::{Variant, variants};

/// A value in which there may be more of its kind.
pub trait DecodeInPlace: Sized {
    /// Whether a `null` is a value, the unread one.
    const IS_NULLABLE: bool = false;

    /// The value before anything of it is read.
    fn unread() -> Self;

    /// Makes this the unread value again.
    #[inline(never)]
    fn reset(&mut self) {
        *self = Self::unread();
    }

    /// Reads the value that comes next into this one, which is unread.
    ///
    /// # Errors
    /// Where the message is broken, or another kind of value comes.
    fn decode_in_place(&mut self, r: &mut impl Reader) -> Result<(), Error>;
}

impl<T: DecodeInPlace> DecodeInPlace for Option<T> {
    const IS_NULLABLE: bool = true;

    #[inline]
    fn unread() -> Self {
        None
    }

    #[inline]
    fn reset(&mut self) {
        *self = None;
    }

    #[inline]
    fn decode_in_place(&mut self, r: &mut impl Reader) -> Result<(), Error> {
        if r.null() {
            return Ok(());
        }
        begin(self).decode_in_place(r)
    }
}

impl<T: DecodeInPlace> DecodeInPlace for Box<T> {
    #[inline]
    fn unread() -> Self {
        Self::new(T::unread())
    }

    #[inline]
    fn reset(&mut self) {
        (**self).reset();
    }

    #[inline]
    fn decode_in_place(&mut self, r: &mut impl Reader) -> Result<(), Error> {
        (**self).decode_in_place(r)
    }
}

impl<T: DecodeInPlace> DecodeInPlace for Vec<T> {
    #[inline]
    fn unread() -> Self {
        Self::new()
    }

    #[inline]
    fn decode_in_place(&mut self, r: &mut impl Reader) -> Result<(), Error> {
        r.list(&mut Within(self))
    }
}

impl<K: From<String> + Eq + Hash, V: DecodeInPlace> DecodeInPlace for HashMap<K, V> {
    #[inline]
    fn unread() -> Self {
        Self::new()
    }

    #[inline]
    fn decode_in_place(&mut self, r: &mut impl Reader) -> Result<(), Error> {
        r.map(&mut Within(self))
    }
}

/// A list or a map in which there may be more of its kind.
struct Within<'c, C>(&'c mut C);

impl<T: DecodeInPlace> Items for Within<'_, Vec<T>> {
    #[inline]
    fn item(&mut self, r: &mut impl Reader) -> Result<(), Error> {
        if !r.null() {
            begin_item(self.0).decode_in_place(r)?;
        } else if T::IS_NULLABLE {
            begin_item(self.0);
        }
        Ok(())
    }
}

impl<K: From<String> + Eq + Hash, V: DecodeInPlace> DecodeMember for Within<'_, HashMap<K, V>> {
    #[inline]
    fn decode_member(&mut self, key: &str, r: &mut impl Reader) -> Result<(), Error> {
        if !r.null() {
            begin_entry(self.0, key).decode_in_place(r)?;
        } else if V::IS_NULLABLE {
            begin_entry(self.0, key);
        }
        Ok(())
    }
}

// These have a value on the stack before it is in its place: they return before it is read.

#[inline(never)]
fn begin<T: DecodeInPlace>(slot: &mut Option<T>) -> &mut T {
    slot.insert(T::unread())
}

#[inline(never)]
fn begin_item<T: DecodeInPlace>(items: &mut Vec<T>) -> &mut T {
    let at = items.len();
    items.push(T::unread());
    &mut items[at]
}

#[inline(never)]
fn begin_entry<'m, K: From<String> + Eq + Hash, V: DecodeInPlace>(
    entries: &'m mut HashMap<K, V>,
    key: &str,
) -> &'m mut V {
    let entry = entries.entry(K::from(key.to_owned()));
    entry.insert_entry(V::unread()).into_mut()
}

#[inline(never)]
fn begin_variant<T: DecodeInPlace, U>(union: &mut U, variant: impl FnOnce(T) -> U) {
    *union = variant(T::unread());
}

/// Reads the value that comes next, from where there is none of its kind around it.
///
/// # Errors
/// Where the value is not a `T`.
#[inline]
pub fn outermost<T: DecodeInPlace>(r: &mut impl Reader) -> Result<T, Error> {
    let mut value = T::unread();
    value.decode_in_place(r)?;
    Ok(value)
}

/// Like [`Reader::structure`], into `structure`, which is unread.
///
/// # Errors
/// Where there is none, or a member is not what it should be.
#[inline(never)]
pub fn structure_in_place(
    r: &mut impl Reader,
    structure: &mut impl DecodeMember,
) -> Result<(), Error> {
    r.members(structure)
}

/// Like [`union()`](super::union::union()), into `union`, which is unread.
///
/// # Errors
/// Where there is none, or its member is not what it should be.
#[inline(never)]
pub fn union_in_place<'u, U>(r: &mut impl Reader, union: &'u mut U) -> Result<(), Error>
where
    Variant<'u, U>: DecodeMember,
{
    variants(r, union)
}

/// Like [`Reader::member`], of a member with which a structure may be within itself.
///
/// # Errors
/// Where the value is not a `T`.
#[inline]
pub fn within<T: DecodeInPlace>(r: &mut impl Reader, slot: &mut T) -> Result<(), Error> {
    if !r.null() {
        slot.reset();
        slot.decode_in_place(r)?;
    } else if T::IS_NULLABLE {
        slot.reset();
    }
    Ok(())
}

/// Like [`Reader::member`], of any other member of a structure that may be within itself.
///
/// # Errors
/// Where the value is not a `T`.
#[inline(never)]
pub fn apart<T: Decode>(r: &mut impl Reader, slot: &mut T) -> Result<(), Error> {
    r.member(slot)
}

impl<U> Variant<'_, U> {
    /// Like [`Variant::read`], of a member with which a union may be within itself; `value` gives
    /// the value that `variant` took. Written as `variant_within!(self, r, Union::Variant)`.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline]
    pub fn read_within<T: DecodeInPlace>(
        &mut self,
        r: &mut impl Reader,
        variant: impl FnOnce(T) -> U,
        value: impl FnOnce(&mut U) -> Option<&mut T>,
    ) -> Result<(), Error> {
        if self.claim(r)? {
            begin_variant(self.union, variant);
            if let Some(value) = value(self.union) {
                value.decode_in_place(r)?;
            }
        }
        Ok(())
    }

    /// Like [`Variant::read`], of any other member of a union that may be within itself.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline(never)]
    pub fn read_apart<T: Decode>(
        &mut self,
        r: &mut impl Reader,
        variant: impl FnOnce(T) -> U,
    ) -> Result<(), Error> {
        self.read(r, variant)
    }
}

/// [`Variant::read_within`], of a variant's path.
#[allow(
    unused_macros,
    reason = "a service may have no unions within themselves"
)]
macro_rules! variant_within {
    ($this:ident, $r:expr, $variant:path) => {
        $this.read_within($r, $variant, |union| match union {
            $variant(value) => Some(value),
            _ => None,
        })
    };
}
#[allow(
    unused_imports,
    reason = "a service may have no unions within themselves"
)]
pub(crate) use variant_within;
