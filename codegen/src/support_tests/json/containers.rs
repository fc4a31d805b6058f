//! Structures, lists and maps: what a `null`, a duplicate and an unknown name mean in them.

use std::collections::HashMap;

use aws_smithy_types::Document;

use super::everything::{Color, Everything};
use super::{read, refusal, write};
use crate::support::wire::{Decode, DecodeMember, Error, ErrorKind, Reader};

#[test]
fn absent_members_are_left_out() {
    assert_eq!(write(&Everything::default()), "{}");
    let everything = Everything {
        boolean: Some(false),
        list: Some(Vec::new()),
        map: Some(HashMap::new()),
        ..Everything::default()
    };
    assert_eq!(
        write(&everything),
        r#"{"Boolean":false,"List":[],"Map":{}}"#
    );
}

#[test]
fn a_null_member_is_absent() {
    let text = r#"{"String":null,"List":null,"Again":null,"DateTime":null,"Choice":null}"#;
    assert_eq!(read(text), Ok(Everything::default()));
}

#[test]
fn a_null_member_keeps_a_default() {
    #[derive(Debug, PartialEq)]
    struct Retries(i32);
    impl Decode for Retries {
        fn decode(r: &mut impl Reader) -> Result<Self, Error> {
            r.structure(Self(3))
        }
    }
    impl DecodeMember for Retries {
        fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
            match name {
                "retries" => r.member(&mut self.0),
                _ => r.skip(),
            }
        }
    }
    assert_eq!(read(r#"{"retries":null}"#), Ok(Retries(3)));
    assert_eq!(read(r#"{"retries":5}"#), Ok(Retries(5)));
}

#[test]
fn unknown_members_are_stepped_over() {
    let text = r#"{"New":{"deep":[1,{"x":"\u0041"},null,-1.5e3]},"Long":7,"Other":"]}"}"#;
    let everything: Everything = read(text).expect("unknown members do no harm");
    assert_eq!(everything.long, Some(7));
    assert_eq!(
        refusal::<Everything>(r#"{"New":[1,],"Long":7}"#).0,
        ErrorKind::ExpectedValue
    );
}

#[test]
fn the_last_of_two_members_with_one_name_counts() {
    let everything: Everything = read(r#"{"Long":1,"Long":2}"#).expect("duplicates do no harm");
    assert_eq!(everything.long, Some(2));
    let map: HashMap<String, i64> = read(r#"{"a":1,"a":2}"#).expect("duplicates do no harm");
    assert_eq!(map, HashMap::from([("a".to_owned(), 2)]));
}

#[test]
fn dense_containers_leave_nulls_out() {
    assert_eq!(
        read(r#"["a",null,"b"]"#),
        Ok(vec!["a".to_owned(), "b".to_owned()])
    );
    let map: HashMap<String, i64> = read(r#"{"a":null,"b":1}"#).expect("nulls do no harm");
    assert_eq!(map, HashMap::from([("b".to_owned(), 1)]));
    assert_eq!(read("[[null],null]"), Ok(vec![Vec::<bool>::new()]));
}

#[test]
fn sparse_containers_keep_nulls() {
    let list = vec![Some(1), None, Some(2)];
    assert_eq!(write(&list), "[1,null,2]");
    assert_eq!(read("[1,null,2]"), Ok(list));
    let map = HashMap::from([("a".to_owned(), None::<bool>)]);
    assert_eq!(write(&map), r#"{"a":null}"#);
    assert_eq!(read(r#"{"a":null}"#), Ok(map));
    assert_eq!(read("[null]"), Ok(vec![None::<Everything>]));
}

#[test]
fn lists_of_documents_keep_nulls() {
    assert_eq!(
        read("[null,true]"),
        Ok(vec![Document::Null, Document::Bool(true)])
    );
    assert_eq!(read("[null]"), Ok(vec![Document::Null]));
}

#[test]
fn keys_may_be_enums() {
    let map = HashMap::from([(Color::Red, 1), (Color::Unknown("MAUVE".to_owned()), 2)]);
    let again: HashMap<Color, i64> = read(&write(&map)).expect("it was written by us");
    assert_eq!(again, map);
}

#[test]
fn the_wrong_kind_of_container_is_refused() {
    assert_eq!(refusal::<Everything>("[]"), (ErrorKind::ExpectedObject, 0));
    assert_eq!(
        refusal::<Everything>("null"),
        (ErrorKind::ExpectedObject, 0)
    );
    assert_eq!(refusal::<Vec<i64>>("{}"), (ErrorKind::ExpectedArray, 0));
    assert_eq!(
        refusal::<HashMap<String, i64>>("[]"),
        (ErrorKind::ExpectedObject, 0)
    );
    assert_eq!(
        refusal::<Everything>(r#"{"List":"a"}"#),
        (ErrorKind::ExpectedArray, 8)
    );
}

#[test]
fn what_may_be_within_itself_is_absent_and_replaced_as_others_are() {
    let text = r#"{"Many":[null,{"Long":1},null],"MapOfMany":{"a":null,"b":{"Long":2},"b":{}},
        "Again":{"Long":3},"Again":{"Boolean":true}}"#;
    let read_from: Everything = read(text).expect("nulls and duplicates do no harm");
    let long = |long| Everything {
        long: Some(long),
        ..Everything::default()
    };
    assert_eq!(read_from.many, Some(vec![long(1)]));
    let entries = [
        ("a".to_owned(), None),
        ("b".to_owned(), Some(Everything::default())),
    ];
    assert_eq!(read_from.map_of_many, Some(HashMap::from(entries)));
    let again = read_from.again.expect("the last of them");
    assert_eq!((again.long, again.boolean), (None, Some(true)));
    assert_eq!(
        read(r#"{"Many":[{}],"Many":null,"Again":{"Long":3},"Again":null}"#),
        Ok(Everything::default())
    );
}
