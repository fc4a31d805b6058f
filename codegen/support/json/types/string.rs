//! Strings.

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
