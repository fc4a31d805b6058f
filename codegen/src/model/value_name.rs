//! Names for the values of enums that have none, which Smithy 1.0 allows: what a value says, spelled
//! so that it can be a member's name.

use std::collections::BTreeSet;

/// What stands for a word. All else that a name cannot hold, such as quotation marks, only sets
/// words apart.
const SIGNS: &[(&str, &str)] = &[
    ("!=", "NOT_EQUAL"),
    ("#", "HASH"),
    ("$", "DOLLAR"),
    ("%", "PERCENT"),
    ("&", "AND"),
    ("*", "STAR"),
    ("+", "PLUS"),
    ("<", "LESS"),
    ("=", "EQUAL"),
    (">", "GREATER"),
    ("@", "AT"),
    ("^", "CARET"),
    ("|", "OR"),
    ("~", "TILDE"),
];

/// What sets words apart, and stands for one only where there are no others.
const SEPARATORS: &[(&str, &str)] = &[
    (" ", "SPACE"),
    ("!", "EXCLAMATION"),
    (",", "COMMA"),
    ("-", "MINUS"),
    (".", "DOT"),
    ("/", "SLASH"),
    (":", "COLON"),
    (";", "SEMICOLON"),
    ("?", "QUESTION"),
    ("\\", "BACKSLASH"),
    ("_", "UNDERSCORE"),
];

/// The name of a value: `a:b` is `a_b`, `>=` is `GREATER_EQUAL`, `1.0` is `_1_0`.
pub(super) fn of(value: &str) -> String {
    let mut words = words(value);
    if words.is_empty() {
        words = value.chars().map(separator).collect();
    }
    // The sign is what tells `-1` from `1`.
    if value.starts_with('-')
        && words
            .first()
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    {
        words.insert(0, "MINUS".to_owned());
    }
    let name = words.join("_");
    match name.chars().next() {
        None => "EMPTY".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("_{name}"),
        Some(_) => name,
    }
}

/// The words of a value, and those that its signs stand for.
fn words(value: &str) -> Vec<String> {
    let mut spelled = String::new();
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if c.is_ascii_alphanumeric() {
            spelled.push(c);
        } else if let Some((sign, word)) = word_at(SIGNS, rest) {
            length = sign.len();
            spelled += &format!(" {word} ");
        } else if c.is_alphanumeric() {
            spelled += &format!(" {} ", code(c));
        } else {
            spelled.push(' ');
        }
        rest = &rest[length..];
    }
    spelled.split_whitespace().map(str::to_owned).collect()
}

fn separator(c: char) -> String {
    let found = word_at(SEPARATORS, c.encode_utf8(&mut [0; 4]));
    found.map_or_else(|| code(c), |(_, word)| word.to_owned())
}

fn word_at(
    words: &[(&'static str, &'static str)],
    text: &str,
) -> Option<(&'static str, &'static str)> {
    let mut words = words.iter();
    words.find(|(sign, _)| text.starts_with(sign)).copied()
}

/// The name, or the name with the first number that is free: what comes later in the model gives
/// way, since values are added at the end.
pub(super) fn untaken(name: String, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = name.clone();
    for number in 2.. {
        if taken.insert(candidate.clone()) {
            break;
        }
        candidate = format!("{name}_{number}");
    }
    candidate
}

/// What has no word: its code point.
fn code(c: char) -> String {
    format!("U{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_spelled_as_a_name() {
        for (value, name) in [
            ("t2.nano", "t2_nano"),
            ("aws:kms", "aws_kms"),
            ("a:b/c d", "a_b_c_d"),
            ("1.0", "_1_0"),
            ("-1", "MINUS_1"),
            ("1", "_1"),
            ("", "EMPTY"),
            ("*", "STAR"),
            ("+", "PLUS"),
            (">=", "GREATER_EQUAL"),
            ("!=", "NOT_EQUAL"),
            ("Any thing!", "Any_thing"),
            ("?", "QUESTION"),
            ("a>=b", "a_GREATER_EQUAL_b"),
            ("s3:*", "s3_STAR"),
            ("C++", "C_PLUS_PLUS"),
            ("50%", "_50_PERCENT"),
            ("100 %", "_100_PERCENT"),
            ("--", "MINUS_MINUS"),
            (" ", "SPACE"),
            ("\"", "U0022"),
            ("it's", "it_s"),
            ("größer", "gr_U00F6_U00DF_er"),
            ("東京", "U6771_U4EAC"),
        ] {
            assert_eq!(of(value), name, "{value:?}");
            assert!(crate::model::shape_id::is_identifier(name), "{value:?}");
        }
    }

    #[test]
    fn values_that_are_spelled_alike_are_numbered_in_their_order() {
        let mut taken = BTreeSet::new();
        let names = ["a.b", "a:b", "A.B", "a b"].map(|value| untaken(of(value), &mut taken));
        assert_eq!(names, ["a_b", "a_b_2", "A_B", "a_b_3"]);
    }
}
