//! Members of structures and unions, elements of lists and maps: where a `null` is not a value
//! but the absence of one.

use std::collections::HashMap;
use std::hash::Hash;

use super::{Decode, DecodeAs, Error, ErrorKind, Reader};

/// Beside a union's one member a service may name the member's type.
const TYPE_NAME: &str = "__type";

impl<'a> Reader<'a> {
    /// Reads the structure that comes next over `initial`: `member` reads, or skips, the member
    /// of each name that the text has.
    ///
    /// # Errors
    /// Where the value is not an object, or `member` fails.
    #[inline]
    pub fn structure<T>(
        &mut self,
        mut initial: T,
        mut member: impl FnMut(&mut T, &str, &mut Self) -> Result<(), Error>,
    ) -> Result<T, Error> {
        let mut object = self.object()?;
        while let Some(name) = object.next(self)? {
            member(&mut initial, name, self)?;
        }
        Ok(initial)
    }

    /// Reads the union that comes next: `member` reads, or skips, the member of each name that
    /// the text has. It is `unknown` where none is set.
    ///
    /// # Errors
    /// Where the value is not an object, or `member` fails.
    #[inline]
    pub fn union<T>(
        &mut self,
        unknown: T,
        member: impl FnMut(&mut Option<T>, &str, &mut Self) -> Result<(), Error>,
    ) -> Result<T, Error> {
        Ok(self.structure(None, member)?.unwrap_or(unknown))
    }

    /// Reads the member that comes next into its place. A `null` leaves the place as it is,
    /// unless it means something to the member's type.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    #[inline]
    pub fn member<T: Decode>(&mut self, slot: &mut T) -> Result<(), Error> {
        if let Some(value) = self.element(T::decode, T::from_null)? {
            *slot = value;
        }
        Ok(())
    }

    /// Like [`Reader::member`], into a box.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    #[inline]
    pub fn boxed<T: Decode>(&mut self, slot: &mut Option<Box<T>>) -> Result<(), Error> {
        *slot = self.element(T::decode, || None)?.map(Box::new);
        Ok(())
    }

    /// Like [`Reader::member`], with timestamps in the format `F`.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    #[inline]
    pub fn member_as<F, T: DecodeAs<F>>(&mut self, slot: &mut T) -> Result<(), Error> {
        if let Some(value) = self.element(T::decode_as, T::from_null)? {
            *slot = value;
        }
        Ok(())
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

    /// Like [`Reader::variant`], with timestamps in the format `F`.
    ///
    /// # Errors
    /// Where the value is not a `T`, or the union has another member already.
    #[inline]
    pub fn variant_as<F, T: DecodeAs<F>, U>(
        &mut self,
        union: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
    ) -> Result<(), Error> {
        if self.claim_variant(union.is_some())? {
            *union = Some(variant(T::decode_as(self)?));
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
    fn claim_variant(&mut self, is_set: bool) -> Result<bool, Error> {
        if self.null() {
            return Ok(false);
        }
        if is_set {
            return Err(self.error(ErrorKind::AmbiguousUnion));
        }
        Ok(true)
    }

    /// Reads the array that comes next as a list.
    #[inline]
    pub(super) fn list<T>(
        &mut self,
        decode: impl Fn(&mut Self) -> Result<T, Error>,
        from_null: impl Fn() -> Option<T>,
    ) -> Result<Vec<T>, Error> {
        let mut array = self.array()?;
        let mut values = Vec::new();
        while array.next(self)? {
            values.extend(self.element(&decode, &from_null)?);
        }
        Ok(values)
    }

    /// Reads the object that comes next as a map.
    #[inline]
    pub(super) fn map<K: From<String> + Eq + Hash, V>(
        &mut self,
        decode: impl Fn(&mut Self) -> Result<V, Error>,
        from_null: impl Fn() -> Option<V>,
    ) -> Result<HashMap<K, V>, Error> {
        let mut object = self.object()?;
        let mut values = HashMap::new();
        while let Some(key) = object.next(self)? {
            if let Some(value) = self.element(&decode, &from_null)? {
                values.insert(K::from(key.to_owned()), value);
            }
        }
        Ok(values)
    }

    #[inline]
    fn element<T>(
        &mut self,
        decode: impl FnOnce(&mut Self) -> Result<T, Error>,
        from_null: impl FnOnce() -> Option<T>,
    ) -> Result<Option<T>, Error> {
        if self.null() {
            Ok(from_null())
        } else {
            decode(self).map(Some)
        }
    }
}
