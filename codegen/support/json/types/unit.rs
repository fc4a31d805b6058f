//! The value of a member that has none: `smithy.api#Unit`.

use super::super::{Decode, Encode, Error, Reader, Writer};

/// An object without members.
pub struct Unit;

impl Encode for Unit {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.object().end();
    }
}

impl Decode for Unit {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.skip()?;
        Ok(Self)
    }
}
