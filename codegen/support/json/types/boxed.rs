//! Shapes that are boxed, since they are inside themselves.

use super::super::{EncodeMembers, ObjectWriter};

impl<T: EncodeMembers> EncodeMembers for Box<T> {
    #[inline]
    fn encode_members(&self, object: &mut ObjectWriter<'_>) {
        // A box holds a shape inside itself: here a value that is too deep must come to an end.
        if !object.writer.has_failed() {
            (**self).encode_members(object);
        }
    }
}
