//! Functions of plain strings: `substring`, `split`, `uriEncode`.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use super::super::evaluate::Arguments;
use super::super::value::Value;

/// `substring`: the characters from a start up to a stop, both counted from the end where the last
/// argument says so; absent where the string is too short or not ASCII.
#[inline]
pub fn substring<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let (text, start, stop) = (args.text(0)?, index(args, 1)?, index(args, 2)?);
    let from_end = args.bool(3)?;
    if start >= stop || !text.is_ascii() {
        return None;
    }
    let range = if from_end {
        text.len().checked_sub(stop)?..text.len() - start
    } else {
        start..stop
    };
    (range.end <= text.len()).then(|| Value::String(cut(&text, &range)))
}

/// `split`: the parts of a string between delimiters, at most so many where the limit is not 0;
/// absent where the delimiter is empty.
#[inline]
pub fn split<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let (text, delimiter, limit) = (args.text(0)?, args.text(1)?, index(args, 2)?);
    let limit = if limit == 0 { usize::MAX } else { limit };
    pieces(&text, &delimiter, limit).map(Value::from)
}

/// `uriEncode`: a string in which all bytes but unreserved characters are percent-encoded.
#[inline]
pub fn uri_encode<'v>(args: &Arguments<'_, 'v>) -> Option<Value<'v>> {
    let text = args.text(0)?;
    let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    if text.bytes().all(is_unreserved) {
        return Some(Value::String(text));
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
    Some(Value::String(Cow::Owned(encoded)))
}

/// The number at this place, if it can count.
#[inline]
fn index(args: &Arguments<'_, '_>, place: usize) -> Option<usize> {
    match args.get(place)? {
        Value::Integer(value) => usize::try_from(value).ok(),
        _ => None,
    }
}

/// The pieces of a string between delimiters, at most `limit`; `None` where the delimiter is
/// empty.
#[inline]
pub(super) fn pieces<'v>(
    text: &Cow<'v, str>,
    delimiter: &str,
    limit: usize,
) -> Option<Vec<Cow<'v, str>>> {
    let pieces = text.splitn(limit, delimiter);
    (!delimiter.is_empty()).then(|| cut_each(text, pieces, delimiter.len()))
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
