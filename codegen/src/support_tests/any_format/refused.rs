//! What cannot be written or read, and what is said of it.

use std::collections::HashMap;

use aws_smithy_types::{DateTime, Document, Number};
use serde_json::json;

use super::super::wire::everything::{Choice, Everything};
use super::{Cbor, Format, Json, Postcard, Toml, Yaml};
use crate::support::wire::MAX_DEPTH;

fn with_document(document: Document) -> Everything {
    Everything {
        document: Some(document),
        ..Everything::default()
    }
}

#[test]
fn an_unknown_union_cannot_be_written() {
    let reason = "the union has no known member";
    let told = [
        Json::write(&Choice::Unknown),
        Cbor::write(&Choice::Unknown)
            .map_err(|error| error.replace("Value(\"", "").replace("\")", "")),
        Toml::write(&Choice::Unknown).map_err(|error| error.trim().to_owned()),
        Yaml::write(&Choice::Unknown),
    ];
    for told in told {
        assert_eq!(told, Err(reason.to_owned()));
    }
    assert!(Postcard::write(&Choice::Unknown).is_err());
}

#[test]
fn toml_has_no_null() {
    let list = Everything {
        sparse_list: Some(vec![None]),
        ..Everything::default()
    };
    let map = Everything {
        sparse_map: Some(HashMap::from([("a".to_owned(), None)])),
        ..Everything::default()
    };
    let inside = HashMap::from([("a".to_owned(), Document::Null)]);
    for value in [list, map, with_document(Document::Object(inside))] {
        let told = Toml::write(&value).expect_err("there is a null in it");
        assert!(told.contains("unit"), "{told}");
        assert_eq!(Yaml::through(&value), Ok(value));
    }
}

#[test]
fn documents_are_not_read_where_a_format_does_not_say_what_values_are() {
    let value = with_document(Document::String("a".to_owned()));
    let message = Postcard::write(&value).expect("it is written");
    let told = Postcard::read::<Everything>(&message).expect_err("it may be anything");
    assert!(told.contains("never"), "{told}");
}

#[test]
fn a_document_has_no_number_that_json_has_not() {
    let value = with_document(Document::Number(Number::Float(f64::NAN)));
    assert_eq!(
        Json::write(&value),
        Err("a document has no such number".to_owned())
    );
    assert!(Cbor::write(&value).is_err());
}

#[test]
fn a_moment_that_has_no_text_cannot_be_written() {
    let value = Everything {
        timestamp: Some(DateTime::from_secs(i64::MAX)),
        ..Everything::default()
    };
    let reason = "a timestamp is not in the years 1 to 9999";
    assert_eq!(Json::write(&value), Err(reason.to_owned()));
}

#[test]
fn errors_say_where_and_nothing_of_the_value() {
    for (value, expected) in [
        (
            json!({"Byte": 300}),
            "expected a number within its type's range",
        ),
        (
            json!({"Choice": {"text": "a", "when": "b"}}),
            "expected only one member in a union",
        ),
        (json!({"Blob": "***"}), "expected base64"),
        (
            json!({"DateTime": "soon"}),
            "expected a date and time (RFC 3339)",
        ),
        (
            json!({"BigInteger": "soon"}),
            "expected a number, or its text",
        ),
        (
            json!({"BigInteger": 1.5}),
            "expected an integer; a large one as a text",
        ),
        (
            json!({"Float": 1e300}),
            "expected a number within its type's range",
        ),
    ] {
        let told = Json::read::<Everything>(value.to_string().as_bytes()).expect_err("refused");
        assert!(told.starts_with(expected), "{told}");
        assert!(told.contains(" at line 1 column "), "{told}");
    }
}

#[test]
fn what_is_too_deep_is_refused_both_ways() {
    let nested = |depth| {
        (1..depth).fold(Everything::default(), |inner, _| Everything {
            again: Some(Box::new(inner)),
            ..Everything::default()
        })
    };
    let value = nested(MAX_DEPTH);
    assert_eq!(Postcard::through(&value), Ok(value));
    let told = Yaml::write(&nested(MAX_DEPTH + 1)).expect_err("too deep");
    assert_eq!(told, "a value is nested too deeply");
    let mut message = Vec::new();
    for _ in 0..=MAX_DEPTH {
        message.extend_from_slice(b"\x01\x05Again\x01");
    }
    assert!(Postcard::read::<Everything>(&message).is_err());
}
