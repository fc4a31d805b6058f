//! Documents: values whose shape is known only at run time.

use aws_smithy_types::{Document, Number};

use super::super::members::{list, map};
use super::super::{Decode, Encode, Error, ErrorKind, Kind, Reader, Writer};

impl Encode for Document {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.document(|w| match self {
            Self::Object(members) => w.map(members, Self::encode),
            Self::Array(elements) => w.list(elements, Self::encode),
            Self::Number(Number::PosInt(value)) => w.natural(*value),
            Self::Number(Number::NegInt(value)) => w.integer(*value),
            Self::Number(Number::Float(value)) => w.double(*value),
            Self::String(value) => w.string(value),
            Self::Bool(value) => w.boolean(*value),
            Self::Null => w.null(),
        });
    }
}

impl Decode for Document {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        match r.kind() {
            Some(Kind::Members) => map(r, Self::decode, Self::from_null).map(Self::Object),
            Some(Kind::List) => list(r, Self::decode_item, Self::from_null).map(Self::Array),
            Some(Kind::String) => Ok(Self::String(r.string()?.into_owned())),
            Some(Kind::Boolean) => r.boolean().map(Self::Bool),
            Some(Kind::Number) => r.any_number().map(Self::Number),
            Some(Kind::Null) if r.null() => Ok(Self::Null),
            _ => Err(r.error(ErrorKind::ExpectedValue)),
        }
    }

    #[inline]
    fn from_null() -> Option<Self> {
        Some(Self::Null)
    }
}
