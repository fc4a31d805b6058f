//! Classes of characters, `[a-z\d]`.

use std::iter::Peekable;
use std::str::Chars;

use super::escape::{Escape, escape, literal};

/// The halves of characters in UTF-16.
const SURROGATES: std::ops::RangeInclusive<u32> = 0xD800..=0xDFFF;

/// All characters that have two halves.
const IN_HALVES: &str = r"\x{10000}-\x{10FFFF}";

/// What means more than itself in a class, be it twice as in `&&`.
const SPECIAL: &str = r"\[]^-&~";

/// What a class is made of.
enum Item {
    /// A character, or half of one.
    One(u32),
    /// Several at once, as between brackets.
    Class(String),
}

/// Reads what follows `[`, and writes the same class for the crate `regex`.
pub(super) fn translate(rest: &mut Peekable<Chars<'_>>) -> Option<String> {
    let is_negated = rest.next_if_eq(&'^').is_some();
    let mut items = String::new();
    while let Some(first) = item(rest)? {
        let mut ahead = rest.clone();
        let is_range = ahead.next() == Some('-') && !matches!(ahead.peek(), Some(']') | None);
        if !is_range {
            let is_last = rest.peek() == Some(&']');
            match first {
                // As most write it.
                Item::One(0x2D) if is_last => items.push('-'),
                first => items += &written(&first),
            }
            continue;
        }
        rest.next();
        let last = item(rest)??;
        match (&first, &last) {
            (Item::One(first), Item::One(last)) => items += &range(*first, *last)?,
            // A range has two ends: this is a hyphen between others.
            _ => items += &format!(r"{}\-{}", written(&first), written(&last)),
        }
    }
    Some(match (is_negated, items.as_str()) {
        (false, "") => r"[^\x00-\x{10FFFF}]".to_owned(),
        (true, "") => "(?s:.)".to_owned(),
        (false, items) => format!("[{items}]"),
        (true, items) => format!("[^{items}]"),
    })
}

/// The next item; `None` within at the end of the class, and `None` where there is none, or where
/// nobody knows what it is.
#[allow(
    clippy::option_option,
    reason = "one is the end, the other is a failure"
)]
fn item(rest: &mut Peekable<Chars<'_>>) -> Option<Option<Item>> {
    Some(Some(match rest.next()? {
        ']' => return Some(None),
        '\\' => match escape(rest)? {
            Escape::Char(c) => Item::One(c.into()),
            Escape::Class(class) => Item::Class(class),
            Escape::Boundary => Item::One(0x08),
            Escape::Surrogate(half) => Item::One(half),
        },
        c => Item::One(c.into()),
    }))
}

fn written(item: &Item) -> String {
    match item {
        Item::Class(class) => class.clone(),
        Item::One(code) => match char::from_u32(*code) {
            Some(c) => literal(c, SPECIAL),
            // Half a character stands for those that are made of such.
            None => IN_HALVES.to_owned(),
        },
    }
}

/// A range of characters, or of halves of such; `None` where it ends before it begins.
fn range(first: u32, last: u32) -> Option<String> {
    if first > last {
        return None;
    }
    let (low, high) = (*SURROGATES.start(), *SURROGATES.end());
    let is_whole = last < low || first > high;
    if is_whole {
        let ends = [char::from_u32(first)?, char::from_u32(last)?];
        return Some(ends.map(|end| literal(end, SPECIAL)).join("-"));
    }
    let mut parts = String::new();
    if first < low {
        parts += &range(first, low - 1)?;
    }
    if last > high {
        parts += &range(high + 1, last)?;
    }
    Some(parts + IN_HALVES)
}
