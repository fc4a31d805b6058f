//! Whatever is written is read back as the same value, and by others too.

use aws_smithy_types::{Document, Number};
use ciborium::Value;
use proptest::collection::vec;
use proptest::prelude::*;

use super::everything::Everything;
use super::{Skipped, bytes, read, write};
use crate::support::cbor::Cbor;
use crate::support::wire;
use crate::support_tests::wire::any_value::{coarse, document};
use crate::support_tests::wire::something_of_everything;

/// What others know of a document.
fn value(document: &Document) -> Value {
    match document {
        Document::Null => Value::Null,
        Document::Bool(value) => Value::Bool(*value),
        Document::String(value) => Value::Text(value.clone()),
        Document::Number(Number::PosInt(value)) => (*value).into(),
        Document::Number(Number::NegInt(value)) => (*value).into(),
        Document::Number(Number::Float(value)) => Value::Float(*value),
        Document::Array(values) => Value::Array(values.iter().map(self::value).collect()),
        Document::Object(members) => {
            let members = members.iter();
            let members = members.map(|(name, member)| (Value::Text(name.clone()), value(member)));
            Value::Map(members.collect())
        }
    }
}

#[test]
fn others_read_something_of_everything() {
    let message = bytes(&write(&something_of_everything()));
    let theirs: Value = ciborium::from_reader(&message[..]).expect("it is CBOR");
    let members = theirs.as_map().expect("a map");
    assert_eq!(members.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_structure_is_read_back_as_it_was_written(value in coarse()) {
        let message = write(&value);
        prop_assert_eq!(read(&message), Ok(value));
        prop_assert_eq!(read(&message), Ok(Skipped));
    }

    #[test]
    fn a_document_is_read_back_as_it_was_written(document in document()) {
        let message = write(&document);
        prop_assert_eq!(read(&message), Ok(document.clone()));
        let theirs: Value = ciborium::from_reader(&bytes(&message)[..]).expect("it is CBOR");
        prop_assert_eq!(theirs, value(&document));
    }

    // They send half floats, as short as can be.
    #[test]
    fn what_others_write_is_read(document in document()) {
        let mut message = Vec::new();
        ciborium::into_writer(&value(&document), &mut message).expect("it can be written");
        prop_assert_eq!(wire::read::<Cbor, Document>(&message), Ok(document));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        let error = wire::read::<Cbor, Everything>(&bytes).err();
        prop_assert!(error.is_none_or(|error| error.offset() <= bytes.len()));
    }
}
