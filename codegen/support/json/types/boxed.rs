//! Shapes that are boxed, since they are inside themselves.

use super::super::{Decode, Encode, Error, Reader, Writer};

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        // A box holds a shape inside itself: here a value that is too deep must come to an end.
        if !w.has_failed() {
            (**self).encode(w);
        }
    }
}

impl<T: Decode> Decode for Box<T> {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        T::decode(r).map(Box::new)
    }

    #[inline]
    fn from_null() -> Option<Self> {
        T::from_null().map(Box::new)
    }
}
