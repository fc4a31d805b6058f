//! Messages that end too early or claim too much, and what goes too deep.

use std::collections::HashMap;

use aws_smithy_types::{Blob, Document};

use super::everything::{Choice, Everything};
use super::{Skipped, bytes, failure, read, refusal, write};
use crate::support::cbor::Cbor;
use crate::support::wire::{self, ErrorKind, Format as _, MAX_DEPTH, Reader as _};
use crate::support_tests::wire::{each_of_far_too_deep_values, something_of_everything};

/// A message with lengths and without, with chunks and tags, beside what we write.
fn messages() -> [Vec<u8>; 2] {
    let everything = write(&something_of_everything());
    let other = "bf 64 4c697374 9f 7f 61 61 60 ff 62 6869 ff 64 426c6f62 5f 42 0102 41 03 ff
        63 4e6577 d9d9f7 a3 01 9f ff bf ff f97e00 80 f8ff 6a 426967446563696d616c c4 82 21 c2 41 07
        65 416761696e b90001 66 446f75626c65 f93e00 ff";
    let other = other.replace(char::is_whitespace, "");
    [bytes(&everything), bytes(&other)]
}

#[test]
fn a_message_that_ends_too_early_is_refused_wherever_it_ends() {
    for message in messages() {
        assert!(wire::read::<Cbor, Everything>(&message).is_ok());
        for end in 0..message.len() {
            let part = &message[..end];
            let as_structure = wire::read::<Cbor, Everything>(part).expect_err("it is cut off");
            let as_anything = wire::read::<Cbor, Skipped>(part).expect_err("it is cut off");
            for error in [as_structure, as_anything] {
                assert_eq!(error.kind(), ErrorKind::UnexpectedEnd);
                assert_eq!(error.offset(), end);
            }
        }
    }
}

#[test]
fn a_message_ends_with_its_value() {
    for message in ["0000", "a0ff", "a0f6", "62686961"] {
        let refused = (ErrorKind::TrailingText, message.len() / 2 - 1);
        assert_eq!(refusal::<Skipped>(message), refused, "{message}");
    }
}

#[test]
fn a_message_with_any_byte_changed_is_read_or_refused() {
    let [_, other] = messages();
    let everything = bytes(&write(&something_of_everything().again));
    for message in [everything, other] {
        for place in 0..message.len() {
            let mut changed = message.clone();
            // Each major type with arguments of several widths.
            let infos = [0, 1, 24, 27, 31];
            for byte in infos
                .into_iter()
                .flat_map(|info| (0..8).map(move |major| major << 5 | info))
            {
                changed[place] = byte;
                for error in [
                    wire::read::<Cbor, Everything>(&changed).err(),
                    wire::read::<Cbor, Skipped>(&changed).err(),
                ] {
                    assert!(error.is_none_or(|error| error.offset() <= changed.len()));
                }
            }
        }
    }
}

#[test]
fn reserved_heads_are_no_values() {
    for major in 0..8_u8 {
        for info in 28..31 {
            let message = format!("{:02x}0000", major << 5 | info);
            let refused = (ErrorKind::ExpectedValue, 0);
            assert_eq!(refusal::<Skipped>(&message), refused, "{message}");
        }
    }
    // Numbers and tags have no end, and simple values one form.
    for message in ["1f", "3f", "df", "ff", "f800", "f814", "f818", "f81f"] {
        let refused = (ErrorKind::ExpectedValue, 0);
        assert_eq!(refusal::<Skipped>(message), refused, "{message}");
    }
}

#[test]
fn a_claimed_length_takes_no_room() {
    for length in ["1affffffff", "1b7fffffffffffffff", "1bffffffffffffffff"] {
        let head = |major: u8| {
            let first = u8::from_str_radix(&length[..2], 16).expect("hexadecimal");
            format!("{:02x}{}00", first | major << 5, &length[2..])
        };
        let end = (ErrorKind::UnexpectedEnd, length.len() / 2 + 1);
        assert_eq!(refusal::<Blob>(&head(2)), end);
        assert_eq!(refusal::<String>(&head(3)), end);
        assert_eq!(refusal::<Vec<i64>>(&head(4)), end);
        assert_eq!(
            refusal::<Vec<Vec<i64>>>(&head(4)).0,
            ErrorKind::ExpectedArray
        );
        assert_eq!(
            refusal::<HashMap<String, i64>>(&head(5)).0,
            ErrorKind::ExpectedString
        );
        for major in 2..6 {
            assert_eq!(refusal::<Skipped>(&head(major)), end);
        }
    }
}

#[test]
fn a_list_takes_room_for_what_it_claims_and_no_more_than_its_message_does() {
    let room = |head: &[u8], behind: usize| {
        let message = [head, &vec![0; behind]].concat();
        let reader = Cbor::reader(&message).expect("a beginning");
        reader.room_for::<[u8; 8]>()
    };
    assert_eq!(room(&[0x83], 100), 3);
    assert_eq!(room(&[0x99, 0x01, 0x00], 10_000), 256);
    assert_eq!(room(&[0x99, 0xFF, 0xFF], 77), 10);
    assert_eq!(
        room(&[0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], 23),
        4
    );
    assert_eq!(room(&[0x9F], 100), 0);
    assert_eq!(room(&[0xA3], 100), 0);
}

#[test]
fn a_message_may_be_as_deep_as_the_limit_and_no_deeper() {
    for (open, close) in [("81", ""), ("9f", "ff"), ("a1 60", ""), ("bf 60", "ff")] {
        let nest = |depth| open.repeat(depth) + "01" + &close.repeat(depth);
        let refused = (ErrorKind::TooDeep, bytes(open).len() * MAX_DEPTH);
        assert!(read::<Document>(&nest(MAX_DEPTH)).is_ok());
        assert_eq!(refusal::<Document>(&nest(MAX_DEPTH + 1)), refused);
        assert_eq!(refusal::<Document>(&open.repeat(100_000)), refused);
        // The same for what nobody knows, in which keys may be deep as well.
        assert_eq!(read(&nest(MAX_DEPTH)), Ok(Skipped));
        assert_eq!(refusal::<Skipped>(&nest(MAX_DEPTH + 1)), refused);
        assert_eq!(refusal::<Skipped>(&open.repeat(100_000)), refused);
    }
    let keys = (ErrorKind::TooDeep, MAX_DEPTH);
    assert_eq!(refusal::<Skipped>(&"a1".repeat(100_000)), keys);
    let recursive = "a1 65 416761696e".repeat(100_000);
    assert_eq!(refusal::<Everything>(&recursive).0, ErrorKind::TooDeep);
}

#[test]
fn many_things_beside_one_another_are_not_deep() {
    let message = format!("9f {} 80 ff", "80 a1 61 61 81 f6".repeat(1_000));
    let document: Document = read(&message).expect("it is three deep at most");
    assert_eq!(read(&write(&document)), Ok(document));
    assert_eq!(read(&message), Ok(Skipped));
}

#[test]
fn a_value_deeper_than_the_limit_is_not_sent() {
    let mut document = Document::Null;
    let mut choice = Choice::Text(String::new());
    for _ in 0..MAX_DEPTH {
        document = Document::Array(vec![document]);
        choice = Choice::Nested(Box::new(choice));
    }
    assert_eq!(read(&write(&document)), Ok(document.clone()));
    let object = Document::Object(HashMap::from([(String::new(), document)]));
    assert!(failure(&object).contains("too deeply"));
    assert!(failure(&choice).contains("too deeply"));
}

#[test]
fn a_value_that_is_far_too_deep_ends_no_thread() {
    for written in each_of_far_too_deep_values::<Cbor>() {
        let failure = written.expect_err("it is too deep");
        assert!(failure.to_string().contains("too deeply"));
    }
}

#[test]
fn a_union_that_nobody_knows_is_not_sent() {
    assert!(failure(&Choice::Unknown).contains("no known member"));
}
