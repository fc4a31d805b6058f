//! Shapes that are boxed, since they are inside themselves.

use super::super::{Decode, EncodeMembers, Error, ObjectWriter, Reader};

impl<T: EncodeMembers> EncodeMembers for Box<T> {
    #[inline]
    fn encode_members(&self, object: &mut ObjectWriter<'_>) {
        // A box holds a shape inside itself: here a value that is too deep must come to an end.
        if !object.writer.has_failed() {
            (**self).encode_members(object);
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
