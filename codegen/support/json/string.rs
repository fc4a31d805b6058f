//! What is inside a JSON string: the characters that stand for themselves, found eight at a
//! time, and escape sequences.

use super::{Error, ErrorKind};

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// The end of the run of bytes from `at` that stand for themselves: the place of the next quote,
/// backslash or control character, or the end of the text.
#[inline]
pub(super) fn plain_run(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let marks = mark_special(u64::from_le_bytes(*word));
        if marks != 0 {
            return at + marks.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    match bytes.last_chunk::<8>() {
        Some(word) if at < bytes.len() => {
            // What has been seen already is covered with bytes that stand for themselves.
            let seen = at + 8 - bytes.len();
            let marks = mark_special(u64::from_le_bytes(*word) | !(u64::MAX << (8 * seen)));
            bytes
                .len()
                .min(at - seen + marks.trailing_zeros() as usize / 8)
        }
        _ => {
            let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
            let rest = bytes.get(at..).unwrap_or_default();
            at + rest.iter().position(is_special).unwrap_or(rest.len())
        }
    }
}

/// Sets the high bit of each byte that does not stand for itself. Bytes above the first such
/// byte may be marked wrongly, as a borrow can come from below.
#[inline]
fn mark_special(word: u64) -> u64 {
    let zero_at_quote = word ^ (ONES * b'"' as u64);
    let zero_at_backslash = word ^ (ONES * b'\\' as u64);
    let quotes = zero_at_quote.wrapping_sub(ONES) & !zero_at_quote;
    let backslashes = zero_at_backslash.wrapping_sub(ONES) & !zero_at_backslash;
    let controls = word.wrapping_sub(ONES * 0x20) & !word;
    (quotes | backslashes | controls) & HIGH_BITS
}

/// Reads the string whose characters begin at `start` and stand for themselves up to `at`.
/// Gives it with the place behind its closing quote.
#[cold]
#[inline]
pub(super) fn unescape(text: &str, start: usize, mut at: usize) -> Result<(String, usize), Error> {
    let bytes = text.as_bytes();
    let mut value = text[start..at].to_owned();
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok((value, at + 1)),
            Some(b'\\') => {
                let (character, next) = escape(bytes, at)?;
                value.push(character);
                let end = plain_run(bytes, next);
                value.push_str(&text[next..end]);
                at = end;
            }
            Some(_) => return Err(Error::new(ErrorKind::ControlCharacter, at)),
            None => return Err(Error::new(ErrorKind::UnexpectedEnd, at)),
        }
    }
}

/// The character that the escape sequence at `at` means, and the place behind it.
#[inline]
fn escape(bytes: &[u8], at: usize) -> Result<(char, usize), Error> {
    let character = match bytes.get(at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode_escape(bytes, at),
        Some(_) => return Err(Error::new(ErrorKind::InvalidEscape, at)),
        None => return Err(Error::new(ErrorKind::UnexpectedEnd, at + 1)),
    };
    Ok((character, at + 2))
}

/// Like [`escape`], for `\u00e9` and for pairs such as `\ud83d\ude00`.
#[inline]
fn unicode_escape(bytes: &[u8], at: usize) -> Result<(char, usize), Error> {
    let lone = Error::new(ErrorKind::LoneSurrogate, at);
    let first = hexadecimal(bytes, at)?;
    if !(0xD800..0xDC00).contains(&first) {
        return Ok((char::from_u32(first).ok_or(lone)?, at + 6));
    }
    if bytes.get(at + 6..at + 8) != Some(b"\\u") {
        return Err(lone);
    }
    let second = hexadecimal(bytes, at + 6)?;
    if !(0xDC00..0xE000).contains(&second) {
        return Err(lone);
    }
    let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    Ok((char::from_u32(code).ok_or(lone)?, at + 12))
}

/// The four hexadecimal digits of the `\u` at `at`.
#[inline]
fn hexadecimal(bytes: &[u8], at: usize) -> Result<u32, Error> {
    let mut code = 0;
    for place in at + 2..at + 6 {
        let Some(byte) = bytes.get(place) else {
            return Err(Error::new(ErrorKind::UnexpectedEnd, place));
        };
        let digit = char::from(*byte).to_digit(16);
        code = code * 16 + digit.ok_or(Error::new(ErrorKind::InvalidEscape, at))?;
    }
    Ok(code)
}

/// Appends `value` to `out` as a JSON string.
#[inline]
pub(super) fn write(out: &mut Vec<u8>, value: &str) {
    out.push(b'"');
    write_inside(out, value);
    out.push(b'"');
}

/// Appends `value` to `out` as what stands between the quotes of a JSON string.
#[inline]
pub(super) fn write_inside(out: &mut Vec<u8>, value: &str) {
    let bytes = value.as_bytes();
    let end = plain_run(bytes, 0);
    out.extend_from_slice(&bytes[..end]);
    if end < bytes.len() {
        write_escaped(out, bytes, end);
    }
}

/// Appends the bytes from `at` on, the first of which does not stand for itself.
#[cold]
#[inline]
fn write_escaped(out: &mut Vec<u8>, bytes: &[u8], mut at: usize) {
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                out.extend_from_slice(b"\\u00");
                out.push(DIGITS[usize::from(byte >> 4)]);
                out.push(DIGITS[usize::from(byte & 15)]);
            }
        }
        let end = plain_run(bytes, at + 1);
        out.extend_from_slice(&bytes[at + 1..end]);
        at = end;
    }
}
