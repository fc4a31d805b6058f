//! Unions: one of several members.

use super::super::{Decode, Error, ErrorKind, Reader};

/// Beside a union's one member a service may name the member's type.
const TYPE_NAME: &str = "__type";

/// A union that is being read. It is unknown until its one member comes.
pub struct Variant<'u, U> {
    pub(super) union: &'u mut U,
    /// Whether the member has come.
    is_set: bool,
}

impl Reader<'_> {
    /// Reads the union that comes next: `member` reads, or skips, the member of each name that
    /// the text has. It is `unknown` where none is set.
    ///
    /// # Errors
    /// Where the value is not an object, or `member` fails.
    #[inline]
    pub fn union<U>(
        &mut self,
        unknown: U,
        member: impl FnMut(&mut Variant<'_, U>, &str, &mut Self) -> Result<(), Error>,
    ) -> Result<U, Error> {
        let mut union = unknown;
        self.variants(&mut union, member)?;
        Ok(union)
    }

    #[inline]
    pub(super) fn variants<U>(
        &mut self,
        union: &mut U,
        mut member: impl FnMut(&mut Variant<'_, U>, &str, &mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut this = Variant {
            union,
            is_set: false,
        };
        self.members(|name, r| member(&mut this, name, r))
    }

    /// Reads the member of a union that comes next; `variant` makes the union of its value. A
    /// `null` says that the member is not the one that is set.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline]
    pub fn variant<T: Decode, U>(
        &mut self,
        of: &mut Variant<'_, U>,
        variant: impl FnOnce(T) -> U,
    ) -> Result<(), Error> {
        if self.claim_variant(of)? {
            *of.union = variant(T::decode(self)?);
        }
        Ok(())
    }

    /// Steps over a member called `name` that the union is not known to have, so that it stays
    /// unknown. A `null` and the type's name are no members.
    ///
    /// # Errors
    /// Where the value is not JSON, or the union has another member already.
    #[inline]
    pub fn unknown_variant<U>(&mut self, of: &mut Variant<'_, U>, name: &str) -> Result<(), Error> {
        if name == TYPE_NAME || self.claim_variant(of)? {
            self.skip()?;
        }
        Ok(())
    }

    /// Whether the value that comes next is the member that a union has.
    #[inline]
    pub(super) fn claim_variant<U>(&mut self, of: &mut Variant<'_, U>) -> Result<bool, Error> {
        if self.null() {
            return Ok(false);
        }
        if of.is_set {
            return Err(self.error(ErrorKind::AmbiguousUnion));
        }
        of.is_set = true;
        Ok(true)
    }
}
