//! Reading structures, lists, maps and options.

use std::collections::HashMap;
use std::hash::Hash;

use super::{Decode, DecodeAs, Error, Reader, Structure};

impl<T: Structure + Default> Decode for T {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.structure(T::default(), T::member)
    }
}

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        if r.null() {
            return Ok(None);
        }
        T::decode(r).map(Some)
    }

    #[inline]
    fn from_null() -> Option<Self> {
        Some(None)
    }
}

impl<F, T: DecodeAs<F>> DecodeAs<F> for Option<T> {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        if r.null() {
            return Ok(None);
        }
        T::decode_as(r).map(Some)
    }

    #[inline]
    fn from_null() -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.list(T::decode, T::from_null)
    }
}

impl<F, T: DecodeAs<F>> DecodeAs<F> for Vec<T> {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.list(T::decode_as, T::from_null)
    }
}

impl<K: From<String> + Eq + Hash, V: Decode> Decode for HashMap<K, V> {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.map(V::decode, V::from_null)
    }
}

impl<F, K: From<String> + Eq + Hash, V: DecodeAs<F>> DecodeAs<F> for HashMap<K, V> {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.map(V::decode_as, V::from_null)
    }
}
