//! What stands behind a backslash in a pattern.

use std::iter::Peekable;
use std::str::Chars;

/// White space, for `\s`.
const SPACES: &str =
    r" \t\n\x0B\x0C\r\xA0\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

/// What an escape stands for.
pub(super) enum Escape {
    Char(char),
    /// What is in a class, between its brackets.
    Class(String),
    /// `\b`, which in a class is a backspace.
    Boundary,
    /// One of the two halves of a character in UTF-16.
    Surrogate(u32),
}

/// Reads what follows `\`.
pub(super) fn escape(rest: &mut Peekable<Chars<'_>>) -> Option<Escape> {
    let class = |class: &str| Some(Escape::Class(class.to_owned()));
    match rest.next()? {
        'd' => class("0-9"),
        'D' => class("[^0-9]"),
        'w' => class("0-9A-Z_a-z"),
        'W' => class("[^0-9A-Z_a-z]"),
        's' => class(SPACES),
        'S' => Some(Escape::Class(format!("[^{SPACES}]"))),
        'b' => Some(Escape::Boundary),
        'n' => Some(Escape::Char('\n')),
        'r' => Some(Escape::Char('\r')),
        't' => Some(Escape::Char('\t')),
        'v' => Some(Escape::Char('\x0B')),
        'f' => Some(Escape::Char('\x0C')),
        '0' if !matches!(rest.peek(), Some('0'..='9')) => Some(Escape::Char('\0')),
        'x' => Some(Escape::Char(char::from_u32(digits(rest, 2)?)?)),
        'u' => unicode(rest),
        c @ ('p' | 'P') => property(rest, c),
        c if !c.is_alphanumeric() => Some(Escape::Char(c)),
        _ => None,
    }
}

/// What follows `\u`: `{1F511}`, `00e9`, or the first half of a character with the second.
fn unicode(rest: &mut Peekable<Chars<'_>>) -> Option<Escape> {
    if rest.next_if_eq(&'{').is_some() {
        let digits: String = rest.take_while(|c| *c != '}').collect();
        let code = u32::from_str_radix(&digits, 16).ok()?;
        return Some(Escape::Char(char::from_u32(code)?));
    }
    let first = digits(rest, 4)?;
    let mut ahead = rest.clone();
    if (0xD800..0xDC00).contains(&first)
        && ahead.next() == Some('\\')
        && ahead.next() == Some('u')
        && let Some(second @ 0xDC00..0xE000) = digits(&mut ahead, 4)
    {
        *rest = ahead;
        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        return Some(Escape::Char(char::from_u32(code)?));
    }
    Some(char::from_u32(first).map_or(Escape::Surrogate(first), Escape::Char))
}

/// So many hexadecimal digits.
fn digits(rest: &mut Peekable<Chars<'_>>, count: usize) -> Option<u32> {
    let digits: String = rest.by_ref().take(count).collect();
    let is_hex = digits.len() == count && digits.bytes().all(|b| b.is_ascii_hexdigit());
    u32::from_str_radix(&digits, 16).ok().filter(|_| is_hex)
}

/// General categories of Unicode, and more that the standard has of its properties. Others that
/// models have are Java's, which mean something else.
const PROPERTIES: &[&str] = &[
    "ASCII",
    "Alphabetic",
    "Any",
    "C",
    "Cc",
    "Cf",
    "Cn",
    "Co",
    "L",
    "LC",
    "Letter",
    "Ll",
    "Lm",
    "Lo",
    "Lowercase",
    "Lt",
    "Lu",
    "M",
    "Mc",
    "Me",
    "Mn",
    "N",
    "Nd",
    "Nl",
    "No",
    "Number",
    "P",
    "Pc",
    "Pd",
    "Pe",
    "Pf",
    "Pi",
    "Po",
    "Ps",
    "Punctuation",
    "S",
    "Sc",
    "Sk",
    "Sm",
    "So",
    "Symbol",
    "Uppercase",
    "White_Space",
    "Z",
    "Zl",
    "Zp",
    "Zs",
];

/// What follows `\p` or `\P`.
fn property(rest: &mut Peekable<Chars<'_>>, letter: char) -> Option<Escape> {
    rest.next_if_eq(&'{')?;
    let name: String = rest.take_while(|c| *c != '}').collect();
    let is_script = ["Script=", "sc=", "Script_Extensions=", "scx="];
    let is_script = is_script.iter().any(|prefix| name.starts_with(prefix));
    let is_known = is_script || PROPERTIES.contains(&name.as_str());
    is_known.then(|| Escape::Class(format!("\\{letter}{{{name}}}")))
}

/// A character by itself, escaped where it is one of these, or would not be seen.
pub(super) fn literal(c: char, special: &str) -> String {
    if c.is_control() || c.is_whitespace() && c != ' ' {
        return format!(r"\u{{{:X}}}", u32::from(c));
    }
    if special.contains(c) {
        return format!("\\{c}");
    }
    c.to_string()
}
