//! Integers of 64 bits.

use super::super::{Decode, Encode, Error, Reader, Writer};

impl Encode for i64 {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.integer(*self);
    }
}

impl Decode for i64 {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.integer()
    }
}
