//! Simple types, as far as many services have them.

// needed by: blobs
use aws_smithy_types::Blob;

use super::{Decode, Encode, EncodeMembers, Error, Reader, Writer};

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

/// Implements [`Encode`] for numbers and the like.
macro_rules! encode {
    ($($type:ty: $write:ident;)*) => {$(
        impl Encode for $type {
            #[inline]
            fn encode(&self, w: &mut impl Writer) {
                w.$write((*self).into());
            }
        }
    )*};
}

/// Implements [`Decode`] for numbers and the like.
macro_rules! decode {
    ($($type:ty: $read:ident;)*) => {$(
        impl Decode for $type {
            #[inline]
            fn decode(r: &mut impl Reader) -> Result<Self, Error> {
                r.$read()
            }
        }
    )*};
}

encode! {
    bool: boolean;
    i8: integer;
    i16: integer;
    i32: integer;
    i64: integer;
}

decode! {
    bool: boolean;
}

// needed by: integers to read
decode! {
    i8: small_integer;
    i16: small_integer;
    i32: small_integer;
    i64: integer;
}

// needed by: floats
encode! {
    f32: float;
    f64: double;
}

// needed by: floats
decode! {
    f32: float;
    f64: double;
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

impl EncodeMembers for Unit {}

impl Decode for Unit {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.unit()?;
        Ok(Self)
    }
}
