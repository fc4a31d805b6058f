//! Members with a layout of their own that have timestamps in other formats than the default one.

use std::collections::HashMap;
use std::hash::Hash;

use super::super::{Error, Members, Reader};
use super::format::{DecodeAs, EncodeAs, InFormat};
use super::laid_out::LaidOut;

impl<W: Members> LaidOut<'_, W> {
    /// Like [`value_as`](super::value_as).
    #[inline]
    pub fn value_as<F>(self, name: &'static str, value: &impl EncodeAs<F>) {
        self.w.laid_out(name, self.layout, &InFormat::new(value));
    }

    /// Like [`field_as`](super::field_as).
    #[inline]
    pub fn field_as<F>(self, name: &'static str, value: &Option<impl EncodeAs<F>>) {
        if let Some(value) = value {
            self.value_as::<F>(name, value);
        }
    }
}

/// Like [`append`](super::append), with timestamps in the format `F`.
///
/// # Errors
/// Where there is none, or an item is not a `T`.
#[inline]
pub fn append_as<F, T: DecodeAs<F>>(r: &mut impl Reader, items: &mut Vec<T>) -> Result<(), Error> {
    r.list(&mut InFormat::<F, _>::new(items))
}

/// Like [`insert`](super::insert), with timestamps in the format `F`.
///
/// # Errors
/// Where there is none, or a value is not a `V`.
#[inline]
pub fn insert_as<F, K: From<String> + Eq + Hash, V: DecodeAs<F>>(
    r: &mut impl Reader,
    values: &mut HashMap<K, V>,
) -> Result<(), Error> {
    r.map(&mut InFormat::<F, _>::new(values))
}
