//! Strings and blobs.

use aws_smithy_types::Blob;

use super::everything::Everything;
use super::{read, refusal, write};
use crate::support::wire::ErrorKind;

#[test]
fn escape_sequences_become_the_characters_that_they_mean() {
    let cases = [
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""\u0000\u001F\u007f""#, "\0\u{1f}\u{7f}"),
        (r#""caf\u00e9""#, "caf\u{e9}"),
        (r#""\uD83D\uDE00!""#, "\u{1f600}!"),
        (r#""\udbff\udfff""#, "\u{10ffff}"),
        (r#""\ud800\udc00""#, "\u{10000}"),
        (r#""\ud7ff\ue000""#, "\u{d7ff}\u{e000}"),
    ];
    for (text, value) in cases {
        assert_eq!(read::<String>(text).as_deref(), Ok(value), "{text}");
    }
}

#[test]
fn quotes_backslashes_and_control_characters_are_escaped() {
    assert_eq!(write(&"\"\\/".to_owned()), r#""\"\\/""#);
    assert_eq!(write(&"\n\r\t".to_owned()), r#""\n\r\t""#);
    assert_eq!(
        write(&"\0\u{8}\u{c}\u{1f}".to_owned()),
        r#""\u0000\u0008\u000c\u001f""#
    );
    assert_eq!(
        write(&"\u{7f}\u{e9}\u{1f600}".to_owned()),
        "\"\u{7f}\u{e9}\u{1f600}\""
    );
}

#[test]
fn each_character_is_found_at_each_place_of_a_string() {
    let special = [
        '"', '\\', '\n', '\0', '\u{1f}', ' ', '!', '#', '[', ']', '\u{7f}',
    ];
    let wide = [
        '\u{80}', '\u{a2}', '\u{122}', '\u{dc}', '\u{25c}', '\u{1f5c}',
    ];
    for character in special.into_iter().chain(wide) {
        for length in 0..40 {
            for place in 0..=length {
                let mut value = "x".repeat(place);
                value.push(character);
                value.push_str(&"\u{e9}".repeat(length - place));
                let text = write(&value);
                assert_eq!(read(&text), Ok(value.clone()), "{text}");
                assert_eq!(
                    serde_json::from_str::<String>(&text).ok(),
                    Some(value),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn a_name_with_escape_sequences_is_the_name_that_it_means() {
    let text = r#"{"\u0053tring":"a","L\u006fng":7,"\"":0,"Bo\u006flean":true}"#;
    let everything: Everything = read(text).expect("names may be escaped");
    assert_eq!(everything.string.as_deref(), Some("a"));
    assert_eq!(everything.long, Some(7));
    assert_eq!(everything.boolean, Some(true));
}

#[test]
fn a_string_is_expected_where_a_member_is_one() {
    for text in ["1", "true", "[]", "{}"] {
        assert_eq!(
            refusal::<String>(text),
            (ErrorKind::ExpectedString, 0),
            "{text}"
        );
    }
}

#[test]
fn blobs_are_base64() {
    assert_eq!(write(&Blob::new(*b"\0\xff>?")), r#""AP8+Pw==""#);
    assert_eq!(read(r#""AP8+Pw==""#), Ok(Blob::new(*b"\0\xff>?")));
    assert_eq!(read(r#""AP8\u002bPw==""#), Ok(Blob::new(*b"\0\xff>?")));
    assert_eq!(read(r#""""#), Ok(Blob::default()));
    for text in [r#""AP8""#, r#""AP8-Pw==""#, r#""A P8+Pw==""#] {
        assert_eq!(
            refusal::<Blob>(text),
            (ErrorKind::InvalidBase64, 0),
            "{text}"
        );
    }
}
