//! Writing lists, maps and options.

use std::collections::HashMap;

use super::{Encode, EncodeAs, Writer};

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        match self {
            Some(value) => value.encode(w),
            None => w.null(),
        }
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Option<T> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        match self {
            Some(value) => value.encode_as(w),
            None => w.null(),
        }
    }
}

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        // A box holds a shape inside itself: here a value that is too deep must come to an end.
        if !w.has_failed() {
            (**self).encode(w);
        }
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Box<T> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        if !w.has_failed() {
            (**self).encode_as(w);
        }
    }
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.list(self, T::encode);
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Vec<T> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        w.list(self, T::encode_as);
    }
}

impl<K: AsRef<str>, V: Encode> Encode for HashMap<K, V> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.map(self, V::encode);
    }
}

impl<F, K: AsRef<str>, V: EncodeAs<F>> EncodeAs<F> for HashMap<K, V> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        w.map(self, V::encode_as);
    }
}
