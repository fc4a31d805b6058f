//! Documents: values whose shape is known only at run time.

use std::collections::HashMap;

use aws_smithy_types::{Document, Number};

use super::super::members::Entries;
use super::super::{Cursor, Decode, Encode, Error, ErrorKind, Kind, Reader, Writer};

impl Encode for Document {
    #[inline]
    fn encode(&self, w: &mut impl Writer) {
        w.document(|w| match self {
            Self::Object(members) => members.encode(w),
            Self::Array(elements) => elements.encode(w),
            Self::Number(Number::PosInt(value)) => w.natural(*value),
            Self::Number(Number::NegInt(value)) => w.integer(*value),
            Self::Number(Number::Float(value)) => w.double(*value),
            Self::String(value) => w.string(value),
            Self::Bool(value) => w.boolean(*value),
            Self::Null => w.null(),
        });
    }

    #[cfg(feature = "serde")]
    #[inline]
    fn is_null(&self) -> bool {
        *self == Self::Null
    }
}

impl Decode for Document {
    #[inline]
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.document()
    }

    #[inline]
    fn from_null() -> Option<Self> {
        Some(Self::Null)
    }
}

/// The document that comes next in a message whose format tells what values are.
///
/// # Errors
/// Where there is none.
#[inline]
pub fn document(r: &mut impl Cursor) -> Result<Document, Error> {
    Ok(match r.kind() {
        Some(Kind::Members) => {
            let mut members = HashMap::new();
            r.map(&mut Entries(&mut members))?;
            Document::Object(members)
        }
        Some(Kind::List) => Document::Array(Vec::decode(r)?),
        Some(Kind::String) => Document::String(r.string()?.into_owned()),
        Some(Kind::Boolean) => Document::Bool(r.boolean()?),
        Some(Kind::Number) => Document::Number(r.any_number()?),
        Some(Kind::Null) if r.null() => Document::Null,
        _ => return Err(r.error(ErrorKind::ExpectedValue)),
    })
}
