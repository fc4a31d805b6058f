//! Unions: one member, and one only.

use aws_smithy_types::DateTime;

use super::everything::Choice;
use super::{failure, read, refusal, write};
use crate::support::wire::ErrorKind;

fn text(value: &str) -> Choice {
    Choice::Text(value.to_owned())
}

#[test]
fn the_member_that_is_set_is_the_variant() {
    assert_eq!(write(&text("a")), r#"{"text":"a"}"#);
    assert_eq!(read(r#"{"text":"a"}"#), Ok(text("a")));
    let when = Choice::When(DateTime::from_secs(0));
    assert_eq!(write(&when), r#"{"when":"Thu, 01 Jan 1970 00:00:00 GMT"}"#);
    assert_eq!(read(&write(&when)), Ok(when));
    let nested = Choice::Nested(Box::new(text("a")));
    assert_eq!(read(r#"{"nested":{"text":"a"}}"#), Ok(nested));
}

#[test]
fn members_that_are_null_are_not_set() {
    assert_eq!(
        read(r#"{"when":null,"text":"a","nested":null}"#),
        Ok(text("a"))
    );
    assert_eq!(read(r#"{"text":"a","novel":null}"#), Ok(text("a")));
}

#[test]
fn the_name_of_the_type_is_no_member() {
    assert_eq!(read(r#"{"__type":"ns#Choice","text":"a"}"#), Ok(text("a")));
    assert_eq!(read(r#"{"text":"a","__type":{"x":[1]}}"#), Ok(text("a")));
    assert_eq!(read(r#"{"__type":null,"text":"a"}"#), Ok(text("a")));
}

#[test]
fn a_member_that_is_not_known_makes_the_union_unknown() {
    assert_eq!(read(r#"{"novel":{"a":[1,2]}}"#), Ok(Choice::Unknown));
}

#[test]
fn a_union_without_a_member_is_unknown() {
    for text in ["{}", r#"{"text":null}"#, r#"{"__type":"ns#Choice"}"#] {
        assert_eq!(read(text), Ok(Choice::Unknown), "{text}");
    }
}

#[test]
fn two_members_are_refused_where_the_second_stands() {
    let cases = [
        (r#"{"text":"a","text":"b"}"#, 19),
        (r#"{"text":"a","novel":1}"#, 20),
        (r#"{"novel":1,"text":"a"}"#, 18),
        (r#"{"text":"a","when":"Thu, 01 Jan 1970 00:00:00 GMT"}"#, 19),
    ];
    for (text, offset) in cases {
        assert_eq!(
            refusal::<Choice>(text),
            (ErrorKind::AmbiguousUnion, offset),
            "{text}"
        );
    }
}

#[test]
fn an_unknown_union_is_not_sent() {
    assert!(failure(&Choice::Unknown).contains("the union has no known member"));
    assert!(failure(&vec![Choice::Unknown, text("a")]).contains("the union"));
}
