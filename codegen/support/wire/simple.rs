//! Simple types, as far as many services have them.

// needed by: blobs
use aws_smithy_types::Blob;

use super::{Decode, Encode, Error, Reader, Writer};

impl Encode for String {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.string(self);
    }
}

impl Decode for String {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        Ok(r.string()?.into_owned())
    }
}

/// Implements [`Encode`] and [`Decode`] for numbers and the like.
macro_rules! simple {
    ($($type:ty: $write:ident, $read:ident;)*) => {$(
        impl Encode for $type {
            #[inline]
            fn encode(&self, w: &mut impl Writer) {
                w.$write((*self).into());
            }
        }

        impl Decode for $type {
            #[inline]
            fn decode(r: &mut impl Reader) -> Result<Self, Error> {
                r.$read()
            }
        }
    )*};
}

simple! {
    bool: boolean, boolean;
    i8: integer, small_integer;
    i16: integer, small_integer;
    i32: integer, small_integer;
    i64: integer, integer;
}

// needed by: floats
simple! {
    f32: float, float;
    f64: double, double;
}

// needed by: blobs
impl Encode for Blob {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.blob(self);
    }
}

// needed by: blobs
impl Decode for Blob {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.blob()
    }
}

/// The value of a member that has none, `smithy.api#Unit`: a structure without members.
pub struct Unit;

impl Encode for Unit {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.structure(|_| {});
    }
}

impl Decode for Unit {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.skip()?;
        Ok(Self)
    }
}
