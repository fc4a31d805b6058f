//! Unions: one of several members.

use super::super::{Decode, Error, ErrorKind, Reader};

/// Beside a union's one member a service may name the member's type.
const TYPE_NAME: &str = "__type";

impl Reader<'_> {
    /// Reads the union that comes next: `member` reads, or skips, the member of each name that
    /// the text has. It is `unknown` where none is set.
    ///
    /// # Errors
    /// Where the value is not an object, or `member` fails.
    #[inline]
    pub fn union<T>(
        &mut self,
        unknown: T,
        mut member: impl FnMut(&mut Option<T>, &str, &mut Self) -> Result<(), Error>,
    ) -> Result<T, Error> {
        let mut union = None;
        self.members(|name, r| member(&mut union, name, r))?;
        Ok(union.unwrap_or(unknown))
    }

    /// Reads the member of a union that comes next; `variant` makes the union of its value. A
    /// `null` says that the member is not the one that is set.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline]
    pub fn variant<T: Decode, U>(
        &mut self,
        union: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
    ) -> Result<(), Error> {
        if self.claim_variant(union.is_some())? {
            *union = Some(variant(T::decode(self)?));
        }
        Ok(())
    }

    /// Steps over a member called `name` that the union is not known to have, and makes the union
    /// `unknown`. A `null` and the type's name are no members.
    ///
    /// # Errors
    /// Where the value is not JSON, or the union has another member already.
    #[inline]
    pub fn unknown_variant<U>(
        &mut self,
        union: &mut Option<U>,
        name: &str,
        unknown: U,
    ) -> Result<(), Error> {
        if name == TYPE_NAME {
            return self.skip();
        }
        if self.claim_variant(union.is_some())? {
            *union = Some(unknown);
            self.skip()?;
        }
        Ok(())
    }

    /// Whether the value that comes next is the member that a union has.
    #[inline]
    pub(super) fn claim_variant(&mut self, is_set: bool) -> Result<bool, Error> {
        if self.null() {
            return Ok(false);
        }
        if is_set {
            return Err(self.error(ErrorKind::AmbiguousUnion));
        }
        Ok(true)
    }
}
