//! Booleans.

use super::super::{Decode, Encode, Error, Reader, Writer};

impl Encode for bool {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.boolean(*self);
    }
}

impl Decode for bool {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.boolean()
    }
}
