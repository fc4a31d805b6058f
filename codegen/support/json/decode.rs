//! Reading the simple types, and what lists, maps and options are made of.

use std::collections::HashMap;
use std::hash::Hash;

use aws_smithy_types::Blob;

use super::{Decode, DecodeAs, Error, ErrorKind, Reader};

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

macro_rules! decode_float {
    ($($float:ident),*) => {$(
        impl Decode for $float {
            #[inline]
            fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
                let offset = r.at;
                if r.peek() == Some(b'"') {
                    return match &*r.string()? {
                        "NaN" => Ok($float::NAN),
                        "Infinity" => Ok($float::INFINITY),
                        "-Infinity" => Ok($float::NEG_INFINITY),
                        _ => Err(Error::new(ErrorKind::ExpectedNumber, offset)),
                    };
                }
                let number = r.number()?;
                match number.text.parse::<$float>() {
                    Ok(value) if value.is_finite() => Ok(value),
                    _ => Err(number.error(ErrorKind::NumberOutOfRange)),
                }
            }
        }
    )*};
}

decode_float!(f32, f64);

impl Decode for Blob {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        let offset = r.at;
        let encoded = r.string()?;
        aws_smithy_types::base64::decode(encoded)
            .map(Self::new)
            .map_err(|_| Error::new(ErrorKind::InvalidBase64, offset))
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

impl<T: Decode> Decode for Box<T> {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        T::decode(r).map(Box::new)
    }

    #[inline]
    fn from_null() -> Option<Self> {
        T::from_null().map(Box::new)
    }
}

impl<F, T: DecodeAs<F>> DecodeAs<F> for Box<T> {
    #[inline]
    fn decode_as(r: &mut Reader<'_>) -> Result<Self, Error> {
        T::decode_as(r).map(Box::new)
    }

    #[inline]
    fn from_null() -> Option<Self> {
        T::from_null().map(Box::new)
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
