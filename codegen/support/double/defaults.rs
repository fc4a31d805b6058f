//! The defaults that services have for what clients leave out, wherever in an input it is.

use std::collections::HashMap;

/// What may have members that are absent, and for which services have a default that clients must not rely upon
/// (`smithy.api#clientOptional`).
pub trait FillDefaults {
    /// Gives those members their defaults.
    fn fill_defaults(&mut self);
}

impl<T: FillDefaults> FillDefaults for Option<T> {
    #[inline]
    fn fill_defaults(&mut self) {
        self.iter_mut().for_each(T::fill_defaults);
    }
}

impl<T: FillDefaults> FillDefaults for Box<T> {
    #[inline]
    fn fill_defaults(&mut self) {
        (**self).fill_defaults();
    }
}

impl<T: FillDefaults> FillDefaults for Vec<T> {
    #[inline]
    fn fill_defaults(&mut self) {
        self.iter_mut().for_each(T::fill_defaults);
    }
}

impl<K, V: FillDefaults> FillDefaults for HashMap<K, V> {
    #[inline]
    fn fill_defaults(&mut self) {
        self.values_mut().for_each(V::fill_defaults);
    }
}
