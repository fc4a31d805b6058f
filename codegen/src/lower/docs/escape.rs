//! Plain text in Markdown: everything that Markdown or rustdoc would read as more is escaped.

use std::fmt::Write as _;

use super::wrap::UNBROKEN_SPACE;
use crate::diagnostic::is_unprintable;

/// More characters than the name of any entity of HTML has.
const LONGEST_ENTITY: usize = 40;

/// Adds text that is not code. A bare URL becomes a link, unless the text is one already.
pub(super) fn push_text(out: &mut String, text: &str, in_link: bool) {
    let mut rest = text;
    while let Some(at) = find_url(rest) {
        push_escaped(out, &rest[..at], rest[at..].chars().next());
        let length = url_length(&rest[at..]);
        push_url(out, &rest[at..at + length], in_link);
        rest = &rest[at + length..];
    }
    push_escaped(out, rest, None);
}

/// Adds a code span; lines are not broken within it.
pub(super) fn push_code(out: &mut String, code: &str) {
    let fence = "`".repeat(longest_backticks(code) + 1);
    let pad = code.starts_with('`') || code.ends_with('`');
    if out.ends_with('`') {
        out.push(' ');
    }
    out.push_str(&fence);
    out.extend(pad.then_some(UNBROKEN_SPACE));
    out.extend(code.chars().map(|character| match character {
        ' ' => UNBROKEN_SPACE,
        other => other,
    }));
    out.extend(pad.then_some(UNBROKEN_SPACE));
    out.push_str(&fence);
}

/// The length of the longest run of backticks in a text: a longer one around it encloses it.
pub(super) fn longest_backticks(text: &str) -> usize {
    let runs = text.split(|character| character != '`');
    runs.map(str::len).max().unwrap_or_default()
}

/// The address of a link, with what would end it in Markdown percent-encoded; `None` where it is
/// no address on the web.
pub(super) fn web_address(href: &str) -> Option<String> {
    let href = href.trim();
    let scheme_end = href.find("://")?;
    let scheme = &href[..scheme_end];
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let mut address = String::with_capacity(href.len());
    for character in href.chars() {
        match character {
            '\n' | '\t' | '\r' => {}
            '(' | ')' | '<' | '>' | '\\' | '`' | '*' | '"' | '[' | ']' | '|' => {
                push_percent_encoded(&mut address, character);
            }
            other if other.is_whitespace() || is_unprintable(other) => {
                push_percent_encoded(&mut address, other);
            }
            other => address.push(other),
        }
    }
    Some(address)
}

fn push_percent_encoded(out: &mut String, character: char) {
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        let _ = write!(out, "%{byte:02X}");
    }
}

fn find_url(text: &str) -> Option<usize> {
    text.match_indices("http")
        .find(|(at, _)| {
            let after = &text[at + 4..];
            let host = after
                .strip_prefix("://")
                .or_else(|| after.strip_prefix("s://"));
            host.is_some_and(|host| {
                host.starts_with(|c: char| c.is_alphanumeric() || "<{[".contains(c))
            })
        })
        .map(|(at, _)| at)
}

/// How far a URL at the start of `text` goes: to white space or a quotation mark, without
/// punctuation that belongs to the sentence around it.
fn url_length(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || c == '"')
        .unwrap_or(text.len());
    let url = &text[..end];
    let closed = [('(', ')'), ('<', '>'), ('[', ']'), ('{', '}')]
        .map(|(opening, closing)| (closing, url.find(opening).unwrap_or(end)));
    let mut length = end;
    for last in url.chars().rev() {
        let belongs = match closed.iter().find(|(closing, _)| *closing == last) {
            Some((_, opened_at)) => *opened_at < length,
            None => !".,;:!?'*`".contains(last),
        };
        if belongs {
            break;
        }
        length -= last.len_utf8();
    }
    length
}

/// Adds a bare URL: as a link, or as code where it has placeholders and so leads nowhere.
fn push_url(out: &mut String, url: &str, in_link: bool) {
    if url.contains(['<', '>', '{', '}', '[', ']', '*', '\\', '`', '|', '\'']) {
        push_code(out, url);
    } else if in_link {
        push_escaped(out, url, None);
    } else {
        out.push('<');
        out.push_str(url);
        out.push('>');
    }
}

/// Adds text, with `after` as the character that will follow it.
fn push_escaped(out: &mut String, text: &str, after: Option<char>) {
    let mut previous = out.chars().last();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let next = characters.clone().next().or(after);
        let escape = match character {
            '\\' | '*' | '`' | '[' | ']' | '<' | '~' => true,
            // Within a word an underscore means nothing to Markdown, and names read better so.
            '_' => ![previous, next]
                .iter()
                .all(|near| near.is_some_and(char::is_alphanumeric)),
            // Rustdoc makes a dash of two hyphens.
            '-' => previous == Some('-'),
            '&' => starts_entity(characters.as_str()),
            _ => false,
        };
        if escape {
            out.push('\\');
        }
        out.push(character);
        previous = Some(character);
    }
}

/// Whether text after `&` makes it an entity, such as `lt;`.
fn starts_entity(text: &str) -> bool {
    let name = text.strip_prefix('#').unwrap_or(text).as_bytes();
    let name = &name[..name.len().min(LONGEST_ENTITY)];
    let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && name[end] == b';')
}
