//! Texts and blobs, whole and in chunks.

use std::borrow::Cow;
use std::collections::HashMap;

use aws_smithy_types::Blob;

use super::{bytes, read, refusal, write};
use crate::support::cbor::Cbor;
use crate::support::wire::{self, ErrorKind, Format, Reader};

#[test]
fn texts_and_blobs_have_their_lengths() {
    assert_eq!(write(&String::new()), "60");
    assert_eq!(write(&"\u{e9}a".to_owned()), "63c3a961");
    assert_eq!(write(&Blob::new([0, 255])), "4200ff");
    let long = "x".repeat(300);
    assert!(write(&long).starts_with("79012c7878"));
    assert_eq!(read(&write(&long)), Ok(long));
}

#[test]
fn lengths_are_read_from_any_width() {
    for head in ["62", "7802", "790002", "7a00000002", "7b0000000000000002"] {
        assert_eq!(read(&format!("{head} 6869")), Ok("hi".to_owned()), "{head}");
    }
    assert_eq!(read("5a00000002 6869"), Ok(Blob::new("hi")));
}

#[test]
fn chunks_are_put_together() {
    assert_eq!(read("7f 63 c3a961 60 61 62 ff"), Ok("\u{e9}ab".to_owned()));
    assert_eq!(read("5f 42 0102 40 5801 03 ff"), Ok(Blob::new([1, 2, 3])));
    assert_eq!(read("7f ff"), Ok(String::new()));
    assert_eq!(read("5f ff"), Ok(Blob::default()));
}

#[test]
fn a_text_is_borrowed_unless_it_is_in_chunks() {
    for (message, is_borrowed) in [("62 6869", true), ("7f 62 6869 ff", false)] {
        let message = bytes(message);
        let mut reader = Cbor::reader(&message).expect("a message");
        let text = reader.string().expect("a text");
        assert_eq!(text, "hi");
        assert_eq!(matches!(text, Cow::Borrowed(_)), is_borrowed);
    }
}

#[test]
fn chunks_are_whole_strings_of_the_same_kind() {
    // In two of them is half a character each, and together they would be one.
    let halves = "7f 61 c3 61 a9 ff";
    assert_eq!(refusal::<String>(halves), (ErrorKind::InvalidUtf8, 2));
    for message in [
        "7f 41 61 ff",
        "7f 01 ff",
        "7f 7f 61 61 ff ff",
        "7f c1 61 61 ff",
    ] {
        let refused = (ErrorKind::ExpectedString, 1);
        assert_eq!(refusal::<String>(message), refused, "{message}");
    }
    for message in ["5f 61 61 ff", "5f 5f 41 61 ff ff", "5f f6 ff"] {
        let refused = (ErrorKind::ExpectedBytes, 1);
        assert_eq!(refusal::<Blob>(message), refused, "{message}");
    }
}

#[test]
fn a_text_is_utf_8() {
    assert_eq!(refusal::<String>("63 61ff62"), (ErrorKind::InvalidUtf8, 2));
    assert_eq!(refusal::<String>("62 61c3"), (ErrorKind::InvalidUtf8, 2));
    assert_eq!(refusal::<String>("63 eda080"), (ErrorKind::InvalidUtf8, 1));
}

#[test]
fn a_text_is_utf_8_whatever_is_around_it() {
    let texts: Vec<String> = (0..40).map(|length| "z".repeat(length)).collect();
    let mut message = bytes(&write(&texts));
    assert_eq!(wire::read::<Cbor, _>(&message), Ok(texts));
    for at in 0..message.len() {
        if message[at] == b'z' {
            message[at] = 0xFF;
            let error = wire::read::<Cbor, Vec<String>>(&message).unwrap_err();
            assert_eq!((error.kind(), error.offset()), (ErrorKind::InvalidUtf8, at));
            message[at] = b'z';
        }
    }
}

#[test]
fn a_name_is_utf_8_whatever_is_around_it() {
    let refused = refusal::<HashMap<String, String>>("a2 61 61 61 62 62 63ff 61 64");
    assert_eq!(refused, (ErrorKind::InvalidUtf8, 7));
}

#[test]
fn texts_are_not_only_ascii_anywhere_between_others() {
    for before in 0..20 {
        for behind in 0..20 {
            let text = ["x".repeat(before), "y".repeat(behind)].join("\u{20ac}");
            let texts = ["a".to_owned(), text.clone(), text, "b".to_owned()].to_vec();
            assert_eq!(read(&write(&texts)), Ok(texts));
        }
    }
}

#[test]
fn a_text_is_no_blob_and_a_blob_no_text() {
    assert_eq!(refusal::<Blob>("60"), (ErrorKind::ExpectedBytes, 0));
    assert_eq!(refusal::<String>("40"), (ErrorKind::ExpectedString, 0));
    assert_eq!(refusal::<String>("01"), (ErrorKind::ExpectedString, 0));
}
