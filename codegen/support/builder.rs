//! What the builders' setters make of several values: they take whatever turns into the elements.

use std::collections::HashMap;
use std::hash::Hash;

/// A list of these values.
#[inline]
pub fn list<T>(values: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    values.into_iter().map(Into::into).collect()
}

/// A map of these entries.
pub fn map<K: Eq + Hash, V>(
    entries: impl IntoIterator<Item = (impl Into<K>, impl Into<V>)>,
) -> HashMap<K, V> {
    let entries = entries.into_iter();
    entries
        .map(|(key, value)| (key.into(), value.into()))
        .collect()
}
