//! What no document can hold.

use std::collections::HashMap;

use aws_smithy_types::{DateTime, Document};

use super::super::super::wire::everything::{Choice, Everything};
use super::super::super::wire::with_far_too_deep_values;
use super::document;
use crate::support::wire::{Encode, Layout};

/// Why this cannot be written.
fn refusal(value: &impl Encode) -> String {
    document(&Layout::PLAIN, value)
        .expect_err("no document has it")
        .to_string()
}

#[test]
fn characters_that_xml_lacks_are_refused_by_their_member() {
    for text in ["\0", "a\u{1f}b", "\u{1b}[0m", "\u{fffe}", "\u{ffff}"] {
        let value = Everything {
            string: Some(text.to_owned()),
            ..Everything::default()
        };
        assert_eq!(
            refusal(&value),
            "the request could not be built: `String` has a character that XML cannot hold, \
             such as a control character",
            "{text:?}"
        );
    }
    let value = Everything {
        map: Some(HashMap::from([("\u{8}".to_owned(), 1)])),
        ..Everything::default()
    };
    assert!(refusal(&value).contains("`key` has a character"));
}

#[test]
fn documents_are_refused() {
    let value = Everything {
        document: Some(Document::from(1)),
        ..Everything::default()
    };
    assert_eq!(
        refusal(&value),
        "the request could not be built: XML has no documents"
    );
}

#[test]
fn unknown_members_of_unions_are_refused() {
    let value = Everything {
        choice: Some(Choice::Unknown),
        ..Everything::default()
    };
    assert!(refusal(&value).contains("no known member"));
}

#[test]
fn timestamps_out_of_range_are_refused() {
    let value = Everything {
        date_time: Some(DateTime::from_secs(i64::MAX)),
        ..Everything::default()
    };
    assert!(refusal(&value).contains("a timestamp is out of the range"));
}

#[test]
fn what_is_too_deep_is_refused_and_no_more_of_it_is_walked_along() {
    with_far_too_deep_values(|values| {
        assert!(refusal(&values.choice).contains("nested too deeply"));
        assert!(refusal(&values.list).contains("nested too deeply"));
    });
}
