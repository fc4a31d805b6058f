//! Texts that end too early, and texts and values that go too deep.

use std::collections::HashMap;

use aws_smithy_types::Document;

use super::everything::{Choice, Everything};
use super::{failure, read, refusal, write};
use crate::support::json::Json;
use crate::support::wire::{self, ErrorKind, MAX_DEPTH};
use crate::support_tests::wire::{each_of_far_too_deep_values, something_of_everything};

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
    for written in each_of_far_too_deep_values::<Json>() {
        let failure = written.expect_err("it is too deep");
        assert!(failure.to_string().contains("too deeply"));
    }
}
