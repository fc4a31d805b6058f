//! Shapes that are within themselves. Their values may be as deep as the limit allows, so each is
//! read where it is to stay and behind a call, as is whatever else could stand in its place: a
//! level takes as much of the stack as a call does, however large its values are.

use std::collections::HashMap;
use std::hash::Hash;

use super::super::{Decode, Error, Reader};
use super::union::Variant;

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
    /// Where the text is not JSON, or is another kind of value.
    fn decode_in_place(&mut self, r: &mut Reader<'_>) -> Result<(), Error>;
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
    fn decode_in_place(&mut self, r: &mut Reader<'_>) -> Result<(), Error> {
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
    fn decode_in_place(&mut self, r: &mut Reader<'_>) -> Result<(), Error> {
        (**self).decode_in_place(r)
    }
}

impl<T: DecodeInPlace> DecodeInPlace for Vec<T> {
    #[inline]
    fn unread() -> Self {
        Self::new()
    }

    #[inline]
    fn decode_in_place(&mut self, r: &mut Reader<'_>) -> Result<(), Error> {
        let mut array = r.array()?;
        while array.next(r)? {
            if !r.null() {
                begin_item(self).decode_in_place(r)?;
            } else if T::IS_NULLABLE {
                begin_item(self);
            }
        }
        Ok(())
    }
}

impl<K: From<String> + Eq + Hash, V: DecodeInPlace> DecodeInPlace for HashMap<K, V> {
    #[inline]
    fn unread() -> Self {
        Self::new()
    }

    #[inline]
    fn decode_in_place(&mut self, r: &mut Reader<'_>) -> Result<(), Error> {
        let mut object = r.object()?;
        while let Some(key) = object.next(r)? {
            if !r.null() {
                begin_entry(self, key).decode_in_place(r)?;
            } else if V::IS_NULLABLE {
                begin_entry(self, key);
            }
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

impl Reader<'_> {
    /// Reads the value that comes next, from where there is none of its kind around it.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    #[inline]
    pub fn outermost<T: DecodeInPlace>(&mut self) -> Result<T, Error> {
        let mut value = T::unread();
        value.decode_in_place(self)?;
        Ok(value)
    }

    /// Like [`Reader::structure`], into `structure`, which is unread.
    ///
    /// # Errors
    /// Where the value is not an object, or `member` fails.
    #[inline(never)]
    pub fn structure_in_place<T>(
        &mut self,
        structure: &mut T,
        mut member: impl FnMut(&mut T, &str, &mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.members(|name, r| member(structure, name, r))
    }

    /// Like [`Reader::union`], into `union`, which is unread.
    ///
    /// # Errors
    /// Where the value is not an object, or `member` fails.
    #[inline(never)]
    pub fn union_in_place<U>(
        &mut self,
        union: &mut U,
        member: impl FnMut(&mut Variant<'_, U>, &str, &mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.variants(union, member)
    }

    /// Like [`Reader::member`], of a member with which a structure may be within itself.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    #[inline]
    pub fn within<T: DecodeInPlace>(&mut self, slot: &mut T) -> Result<(), Error> {
        if !self.null() {
            slot.reset();
            slot.decode_in_place(self)?;
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
    pub fn apart<T: Decode>(&mut self, slot: &mut T) -> Result<(), Error> {
        self.member(slot)
    }

    /// Like [`Reader::variant`], of a member with which a union may be within itself; `value` gives
    /// the value that `variant` took. Written as `variant_within!(r, of, Self::Variant)`.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline]
    pub fn variant_within<T: DecodeInPlace, U>(
        &mut self,
        of: &mut Variant<'_, U>,
        variant: impl FnOnce(T) -> U,
        value: impl FnOnce(&mut U) -> Option<&mut T>,
    ) -> Result<(), Error> {
        if self.claim_variant(of)? {
            begin_variant(of.union, variant);
            if let Some(value) = value(of.union) {
                value.decode_in_place(self)?;
            }
        }
        Ok(())
    }

    /// Like [`Reader::variant`], of any other member of a union that may be within itself.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline(never)]
    pub fn variant_apart<T: Decode, U>(
        &mut self,
        of: &mut Variant<'_, U>,
        variant: impl FnOnce(T) -> U,
    ) -> Result<(), Error> {
        self.variant(of, variant)
    }
}

/// [`Reader::variant_within`], of a variant's path.
#[allow(
    unused_macros,
    reason = "a service may have no unions within themselves"
)]
macro_rules! variant_within {
    ($r:ident, $of:ident, $variant:path) => {
        $r.variant_within($of, $variant, |union| match union {
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
