//! Integers of 32 bits.

use super::super::{Decode, Encode, Error, Reader, Writer};

impl Encode for i32 {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.integer((*self).into());
    }
}

impl Decode for i32 {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.small_integer()
    }
}
