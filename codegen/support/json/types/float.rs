//! Floats, whose infinities and `NaN` are strings.

use super::super::{Decode, Encode, Error, ErrorKind, Reader, Writer};

macro_rules! encode_float {
    ($($float:ty),*) => {$(
        impl Encode for $float {
            /// As few digits as give the same number again.
            #[inline]
            fn encode(&self, w: &mut Writer) {
                if self.is_finite() {
                    // Unlike `Display`, `Debug` does not write out a hundred zeros.
                    w.number(format_args!("{self:?}"));
                } else if self.is_nan() {
                    w.string("NaN");
                } else if *self > 0.0 {
                    w.string("Infinity");
                } else {
                    w.string("-Infinity");
                }
            }
        }
    )*};
}

encode_float!(f32, f64);

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
