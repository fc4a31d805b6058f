//! What quoted texts and text blocks say.
//!
//! <https://smithy.io/2.0/spec/idl.html#string-values>

use std::borrow::Cow;

/// What is wrong with a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// In words that go on from "the text".
    pub(super) what: String,
    /// What to do about it.
    pub(super) help: &'static str,
}

impl Wrong {
    fn new(what: impl Into<String>, help: &'static str) -> Self {
        Self {
            what: what.into(),
            help,
        }
    }
}

const ESCAPES: &str = "the escapes are `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t` and `\\u00e4`; \
                       `\\\\` is a backslash";
const BLOCK: &str = "begin the text of a block on the line behind its first `\"\"\"`";

/// What a quoted text says, quotation marks included.
pub(super) fn quoted(token: &str) -> Result<Cow<'_, str>, Wrong> {
    let inner = token.get(1..token.len().saturating_sub(1));
    let inner = with_plain_breaks(inner.unwrap_or_default());
    match inner {
        Cow::Borrowed(text) => unescaped(text),
        Cow::Owned(text) => Ok(Cow::Owned(unescaped(&text)?.into_owned())),
    }
}

/// What a text block says, quotation marks included.
///
/// <https://smithy.io/2.0/spec/idl.html#text-blocks>
pub(super) fn block(token: &str) -> Result<Cow<'_, str>, Wrong> {
    let inner = token.get(3..token.len().saturating_sub(3));
    let inner = with_plain_breaks(inner.unwrap_or_default());
    if inner.is_empty() {
        return Err(Wrong::new("is an empty block", BLOCK));
    }
    let Some(lines) = inner.strip_prefix('\n') else {
        let what = "is a block without a line break behind its first `\"\"\"`";
        return Err(Wrong::new(what, BLOCK));
    };
    let text = without_indentation(lines);
    Ok(Cow::Owned(unescaped(&text)?.into_owned()))
}

/// CRLF, and CR alone, are LF.
fn with_plain_breaks(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Lines without the blanks that all of them begin with, and without those that they end with. Only blanks
/// count, and of lines that are nothing else the last alone.
fn without_indentation(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let last = lines.len() - 1;
    let indentation = |(number, line): (usize, &&str)| {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        (blanks < line.len() || number == last).then_some(blanks)
    };
    let common = lines.iter().enumerate().filter_map(indentation).min();
    let common = common.unwrap_or(0);
    let lines = lines.iter().map(|line| {
        let line = line.get(common..).unwrap_or_default();
        match line.trim_end_matches(' ') {
            // The reference leaves one blank of a line that has nothing else, where nothing is common.
            "" if common == 0 => &line[..line.len().min(1)],
            line => line,
        }
    });
    lines.collect::<Vec<&str>>().join("\n")
}

/// A text with its escapes expanded.
fn unescaped(text: &str) -> Result<Cow<'_, str>, Wrong> {
    let is_control = |byte: u8| byte < b' ' && byte != b'\t' && byte != b'\n';
    if let Some(control) = text.bytes().find(|byte| is_control(*byte)) {
        let what = format!("has the control character U+{control:04X} in it");
        return Err(Wrong::new(
            what,
            "write it as an escape, `\\u` and four digits",
        ));
    }
    if !text.contains('\\') {
        return Ok(Cow::Borrowed(text));
    }
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('\\');
    out.push_str(parts.next().unwrap_or_default());
    let mut rest = &text[out.len()..];
    while let Some(escape) = rest.strip_prefix('\\') {
        rest = one_escape(escape, &mut out)?;
        let plain = rest.find('\\').unwrap_or(rest.len());
        out.push_str(&rest[..plain]);
        rest = &rest[plain..];
    }
    Ok(Cow::Owned(out))
}

/// Expands what is behind a backslash, and says what is behind that.
fn one_escape<'t>(text: &'t str, out: &mut String) -> Result<&'t str, Wrong> {
    let Some(letter) = text.chars().next() else {
        return Err(Wrong::new("ends with a backslash", ESCAPES));
    };
    let rest = &text[letter.len_utf8()..];
    out.push(match letter {
        '"' | '\\' | '/' => letter,
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        // The line goes on.
        '\n' => return Ok(rest),
        'u' => return unicode(rest, out),
        _ => {
            let what = format!("has the escape `\\{letter}`, which is none");
            return Err(Wrong::new(what, ESCAPES));
        }
    });
    Ok(rest)
}

/// Expands what is behind `\u`, with the other half where it is one of a pair.
fn unicode<'t>(text: &'t str, out: &mut String) -> Result<&'t str, Wrong> {
    let (unit, rest) = code_unit(text)?;
    let is_first_half = (0xd800..0xdc00).contains(&unit);
    let (units, rest) = match rest.strip_prefix("\\u") {
        Some(second) if is_first_half => {
            let (second, rest) = code_unit(second)?;
            (vec![unit, second], rest)
        }
        _ => (vec![unit], rest),
    };
    for character in char::decode_utf16(units) {
        let half = |_| {
            let what = format!("has `\\u{unit:04x}`, which is half a character");
            Wrong::new(
                what,
                "write both halves, one behind the other, or the character itself",
            )
        };
        out.push(character.map_err(half)?);
    }
    Ok(rest)
}

fn code_unit(text: &str) -> Result<(u16, &str), Wrong> {
    let digits = text.get(..4).filter(|digits| {
        let mut digits = digits.bytes();
        digits.all(|digit| digit.is_ascii_hexdigit())
    });
    let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
    let unit = unit.ok_or_else(|| {
        let what = "has a `\\u` without four hexadecimal digits";
        Wrong::new(what, "write four of them, as in `\\u00e4`")
    })?;
    Ok((unit, &text[4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_expanded() {
        let all = r#""\"\\\/\b\f\n\r\t\u00e4\ud83e\udd80\
end""#;
        let said = "\"\\/\u{8}\u{c}\n\r\tä🦀end";
        assert_eq!(quoted(all).as_deref(), Ok(said));
        for wrong in [
            r#""\'""#,
            r#""\u12""#,
            r#""\ud83e""#,
            r#""\udd80\ud83e""#,
            "\"\u{1}\"",
        ] {
            assert!(quoted(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn line_breaks_are_of_one_kind() {
        assert_eq!(quoted("\"a\r\nb\rc\"").as_deref(), Ok("a\nb\nc"));
    }

    #[test]
    fn a_block_loses_the_blanks_that_its_lines_have_in_common() {
        for (written, said) in [
            ("\"\"\"\n    a\n      b  \n    \"\"\"", "a\n  b\n"),
            ("\"\"\"\n    a\n\n  b\"\"\"", "  a\n\nb"),
            ("\"\"\"\n\ta\"\"\"", "\ta"),
            ("\"\"\"\na\n   \"\"\"", "a\n "),
            ("\"\"\"\n  a\\u0020\n  \"\"\"", "a \n"),
            ("\"\"\"\n    a\n  \"\"\"", "  a\n"),
        ] {
            assert_eq!(block(written).as_deref(), Ok(said), "{written}");
        }
        assert!(block("\"\"\"\"\"\"").is_err());
        assert!(block("\"\"\" \na\"\"\"").is_err());
    }
}
