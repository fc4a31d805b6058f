//! Unions: one of several members.

use super::super::{Decode, DecodeMember, Error, ErrorKind, Reader};

/// Beside a union's one member a service may name the member's type.
const TYPE_NAME: &str = "__type";

/// A union that is being read, like a structure, of which no more than one member may come. It is
/// unknown until that does.
pub struct Variant<'u, U> {
    pub(super) union: &'u mut U,
    /// Whether the member has come.
    is_set: bool,
}

/// Reads the union that comes next. It is `unknown` where no member is set.
///
/// # Errors
/// Where there is none, or its member is not what it should be.
#[inline]
pub fn union<U>(r: &mut impl Reader, unknown: U) -> Result<U, Error>
where
    for<'u> Variant<'u, U>: DecodeMember,
{
    let mut union = unknown;
    variants(r, &mut union)?;
    Ok(union)
}

#[inline]
pub(super) fn variants<'u, U>(r: &mut impl Reader, union: &'u mut U) -> Result<(), Error>
where
    Variant<'u, U>: DecodeMember,
{
    r.members(&mut Variant {
        union,
        is_set: false,
    })
}

impl<U> Variant<'_, U> {
    /// Reads the member of a union that comes next; `variant` makes the union of its value. A
    /// null says that the member is not the one that is set.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already and may have but one.
    #[inline]
    pub fn read<T: Decode>(
        &mut self,
        r: &mut impl Reader,
        variant: impl FnOnce(T) -> U,
    ) -> Result<(), Error> {
        if self.claim(r)? {
            *self.union = variant(T::decode(r)?);
        }
        Ok(())
    }

    /// Steps over a member called `name` that the union is not known to have, so that it stays
    /// unknown. A null, the type's name and attributes of XML are no members.
    ///
    /// # Errors
    /// Where the value is broken, or the union has another member already and may have but one.
    #[inline]
    pub fn skip<R: Reader>(&mut self, r: &mut R, name: &str) -> Result<(), Error> {
        let is_no_member = name == TYPE_NAME || name.starts_with('@') || R::LAST_MEMBER_COUNTS;
        if is_no_member || self.claim(r)? {
            r.skip()?;
        }
        Ok(())
    }

    /// Whether the value that comes next is the member that a union has.
    #[inline]
    pub(super) fn claim<R: Reader>(&mut self, r: &mut R) -> Result<bool, Error> {
        if r.null() {
            return Ok(false);
        }
        if self.is_set && !R::LAST_MEMBER_COUNTS {
            return Err(r.error(ErrorKind::AmbiguousUnion));
        }
        self.is_set = true;
        Ok(true)
    }
}
