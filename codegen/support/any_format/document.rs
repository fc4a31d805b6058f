//! Documents: whatever a format says that its values are.

use std::collections::HashMap;
use std::fmt;

use aws_smithy_types::{Document, Number};
use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::super::wire::MAX_DEPTH;
use super::numbers::DIGITS;

/// Reads a document inside so many structures, lists and maps.
#[inline]
pub(super) fn read<'de, D: Deserializer<'de>>(from: D, depth: usize) -> Result<Document, D::Error> {
    from.deserialize_any(DocumentVisitor { depth })
}

/// Reads a document.
#[derive(Clone, Copy)]
struct DocumentVisitor {
    depth: usize,
}

impl DocumentVisitor {
    /// The same for what is inside.
    fn inside<E: Error>(self) -> Result<Self, E> {
        match self.depth {
            MAX_DEPTH => Err(E::custom(
                "expected fewer objects and arrays inside one another",
            )),
            depth => Ok(Self { depth: depth + 1 }),
        }
    }
}

impl<'de> DeserializeSeed<'de> for DocumentVisitor {
    type Value = Document;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        read(deserializer, self.depth)
    }
}

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Document;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        self.deserialize(deserializer)
    }

    #[inline]
    fn visit_bool<E: Error>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Number(Number::PosInt(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Document, E> {
        Ok(Document::Number(match u64::try_from(value) {
            Ok(value) => Number::PosInt(value),
            Err(_) => Number::NegInt(value),
        }))
    }

    #[inline]
    fn visit_f64<E: Error>(self, value: f64) -> Result<Document, E> {
        Ok(Document::Number(Number::Float(value)))
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<Document, E> {
        Ok(Document::String(text.to_owned()))
    }

    #[inline]
    fn visit_string<E: Error>(self, text: String) -> Result<Document, E> {
        Ok(Document::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Document, A::Error> {
        let inside = self.inside()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(inside)? {
            items.push(item);
        }
        Ok(Document::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let inside = self.inside()?;
        let mut members = HashMap::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == DIGITS {
                return self.number(&map.next_value::<String>()?);
            }
            members.insert(name, map.next_value_seed(inside)?);
        }
        Ok(Document::Object(members))
    }
}

impl DocumentVisitor {
    /// The number of these digits: an integer where it is one and fits, else a float.
    fn number<E: Error>(self, digits: &str) -> Result<Document, E> {
        if let Ok(value) = digits.parse() {
            return self.visit_u64(value);
        }
        if let Ok(value @ ..0) = digits.parse() {
            return self.visit_i64(value);
        }
        match digits.parse::<f64>() {
            Ok(value) if value.is_finite() => self.visit_f64(value),
            _ => Err(E::custom("expected a number within its type's range")),
        }
    }
}
