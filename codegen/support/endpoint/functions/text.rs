//! Functions of plain strings: `substring`, `split`, `uriEncode`.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// The characters from `start` up to `stop`, both counted from the end where `reverse` is set;
/// `None` where the string is too short or not ASCII.
#[inline]
pub(super) fn substring<'v>(
    text: &Cow<'v, str>,
    start: usize,
    stop: usize,
    reverse: bool,
) -> Option<Cow<'v, str>> {
    if start >= stop || !text.is_ascii() {
        return None;
    }
    let range = if reverse {
        text.len().checked_sub(stop)?..text.len() - start
    } else {
        start..stop
    };
    (range.end <= text.len()).then(|| cut(text, &range))
}

/// The parts of a string between delimiters, at most `limit` of them where it is not 0; `None`
/// where the delimiter is empty.
#[inline]
pub(super) fn split<'v>(
    text: &Cow<'v, str>,
    delimiter: &str,
    limit: usize,
) -> Option<Vec<Cow<'v, str>>> {
    if delimiter.is_empty() {
        return None;
    }
    let limit = if limit == 0 { usize::MAX } else { limit };
    let parts = text.splitn(limit, delimiter);
    Some(cut_each(text, parts, delimiter.len()))
}

/// A string in which all bytes but unreserved characters are percent-encoded.
#[inline]
pub(super) fn uri_encode(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    if text.bytes().all(is_unreserved) {
        return text;
    }
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if is_unreserved(byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    Cow::Owned(encoded)
}

/// A part of a string, borrowed from where the string is. The range must lie within it.
#[inline]
pub(super) fn cut<'v>(text: &Cow<'v, str>, range: &Range<usize>) -> Cow<'v, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[range.clone()]),
        Cow::Owned(text) => Cow::Owned(text[range.clone()].to_owned()),
    }
}

/// The parts that a string was split into, each borrowed from where the string is. `gap` is how
/// long the delimiters between them are.
#[inline]
pub(super) fn cut_each<'t, 'v>(
    text: &Cow<'v, str>,
    parts: impl Iterator<Item = &'t str>,
    gap: usize,
) -> Vec<Cow<'v, str>> {
    let mut start = 0;
    let parts = parts.map(|part| {
        let range = start..start + part.len();
        start = range.end + gap;
        cut(text, &range)
    });
    parts.collect()
}
