//! Structures, lists and maps, with and without lengths, and what a null means in them.

use std::collections::HashMap;

use aws_smithy_types::Document;

use super::everything::{Choice, Color, Everything};
use super::{Skipped, read, refusal, write};
use crate::support::wire::ErrorKind;

fn long(long: i64) -> Everything {
    Everything {
        long: Some(long),
        ..Everything::default()
    }
}

#[test]
fn structures_end_with_a_break_unless_they_are_empty() {
    assert_eq!(write(&Everything::default()), "a0");
    assert_eq!(write(&long(1)), "bf 64 4c6f6e67 01 ff".replace(' ', ""));
    let nested = Everything {
        again: Some(Box::default()),
        ..Everything::default()
    };
    assert_eq!(write(&nested), "bf 65 416761696e a0 ff".replace(' ', ""));
}

#[test]
fn lists_and_maps_have_their_lengths() {
    assert_eq!(write(&Vec::<i64>::new()), "80");
    assert_eq!(write(&vec![Some(1), None]), "8201f6");
    assert_eq!(write(&vec![0; 24]), format!("9818{}", "00".repeat(24)));
    assert_eq!(write(&HashMap::<String, i64>::new()), "a0");
    let map = HashMap::from([(Color::Red, 1)]);
    assert_eq!(write(&map), "a1 63 524544 01".replace(' ', ""));
}

#[test]
fn a_length_need_not_be_known_before() {
    assert_eq!(read("82 01 02"), Ok(vec![1, 2]));
    assert_eq!(read("9f 01 02 ff"), Ok(vec![1, 2]));
    assert_eq!(read("9f ff"), Ok(Vec::<i64>::new()));
    let map = HashMap::from([("a".to_owned(), 1)]);
    assert_eq!(read("a1 61 61 01"), Ok(map.clone()));
    assert_eq!(read("bf 61 61 01 ff"), Ok(map.clone()));
    assert_eq!(read("bf 7f 61 61 ff 01 ff"), Ok(map));
    for message in [
        "a1 64 4c6f6e67 01",
        "bf 64 4c6f6e67 01 ff",
        "b801 64 4c6f6e67 01",
    ] {
        assert_eq!(read(message), Ok(long(1)), "{message}");
    }
}

#[test]
fn a_break_ends_only_what_has_no_length() {
    for message in [
        "ff",
        "81 ff",
        "c1 ff",
        "a1 ff",
        "a1 61 61 ff",
        "9f 81 ff ff",
    ] {
        let place = message.replace(' ', "").find("ff").expect("a break") / 2;
        let refused = (ErrorKind::ExpectedValue, place);
        assert_eq!(refusal::<Skipped>(message), refused, "{message}");
        assert_eq!(refusal::<Document>(message), refused, "{message}");
    }
    // Not between a key and its value, either.
    let refused = (ErrorKind::ExpectedValue, 3);
    assert_eq!(refusal::<Skipped>("bf 61 61 ff"), refused);
    assert_eq!(refusal::<HashMap<String, i64>>("bf 61 61 ff"), refused);
    assert_eq!(refusal::<Everything>("bf 61 61 ff"), refused);
}

#[test]
fn null_and_undefined_are_absent() {
    for null in ["f6", "f7", "c1 f6", "d9d9f7 f7"] {
        let message =
            format!("a3 66 537472696e67 {null} 65 416761696e {null} 66 43686f696365 {null}");
        assert_eq!(read(&message), Ok(Everything::default()), "{null}");
        assert_eq!(read(&format!("82 {null} 01")), Ok(vec![1]), "{null}");
        assert_eq!(read(&format!("82 {null} 01")), Ok(vec![None, Some(1)]));
        assert_eq!(read(null), Ok(Document::Null), "{null}");
    }
    let refused = (ErrorKind::ExpectedString, 0);
    assert_eq!(refusal::<String>("f6"), refused);
}

#[test]
fn the_last_of_two_members_with_one_name_counts() {
    assert_eq!(read("a2 64 4c6f6e67 01 64 4c6f6e67 02"), Ok(long(2)));
}

#[test]
fn a_union_has_one_member() {
    let text = Choice::Text("t".to_owned());
    assert_eq!(read("a1 64 74657874 61 74"), Ok(text.clone()));
    assert_eq!(read("a2 66 5f5f74797065 61 78 64 74657874 61 74"), Ok(text));
    assert_eq!(read("a1 61 6e 01"), Ok(Choice::Unknown));
    let refused = (ErrorKind::AmbiguousUnion, 10);
    assert_eq!(refusal::<Choice>("a2 64 74657874 61 74 61 6e 01"), refused);
}

#[test]
fn unknown_members_are_stepped_over_whatever_they_are() {
    for value in [
        "00",
        "3903e7",
        "f93c00",
        "fa00000000",
        "fb0000000000000000",
        "f4",
        "f6",
        "f0",
        "f8ff",
        "40",
        "43 010203",
        "5f 41 01 40 ff",
        "60",
        "7f 61 61 ff",
        "62 ffff",
        "80",
        "9f ff",
        "83 01 9f 02 ff 81 80",
        "a0",
        "bf ff",
        "a2 01 02 80 a0",
        "bf 01 bf 02 03 ff ff",
        "c1 00",
        "d818 c0 60",
        "c2 41 01",
        "d9d9f7 a1 f6 c1 f7",
    ] {
        let message = format!("a2 63 4e6577 {value} 64 4c6f6e67 07");
        assert_eq!(read(&message), Ok(long(7)), "{value}");
    }
}

#[test]
fn names_are_texts() {
    let refused = (ErrorKind::ExpectedString, 1);
    assert_eq!(refusal::<Everything>("a1 01 02"), refused);
    assert_eq!(refusal::<HashMap<String, i64>>("a1 41 61 02"), refused);
}

#[test]
fn the_wrong_kind_of_container_is_refused() {
    assert_eq!(refusal::<Everything>("80"), (ErrorKind::ExpectedObject, 0));
    assert_eq!(refusal::<Everything>("f6"), (ErrorKind::ExpectedObject, 0));
    assert_eq!(refusal::<Vec<i64>>("a0"), (ErrorKind::ExpectedArray, 0));
    assert_eq!(
        refusal::<Vec<i64>>("43 010203"),
        (ErrorKind::ExpectedArray, 0)
    );
}
