//! Texts as they may be printed. What a model says comes to stand in messages, in tables, in comments
//! of code; a control character there would act on the terminal or the editor of whoever reads it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// How many characters of a line are shown. No sentence of ours is nearly as long, so that only
/// what a model says is ever cut.
const LONGEST: usize = 4_000;
/// How many of these are the last ones: a sentence ends with what is wrong.
const LAST: usize = 1_000;

/// Whether a character would act on what shows it in place of being seen: controls, marks without
/// width, and marks that steer the direction of text, which rustc refuses in comments and strings.
#[must_use]
pub fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Text of any number of lines with what is unprintable in it as Rust would write it, `\u{1b}`; line
/// breaks and tabs stay.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    escaped(text, |c| c != '\n' && c != '\t' && is_unprintable(c))
}

/// The same as one line, in which line breaks and tabs are escaped too. What is longer than any
/// sentence loses its middle.
#[must_use]
pub fn printable_line(text: &str) -> Cow<'_, str> {
    let line = escaped(text, is_unprintable);
    match cut(&line) {
        Some((start, left_out, end)) => {
            Cow::Owned(format!("{start} .. {left_out} more characters .. {end}"))
        }
        None => line,
    }
}

/// JSON with what is unprintable in its strings escaped: it says the same.
#[must_use]
pub fn printable_json(json: &str) -> Cow<'_, str> {
    if !json.contains(is_escaped_in_json) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if is_escaped_in_json(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

/// Line breaks are between the values; those in strings are escaped in any JSON.
fn is_escaped_in_json(character: char) -> bool {
    character != '\n' && is_unprintable(character)
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    let Some(first) = text.find(&is_escaped) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(&text[..first]);
    for character in text[first..].chars() {
        match character {
            '\n' | '\r' | '\t' | '\0' if is_escaped(character) => {
                out.extend(character.escape_debug());
            }
            other if is_escaped(other) => {
                let _ = write!(out, "{}", other.escape_unicode());
            }
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

/// The parts of a long line that are shown, and how many characters are between them.
fn cut(line: &str) -> Option<(&str, usize, &str)> {
    if line.len() <= LONGEST {
        return None;
    }
    let characters = line.chars().count();
    let left_out = characters.checked_sub(LONGEST).filter(|&more| more > 0)?;
    let offset = |characters: usize| {
        let mut offsets = line.char_indices().map(|(at, _)| at);
        offsets.nth(characters).unwrap_or(line.len())
    };
    let start = offset(LONGEST - LAST);
    let end = offset(characters - LAST);
    Some((&line[..start], left_out, &line[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_on_a_terminal_is_shown() {
        assert_eq!(
            printable_line("a\u{1b}[31mb\r\n\t\0\u{7f}\u{9b}\u{202e}c"),
            "a\\u{1b}[31mb\\r\\n\\t\\0\\u{7f}\\u{9b}\\u{202e}c"
        );
        assert_eq!(printable("a\n\tb\r"), "a\n\tb\\r");
    }

    #[test]
    fn json_says_the_same_when_it_is_printable() {
        let json = "{\n\"a\u{9b}\": \"\u{202e}\u{e0041}ö\"\n}";
        let shown = printable_json(json);
        assert_eq!(shown, "{\n\"a\\u009b\": \"\\u202e\\udb40\\udc41ö\"\n}");
        let read = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
        assert_eq!(read(&shown), read(json));
    }

    #[test]
    fn what_can_be_seen_stays() {
        let text = "größer `\\` \"東京\" 🦀";
        assert!(matches!(printable_line(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn a_line_beyond_any_sentence_loses_its_middle() {
        let line = format!("the value `{}` is none", "ö".repeat(10_000));
        let shown = printable_line(&line);
        assert!(shown.starts_with("the value `öö"), "{shown}");
        assert!(shown.ends_with("ö` is none"), "{shown}");
        assert!(shown.contains(" .. 6020 more characters .. "), "{shown}");
        assert!(shown.chars().count() < LONGEST + 50);
    }
}
