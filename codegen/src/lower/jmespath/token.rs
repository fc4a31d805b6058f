//! Text into tokens.

use serde_json::Value;

use crate::ir::jmespath::Comparator;
use crate::limits::{JSON_NESTING, is_too_deep};

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A name, quoted or not.
    Name(String),
    /// A literal of either kind.
    Literal(Value),
    Number(i64),
    Compare(Comparator),
    /// Any other: `.`, `[?`, `&&` and so on.
    Mark(&'static str),
}

/// The longer ones come before those that they begin with.
const MARKS: &[&str] = &[
    "[?", "[]", "[", "]", "(", ")", "{", "}", ".", "*", ",", ":", "||", "|", "&&", "&", "!", "@",
];

const COMPARATORS: &[(&str, Comparator)] = &[
    ("==", Comparator::Equal),
    ("!=", Comparator::Unequal),
    ("<=", Comparator::LessOrEqual),
    (">=", Comparator::GreaterOrEqual),
    ("<", Comparator::Less),
    (">", Comparator::Greater),
];

/// All tokens of a text.
///
/// # Errors
/// What is no token.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (token, behind) = next(rest)?;
        tokens.push(token);
        rest = behind.trim_start();
    }
    Ok(tokens)
}

fn next(text: &str) -> Result<(Token, &str), String> {
    for (mark, comparator) in COMPARATORS {
        if let Some(rest) = text.strip_prefix(mark) {
            return Ok((Token::Compare(*comparator), rest));
        }
    }
    for mark in MARKS {
        if let Some(rest) = text.strip_prefix(mark) {
            return Ok((Token::Mark(mark), rest));
        }
    }
    match text.as_bytes().first() {
        Some(b'"') => {
            let (quoted, rest) = quoted(text, '"')?;
            let name = serde_json::from_str(&format!("\"{quoted}\""));
            let name = name.map_err(|error| format!("`\"{quoted}\"` is no name: {error}"))?;
            Ok((Token::Name(name), rest))
        }
        Some(b'\'') => {
            let (quoted, rest) = quoted(text, '\'')?;
            Ok((Token::Literal(quoted.replace("\\'", "'").into()), rest))
        }
        Some(b'`') => {
            let (quoted, rest) = quoted(text, '`')?;
            let json = quoted.replace("\\`", "`");
            match serde_json::from_str(&json) {
                Ok(value) => Ok((Token::Literal(value), rest)),
                Err(error) if is_too_deep(&error) => Err(format!(
                    "the literal has more than {JSON_NESTING} lists and objects in each other"
                )),
                // What is no JSON is a string, as JMESPath once had it.
                Err(_) => Ok((Token::Literal(json.trim().into()), rest)),
            }
        }
        _ => word(text),
    }
}

/// A name without quotes, or a number.
fn word(text: &str) -> Result<(Token, &str), String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit());
    let start = if is_number {
        text.len() - digits.len()
    } else {
        0
    };
    let length = text[start..]
        .find(|c| !is_part(c))
        .unwrap_or(text.len() - start);
    let (word, rest) = text.split_at(start + length);
    if is_number {
        let number = word.parse().map_err(|_| format!("`{word}` is no number"))?;
        return Ok((Token::Number(number), rest));
    }
    if word.is_empty() {
        let unknown = text.chars().next().unwrap_or_default();
        return Err(format!("`{unknown}` means nothing here"));
    }
    Ok((Token::Name(word.to_owned()), rest))
}

/// What stands between two quotes, with its backslashes, and what stands behind.
fn quoted(text: &str, quote: char) -> Result<(&str, &str), String> {
    let inner = &text[1..];
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        if c == quote && !escaped {
            return Ok((&inner[..at], &inner[at + 1..]));
        }
        escaped = c == '\\' && !escaped;
    }
    Err(format!("`{quote}` is never closed"))
}
