//! Texts that end too early, and texts and values that go too deep.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, Number};

use super::everything::{Choice, Color, Everything};
use super::{failure, read, refusal, write};
use crate::support::json::Json;
use crate::support::wire::{self, ErrorKind, MAX_DEPTH};

fn something_of_everything() -> Everything {
    let moment = DateTime::from_millis(1_576_540_098_520);
    let inner = Everything {
        string: Some("a \"quote\", a \\, a \u{1f600} and \0".to_owned()),
        boolean: Some(true),
        byte: Some(-8),
        short: Some(16),
        integer: Some(-32),
        long: Some(i64::MIN),
        float: Some(0.1),
        double: Some(1.5e300),
        big_integer: "123456789012345678901234567890".parse::<BigInteger>().ok(),
        big_decimal: "-1.5E-400".parse::<BigDecimal>().ok(),
        blob: Some(Blob::new("some bytes")),
        document: Some(Document::Array(vec![
            Document::Null,
            Document::Bool(false),
            Document::Number(Number::Float(2.5)),
        ])),
        timestamp: Some(moment),
        color: Some(Color::Unknown("MAUVE".to_owned())),
        list: Some(vec![String::new(), "\u{e9}".to_owned()]),
        sparse_list: Some(vec![Some(1), None]),
        map: Some(HashMap::from([("\n".to_owned(), 1)])),
        sparse_map: Some(HashMap::from([(String::new(), None)])),
        map_of_enums: Some(HashMap::from([(Color::Red, vec![Color::Red])])),
        choice: Some(Choice::Nested(Box::new(Choice::Text("t".to_owned())))),
        again: None,
        many: None,
        map_of_many: None,
        epoch_seconds: Some(moment),
        date_time: Some(moment),
        http_dates: Some(HashMap::from([(
            "a".to_owned(),
            vec![DateTime::from_secs(0)],
        )])),
    };
    Everything {
        again: Some(Box::new(inner.clone())),
        map_of_many: Some(HashMap::from([
            ("none".to_owned(), None),
            ("some".to_owned(), Some(inner.clone())),
        ])),
        many: Some(vec![inner, Everything::default()]),
        ..Everything::default()
    }
}

#[test]
fn a_text_that_ends_too_early_is_refused_wherever_it_ends() {
    let everything = something_of_everything();
    let text = write(&everything);
    assert_eq!(read(&text), Ok(everything));
    for end in 0..text.len() {
        let part = &text.as_bytes()[..end];
        let as_structure = wire::read::<Json, Everything>(part).expect_err(&text[..1]);
        let as_document = wire::read::<Json, Document>(part).expect_err(&text[..1]);
        for error in [as_structure, as_document] {
            assert!(error.offset() <= end, "{error}, of {end}");
        }
    }
}

#[test]
fn a_text_with_any_byte_changed_is_read_or_refused() {
    let text = write(&something_of_everything().again);
    for place in 0..text.len() {
        for byte in *b"\"\\{}[]:,0-.eE n\0\xff" {
            let mut bytes = text.clone().into_bytes();
            bytes[place] = byte;
            for error in [
                wire::read::<Json, Everything>(&bytes).err(),
                wire::read::<Json, Document>(&bytes).err(),
            ] {
                assert!(error.is_none_or(|error| error.offset() <= bytes.len()));
            }
        }
    }
}

#[test]
fn a_text_may_be_as_deep_as_the_limit_and_no_deeper() {
    let nest = |open: &str, close: &str, depth| open.repeat(depth) + "1" + &close.repeat(depth);
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        assert!(read::<Document>(&nest(open, close, MAX_DEPTH)).is_ok());
        let too_deep = nest(open, close, MAX_DEPTH + 1);
        let expected = (ErrorKind::TooDeep, open.len() * MAX_DEPTH);
        assert_eq!(refusal::<Document>(&too_deep), expected);
        assert_eq!(refusal::<Document>(&open.repeat(1_000_000)), expected);
        // The same for what nobody knows: here one object is around it.
        let skipped = format!(r#"{{"New":{}}}"#, nest(open, close, MAX_DEPTH - 1));
        assert_eq!(read(&skipped), Ok(Everything::default()));
        let skipped = format!(r#"{{"New":{}}}"#, nest(open, close, MAX_DEPTH));
        assert_eq!(refusal::<Everything>(&skipped).0, ErrorKind::TooDeep);
    }
    let recursive = r#"{"Again":"#.repeat(1_000_000);
    assert_eq!(refusal::<Everything>(&recursive).0, ErrorKind::TooDeep);
}

#[test]
fn many_things_beside_one_another_are_not_deep() {
    let text = format!("[{}[]]", r#"[],{"a":[]},"#.repeat(1_000));
    let document: Document = read(&text).expect("it is two deep at most");
    assert_eq!(read(&write(&document)), Ok(document));
}

#[test]
fn a_value_deeper_than_the_limit_is_not_sent() {
    let mut document = Document::Null;
    let mut choice = Choice::Text(String::new());
    let mut list = Everything::default();
    for _ in 0..MAX_DEPTH {
        document = Document::Array(vec![document]);
        choice = Choice::Nested(Box::new(choice));
        list = Everything {
            many: Some(vec![list]),
            ..Everything::default()
        };
    }
    assert_eq!(read(&write(&document)), Ok(document.clone()));
    let object = Document::Object(HashMap::from([(String::new(), document)]));
    assert!(failure(&object).contains("too deeply"));
    assert!(failure(&choice).contains("too deeply"));
    assert!(failure(&list).contains("too deeply"));
}

#[test]
fn a_value_that_is_far_too_deep_ends_no_thread() {
    let mut document = Document::Null;
    let mut map = Document::Null;
    let mut choice = Choice::Text(String::new());
    let mut list = Everything::default();
    for _ in 0..100_000 {
        document = Document::Array(vec![document]);
        map = Document::Object(HashMap::from([(String::new(), map)]));
        choice = Choice::Nested(Box::new(choice));
        list = Everything {
            many: Some(vec![list]),
            ..Everything::default()
        };
    }
    for failure in [
        failure(&document),
        failure(&map),
        failure(&choice),
        failure(&list),
    ] {
        assert!(failure.contains("too deeply"));
    }
    // To drop them would end it.
    std::mem::forget((document, map, choice, list));
}
