//! Which characters may stand where, and how far those go that stand for themselves.

use std::borrow::Cow;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// The end of the run of bytes from `at` that stand for themselves in text: the place of the next `<`,
/// `&`, `]` or carriage return, or the end of the message.
#[inline]
pub(super) fn plain_run(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let marks = mark_special(u64::from_le_bytes(*word));
        if marks != 0 {
            return at + marks.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let is_special = |byte: &u8| matches!(byte, b'<' | b'&' | b']' | b'\r');
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(is_special).unwrap_or(rest.len())
}

/// Sets the high bit of each byte that does not stand for itself. Bytes above the first such byte may
/// be marked wrongly, as a borrow can come from below.
#[inline]
fn mark_special(word: u64) -> u64 {
    let zeros = |special: u8| {
        let zero_at_special = word ^ (ONES * u64::from(special));
        zero_at_special.wrapping_sub(ONES) & !zero_at_special
    };
    (zeros(b'<') | zeros(b'&') | zeros(b']') | zeros(b'\r')) & HIGH_BITS
}

/// The place of the first character that XML forbids, even as a reference.
#[inline]
pub(super) fn forbidden(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (chunks, _) = bytes.as_chunks::<64>();
    let mut start = 0;
    for chunk in chunks {
        // All bytes are looked at, whatever the first is, which compilers do many at a time.
        let is_suspect = chunk
            .iter()
            .fold(false, |found, byte| found | is_suspect(*byte));
        if is_suspect && let Some(at) = forbidden_within(bytes, start, start + chunk.len()) {
            return Some(at);
        }
        start += chunk.len();
    }
    forbidden_within(bytes, start, bytes.len())
}

/// Whether a forbidden character can begin with this byte.
#[inline]
fn is_suspect(byte: u8) -> bool {
    (byte < b' ' && !is_space(byte)) | (byte == 0xEF)
}

#[inline]
fn forbidden_within(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    (start..end).find(|at| match bytes[*at] {
        // U+FFFE and U+FFFF.
        0xEF => matches!(bytes[*at..], [_, 0xBF, 0xBE | 0xBF, ..]),
        byte => is_suspect(byte),
    })
}

/// The same message, with U+FFFD in place of all that is not UTF-8 and of characters that XML forbids.
#[inline]
pub(super) fn mended(message: &[u8]) -> Cow<'_, [u8]> {
    let text = String::from_utf8_lossy(message);
    if forbidden(&text).is_some() {
        let mended = text.replace(|c| !is_character(c), "\u{fffd}");
        return Cow::Owned(mended.into_bytes());
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

/// Whether XML has this character.
///
/// <https://www.w3.org/TR/xml/#NT-Char>
#[inline]
pub(super) fn is_character(c: char) -> bool {
    match c {
        '\0'..' ' => matches!(c, '\t' | '\n' | '\r'),
        _ => !matches!(c, '\u{fffe}' | '\u{ffff}'),
    }
}

/// Whether a byte is white space.
#[inline]
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether a byte is of a name and may begin one, if it is ASCII and no colon.
#[inline]
pub(super) fn is_name_start(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'_')
}

/// Whether a byte is of a name, if it is ASCII and no colon.
#[inline]
pub(super) fn is_name_byte(byte: u8) -> bool {
    NAME_BYTES[usize::from(byte)]
}

/// A look is faster than what tells the ranges apart.
const NAME_BYTES: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte < 0x80 {
        bytes[byte as usize] =
            matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'_' | b'0'..=b'9' | b'-' | b'.');
        byte += 1;
    }
    bytes
};

/// The end of the name from `at` on, of any characters but colons.
///
/// <https://www.w3.org/TR/xml-names/#NT-NCName>
#[inline]
pub(super) fn name_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    if !rest.starts_with(is_name_start_character) {
        return None;
    }
    let length = rest.find(|c| !is_name_character(c));
    Some(at + length.unwrap_or(rest.len()))
}

#[inline]
fn is_name_start_character(c: char) -> bool {
    match u8::try_from(c) {
        Ok(byte @ 0..0x80) => is_name_start(byte),
        _ => matches!(
            c,
            '\u{c0}'..='\u{d6}'
                | '\u{d8}'..='\u{f6}'
                | '\u{f8}'..='\u{2ff}'
                | '\u{370}'..='\u{37d}'
                | '\u{37f}'..='\u{1fff}'
                | '\u{200c}'..='\u{200d}'
                | '\u{2070}'..='\u{218f}'
                | '\u{2c00}'..='\u{2fef}'
                | '\u{3001}'..='\u{d7ff}'
                | '\u{f900}'..='\u{fdcf}'
                | '\u{fdf0}'..='\u{fffd}'
                | '\u{10000}'..='\u{effff}'
        ),
    }
}

#[inline]
fn is_name_character(c: char) -> bool {
    is_name_start_character(c)
        || matches!(
            c,
            '0'..='9' | '-' | '.' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}'
        )
}
