//! Maps.

use std::collections::HashMap;
use std::hash::Hash;

use super::super::{Decode, Encode, Error, Reader, Writer};

impl<K: AsRef<str>, V: Encode> Encode for HashMap<K, V> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.map(self, V::encode);
    }
}

impl<K: From<String> + Eq + Hash, V: Decode> Decode for HashMap<K, V> {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.map(V::decode, V::from_null)
    }
}

impl Writer {
    /// Writes an object with these members.
    #[inline]
    pub(super) fn map<K: AsRef<str>, V>(
        &mut self,
        entries: &HashMap<K, V>,
        encode: impl Fn(&V, &mut Self),
    ) {
        let mut object = self.object();
        for (key, value) in entries {
            if object.writer.has_failed() {
                return;
            }
            object.name(key.as_ref());
            encode(value, object.writer);
        }
        object.end();
    }
}

impl Reader<'_> {
    /// Reads the object that comes next as a map.
    #[inline]
    pub(super) fn map<K: From<String> + Eq + Hash, V>(
        &mut self,
        decode: impl Fn(&mut Self) -> Result<V, Error>,
        from_null: impl Fn() -> Option<V>,
    ) -> Result<HashMap<K, V>, Error> {
        let mut object = self.object()?;
        let mut values = HashMap::new();
        while let Some(key) = object.next(self)? {
            if let Some(value) = self.element(&decode, &from_null)? {
                values.insert(K::from(key.to_owned()), value);
            }
        }
        Ok(values)
    }
}
