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

impl Reader<'_> {
    /// Like [`Reader::member`], into a box.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    #[inline]
    pub fn boxed<T: Decode>(&mut self, slot: &mut Option<Box<T>>) -> Result<(), Error> {
        *slot = self.element(T::decode, || None)?.map(Box::new);
        Ok(())
    }
}
