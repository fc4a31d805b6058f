//! Members of structures, elements of lists and maps, and what is absent: where a `null` is not a
//! value but the absence of one.

use super::{Decode, DecodeMember, Encode, EncodeMembers, Error, Reader, Writer};

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        match self {
            Some(value) => value.encode(w),
            None => w.null(),
        }
    }
}

impl<T: EncodeMembers> Encode for T {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        let mut object = w.object();
        self.encode_members(&mut object);
        object.end();
    }
}

impl<T: DecodeMember + Default> Decode for T {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.structure(T::default())
    }
}

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        if r.null() {
            return Ok(None);
        }
        T::decode(r).map(Some)
    }

    #[inline]
    fn from_null() -> Option<Self> {
        Some(None)
    }
}

impl Reader<'_> {
    /// Reads the structure that comes next; what the text does not have of it is as in `initial`.
    ///
    /// # Errors
    /// Where the value is not an object, or a member is not what it should be.
    #[inline]
    pub fn structure<T: DecodeMember>(&mut self, mut initial: T) -> Result<T, Error> {
        self.members(|name, r| initial.decode_member(name, r))?;
        Ok(initial)
    }

    /// Reads the object that comes next: `member` reads, or skips, the member of each name that
    /// the text has.
    ///
    /// # Errors
    /// Where the value is not an object, or `member` fails.
    #[inline]
    pub(super) fn members(
        &mut self,
        mut member: impl FnMut(&str, &mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut object = self.object()?;
        while let Some(name) = object.next(self)? {
            member(name, self)?;
        }
        Ok(())
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

    #[inline]
    pub(super) fn element<T>(
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
