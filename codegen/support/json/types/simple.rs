//! Strings, booleans and integers.

use super::super::{Decode, Encode, Error, ErrorKind, Reader, Writer};

impl Encode for String {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Encode for bool {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.boolean(*self);
    }
}

macro_rules! encode_integer {
    ($($integer:ty),*) => {$(
        impl Encode for $integer {
            #[inline]
            fn encode(&self, w: &mut Writer) {
                w.integer(i64::from(*self));
            }
        }
    )*};
}

encode_integer!(i8, i16, i32, i64);

impl Decode for String {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(r.string()?.into_owned())
    }
}

impl Decode for bool {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.boolean()
    }
}

impl Decode for i64 {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        r.integer()
    }
}

macro_rules! decode_small_integer {
    ($($integer:ty),*) => {$(
        impl Decode for $integer {
            #[inline]
            fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
                let offset = r.at;
                let value = r.integer()?;
                Self::try_from(value).map_err(|_| Error::new(ErrorKind::NumberOutOfRange, offset))
            }
        }
    )*};
}

decode_small_integer!(i8, i16, i32);
