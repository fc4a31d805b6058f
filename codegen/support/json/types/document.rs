//! Documents: values whose shape is known only at run time.

use aws_smithy_types::{Document, Number};

use super::super::{Decode, Encode, Error, ErrorKind, Reader, Writer};

impl Encode for Document {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        match self {
            Self::Object(members) => w.map(members, Self::encode),
            Self::Array(elements) => w.list(elements, Self::encode),
            Self::Number(Number::PosInt(value)) => w.natural(*value),
            Self::Number(Number::NegInt(value)) => w.integer(*value),
            Self::Number(Number::Float(value)) => value.encode(w),
            Self::String(value) => w.string(value),
            Self::Bool(value) => w.boolean(*value),
            Self::Null => w.null(),
        }
    }
}

impl Decode for Document {
    #[inline]
    fn decode(r: &mut Reader<'_>) -> Result<Self, Error> {
        match r.peek() {
            Some(b'{') => r.map(Self::decode, Self::from_null).map(Self::Object),
            Some(b'[') => r.list(Self::decode, Self::from_null).map(Self::Array),
            Some(b'"') => Ok(Self::String(r.string()?.into_owned())),
            Some(b't' | b'f') => r.boolean().map(Self::Bool),
            Some(b'-' | b'0'..=b'9') => read_number(r).map(Self::Number),
            _ if r.null() => Ok(Self::Null),
            _ => Err(r.error(ErrorKind::ExpectedValue)),
        }
    }

    #[inline]
    fn from_null() -> Option<Self> {
        Some(Self::Null)
    }
}

/// A number as an integer where it is one and fits, else as a float.
#[inline]
fn read_number(r: &mut Reader<'_>) -> Result<Number, Error> {
    let number = r.number()?;
    if !number.text.contains(['.', 'e', 'E']) {
        if let Ok(value) = number.text.parse() {
            return Ok(Number::PosInt(value));
        }
        // There is no negative zero among integers.
        if let Ok(value @ ..0) = number.text.parse() {
            return Ok(Number::NegInt(value));
        }
    }
    match number.text.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(Number::Float(value)),
        _ => Err(number.error(ErrorKind::NumberOutOfRange)),
    }
}
