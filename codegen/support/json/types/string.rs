//! Strings, and the enums that are strings on the wire.

use super::super::{Decode, Encode, Error, Reader, Writer};

impl Encode for String {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Decode for String {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(r.string()?.into_owned())
    }
}

impl Reader<'_> {
    /// Reads the value of an enum that comes next.
    ///
    /// # Errors
    /// Where it is not a string.
    #[inline]
    pub fn enum_value<T: for<'t> From<&'t str>>(&mut self) -> Result<T, Error> {
        Ok(T::from(&self.string()?))
    }
}
