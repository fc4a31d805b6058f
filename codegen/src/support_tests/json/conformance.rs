//! What is JSON and what is not.

mod accepted;
mod refused;

use aws_smithy_types::Document;
use serde_json::Value;

use super::{read, refusal, write};
use crate::support::json::Json;
use crate::support::wire::{self, Decode, Error, ErrorKind, Reader};

/// Steps over a text as the value of a member that nobody knows.
fn skip(text: &str) -> Result<(), Error> {
    struct Skipped;
    impl Decode for Skipped {
        fn decode(r: &mut impl Reader) -> Result<Self, Error> {
            r.skip().map(|()| Self)
        }
    }
    read::<Skipped>(text).map(drop)
}

/// A value in which numbers are written in one way, whatever way they were written in.
fn numbers_by_value(value: Value) -> Value {
    match value {
        Value::Number(number) => {
            let integer = number.as_i64().filter(|integer| *integer != 0);
            match (number.as_u64(), integer) {
                (Some(integer), _) => integer.into(),
                (None, Some(integer)) => integer.into(),
                (None, None) => number.as_f64().into(),
            }
        }
        Value::Array(values) => values.into_iter().map(numbers_by_value).collect(),
        Value::Object(entries) => {
            let entries = entries.into_iter();
            let entries = entries.map(|(name, value)| (name, numbers_by_value(value)));
            Value::Object(entries.collect())
        }
        other => other,
    }
}

#[test]
fn what_is_json_is_read_as_the_value_that_it_is() {
    for text in accepted::TEXTS {
        let document: Document = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let expected: Value = serde_json::from_str(text).expect(text);
        let written: Value = serde_json::from_str(&write(&document)).expect(text);
        assert_eq!(
            numbers_by_value(written),
            numbers_by_value(expected),
            "{text}"
        );
    }
}

#[test]
fn what_is_not_json_is_refused() {
    for text in refused::TEXTS {
        let error = read::<Document>(text).expect_err(text);
        assert!(error.offset() <= text.len(), "{text}: {error}");
        let reference = serde_json::from_str::<Value>(text);
        // It takes numbers of any size.
        let is_taken = |value: Value| !value.is_number() || value.as_f64().is_some();
        assert!(!reference.is_ok_and(is_taken), "{text}");
    }
}

#[test]
fn what_is_skipped_has_to_be_json_too() {
    for text in accepted::TEXTS {
        assert_eq!(skip(text), Ok(()), "{text}");
    }
    for text in refused::TEXTS {
        // A number that is only too large for a type has no type here.
        if refusal::<Document>(text).0 != ErrorKind::NumberOutOfRange {
            assert!(skip(text).is_err(), "{text}");
        }
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_refused_where_they_stand() {
    let cases: [(&[u8], usize); 9] = [
        (b"\"\xff\"", 1),
        (b"\"\xc0\xaf\"", 1),
        (b"\"\xe0\x80\xaf\"", 1),
        (b"\"\xed\xa0\x80\"", 1),
        (b"\"\xf4\x90\x80\x80\"", 1),
        (b"\"abc\x80\"", 4),
        (b"\"\xe2\x82\"", 1),
        (b"{} \xfe", 3),
        (b"\xff\xfe{\x00}\x00", 0),
    ];
    for (bytes, offset) in cases {
        let error = wire::read::<Json, Document>(bytes).expect_err("not UTF-8");
        assert_eq!(
            (error.kind(), error.offset()),
            (ErrorKind::InvalidUtf8, offset)
        );
    }
}

#[test]
fn a_refusal_says_what_was_expected_and_where() {
    let cases = [
        ("", ErrorKind::UnexpectedEnd, 0),
        ("{} x", ErrorKind::TrailingText, 3),
        ("[1 2]", ErrorKind::ExpectedCommaOrBracket, 3),
        ("[1,]", ErrorKind::ExpectedValue, 3),
        ("[tru]", ErrorKind::ExpectedBoolean, 1),
        (r#"{"a":1 "b""#, ErrorKind::ExpectedCommaOrBrace, 7),
        (r#"{"a":1,}"#, ErrorKind::ExpectedName, 7),
        (r#"{"a" 1}"#, ErrorKind::ExpectedColon, 5),
        ("[1.x]", ErrorKind::ExpectedNumber, 3),
        ("[1e999]", ErrorKind::NumberOutOfRange, 1),
        ("\"ab\n\"", ErrorKind::ControlCharacter, 3),
        (r#""ab\x""#, ErrorKind::InvalidEscape, 3),
        (r#""ab\ud800""#, ErrorKind::LoneSurrogate, 3),
    ];
    for (text, kind, offset) in cases {
        assert_eq!(refusal::<Document>(text), (kind, offset), "{text}");
    }
}

#[test]
fn a_refusal_shows_nothing_of_the_text() {
    let error = read::<bool>(r#""a secret""#).expect_err("a string is no boolean");
    assert_eq!(error.to_string(), "expected `true` or `false` at byte 0");
    assert!(!format!("{error:?}").contains("secret"));
}
