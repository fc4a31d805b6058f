//! Lists.

use super::super::{Decode, Encode, Error, Reader, Writer};

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.list(self, T::encode);
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.list(T::decode, T::from_null)
    }
}

impl Writer {
    /// Writes an array of these items.
    #[inline]
    pub(super) fn list<T>(&mut self, items: &[T], encode: impl Fn(&T, &mut Self)) {
        self.descend();
        let mut separator = b'[';
        for item in items {
            if self.has_failed() {
                return;
            }
            self.bytes.push(separator);
            separator = b',';
            encode(item, self);
        }
        if items.is_empty() {
            self.bytes.push(b'[');
        }
        self.bytes.push(b']');
        self.depth -= 1;
    }
}

impl Reader<'_> {
    /// Reads the array that comes next as a list.
    #[inline]
    pub(super) fn list<T>(
        &mut self,
        decode: impl Fn(&mut Self) -> Result<T, Error>,
        from_null: impl Fn() -> Option<T>,
    ) -> Result<Vec<T>, Error> {
        let mut array = self.array()?;
        let mut values = Vec::new();
        while array.next(self)? {
            values.extend(self.element(&decode, &from_null)?);
        }
        Ok(values)
    }
}
