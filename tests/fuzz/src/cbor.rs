//! The CBOR codec: any value, documents, and a structure of all types.

use std::collections::HashMap;

use aws_smithy_types::{Document, Number};
use ciborium::Value;

use crate::codec::{check_structure, equals_itself, read, write};
use crate::support::cbor::Cbor;
use crate::support::wire::{Decode, Error, ErrorKind, Reader};

/// Steps over bytes, and reads them as a document and as a structure.
pub fn check(bytes: &[u8]) {
    let theirs = theirs(bytes);
    let skipped = read::<Cbor, Skipped>(bytes);
    match (&skipped, &theirs) {
        (Err(error), Some(_)) => assert_only_ours(bytes, error),
        // They look into texts, and know few simple values.
        (Ok(_) | Err(_), None) | (Ok(_), Some(_)) => {}
    }
    check_document(bytes, theirs, skipped.is_ok());
    check_structure::<Cbor>(bytes, equals_itself);
}

/// Any value.
struct Skipped;

impl Decode for Skipped {
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        r.skip()?;
        Ok(Self)
    }
}

/// The value that another reader finds.
fn theirs(mut bytes: &[u8]) -> Option<Value> {
    let value = ciborium::from_reader(&mut bytes).ok();
    value.filter(|_| bytes.is_empty())
}

/// A reason to refuse what they accept: they allow 256 levels, chunks within chunks, and simple
/// values in a form that is reserved.
fn assert_only_ours(bytes: &[u8], error: &Error) {
    let is_reserved = bytes.get(error.offset()) == Some(&0xF8);
    match error.kind() {
        ErrorKind::TooDeep | ErrorKind::ExpectedString | ErrorKind::ExpectedBytes => {}
        ErrorKind::ExpectedValue if is_reserved => {}
        _ => panic!("only we refuse: {error}"),
    }
}

/// A document is read where they read a value that is one, and as the same.
fn check_document(bytes: &[u8], theirs: Option<Value>, is_well_formed: bool) {
    let ours = read::<Cbor, Document>(bytes);
    if let Ok(document) = &ours {
        assert!(is_well_formed, "it is read, but not stepped over");
        let message = write::<Cbor>(document).expect("a document can be written");
        let again = read::<Cbor, Document>(&message).expect("it was written by us");
        assert_same(&again, document);
    }
    match (ours, theirs.as_ref().map(document)) {
        (Ok(ours), Some(Some(theirs))) => assert_same(&ours, &theirs),
        (Ok(_), Some(None)) => panic!("we read a document that is none"),
        // Big numbers are numbers to them, if there are bytes, and not too many.
        _ if bytes
            .iter()
            .any(|byte| matches!(byte, 0xC2 | 0xC3 | 0xD8..=0xDB)) => {}
        (Ok(_), None) => panic!("only we accept"),
        (Err(error), Some(Some(_))) => assert_only_ours(bytes, &error),
        (Err(_), _) => {}
    }
}

/// A value of theirs as a document; `None` where it is none.
fn document(value: &Value) -> Option<Document> {
    Some(match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Bool(*value),
        Value::Text(text) => Document::String(text.clone()),
        Value::Float(value) => Document::Number(Number::Float(*value)),
        Value::Integer(value) => {
            let value = i128::from(*value);
            Document::Number(match (u64::try_from(value), i64::try_from(value)) {
                (Ok(value), _) => Number::PosInt(value),
                (_, Ok(value)) => Number::NegInt(value),
                _ => Number::Float(value as f64),
            })
        }
        Value::Tag(_, value) => return document(value),
        Value::Array(values) => {
            Document::Array(values.iter().map(document).collect::<Option<Vec<_>>>()?)
        }
        Value::Map(members) => {
            let mut object = HashMap::new();
            for (name, member) in members {
                let Document::String(name) = document(name)? else {
                    return None;
                };
                object.insert(name, document(member)?);
            }
            Document::Object(object)
        }
        _ => return None,
    })
}

/// Two documents are the same, and NaN is.
fn assert_same(left: &Document, right: &Document) {
    match (left, right) {
        (Document::Number(Number::Float(left)), Document::Number(Number::Float(right))) => {
            assert!(left == right || left.is_nan() && right.is_nan());
        }
        (Document::Array(left), Document::Array(right)) => {
            assert_eq!(left.len(), right.len());
            left.iter().zip(right).for_each(|(l, r)| assert_same(l, r));
        }
        (Document::Object(left), Document::Object(right)) => {
            assert_eq!(left.len(), right.len());
            for (name, left) in left {
                assert_same(left, &right[name]);
            }
        }
        _ => assert_eq!(left, right),
    }
}
