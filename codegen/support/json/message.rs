//! Bodies of messages.

use super::super::operation::{Response, UnreadableError};
use super::{Decode, DecodeMember, Error, Reader};

/// Reads an output, as far as it is in the body of a response. An empty body is an output without
/// members; for an output that has none, the body does not matter.
///
/// # Errors
/// Where the body is not the output's JSON.
#[inline]
pub fn output<O: Decode>(response: &Response<'_>) -> Result<O, UnreadableError> {
    let body = match response.body() {
        [] => b"{}",
        _ if size_of::<O>() == 0 => b"{}",
        body => body,
    };
    Reader::read_document(body).map_err(|error| UnreadableError::new(response, error))
}

/// Reads what can be read of a structure that is a response's body. A member that cannot be read
/// stays as it is, and costs no other.
#[inline]
pub fn members(response: &Response<'_>, of: &mut impl DecodeMember) {
    each_member(response, &mut |name, r| of.decode_member(name, r));
}

/// The texts that a response's body has under these names, as far as it can be read.
#[inline]
pub fn texts<const N: usize>(response: &Response<'_>, names: [&str; N]) -> [Option<String>; N] {
    let mut texts = [const { None }; N];
    each_member(response, &mut |name, r| {
        match names.iter().position(|other| *other == name) {
            Some(place) => texts[place] = Some(r.string()?.into_owned()),
            None => r.skip()?,
        }
        Ok(())
    });
    texts
}

/// Goes through a body as far as it is an object: `member` reads or skips each member. What it
/// fails at is stepped over. Bytes that are not UTF-8 become U+FFFD.
#[inline]
fn each_member(
    response: &Response<'_>,
    member: &mut dyn FnMut(&str, &mut Reader<'_>) -> Result<(), Error>,
) {
    let text = String::from_utf8_lossy(response.body());
    let Ok(mut reader) = Reader::before_value(text.as_bytes()) else {
        return;
    };
    // What ends the reading has no name and no end: nothing behind it can be told apart.
    let _ = reader.members(|name, r| {
        let before = r.clone();
        if member(name, r).is_err() {
            let end = end_of_value(text.as_bytes(), before.at);
            *r = before;
            r.at = end;
        }
        Ok(())
    });
}

/// Where a member's value ends that begins at `at`, by quotes and brackets alone: it may be
/// anything.
#[inline]
fn end_of_value(text: &[u8], mut at: usize) -> usize {
    let (mut depth, mut in_string) = (0, false);
    while let Some(byte) = text.get(at) {
        match byte {
            b'\\' if in_string => at += 1,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b',' | b'}' | b']' if depth == 0 => break,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    at.min(text.len())
}
