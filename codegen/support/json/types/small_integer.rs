//! Integers of 8 and 16 bits.

use super::super::{Decode, Encode, Error, Reader, Writer};

impl Encode for i8 {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.integer((*self).into());
    }
}

impl Decode for i8 {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.small_integer()
    }
}

impl Encode for i16 {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.integer((*self).into());
    }
}

impl Decode for i16 {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.small_integer()
    }
}
