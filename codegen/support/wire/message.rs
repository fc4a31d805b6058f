//! Whole messages.

use super::super::operation::{BuildError, RequestIdField, Response, UnreadableError};
use super::{Cursor, Decode, DecodeMember, Encode, Error, Format, Reader};

/// A message of this value.
///
/// # Errors
/// Where the value cannot be sent.
#[inline]
pub fn write<F: Format>(value: &impl Encode) -> Result<Vec<u8>, BuildError> {
    let mut writer = F::writer();
    value.encode(&mut writer);
    F::finish(writer)
}

/// Reads a whole message: one value, and nothing after it.
///
/// # Errors
/// Where the message is not of this format, or not a `T`.
#[inline]
pub fn read<F: Format, T: Decode>(message: &[u8]) -> Result<T, Error> {
    let mut reader = F::reader(message)?;
    let value = T::decode(&mut reader)?;
    F::end(reader)?;
    Ok(value)
}

/// Reads an output, as far as it is in the body of a response. An empty body is an output without
/// members; for an output that has none, the body does not matter.
///
/// # Errors
/// Where the body is not the output.
#[inline]
pub fn output<F: Format, O: Decode>(response: &Response<'_>) -> Result<O, UnreadableError> {
    let body = match response.body() {
        [] => F::EMPTY,
        _ if is_without_members::<O>() => F::EMPTY,
        body => body,
    };
    read::<F, O>(body).map_err(|error| UnreadableError::new(response, error))
}

/// Whether nothing is in an output, but the request id maybe, which is not one of its members.
#[inline]
pub fn is_without_members<O>() -> bool {
    [0, size_of::<RequestIdField>()].contains(&size_of::<O>())
}

/// Reads what can be read of a message that is a structure. A member that cannot be read stays as it
/// is, and costs no other.
#[inline]
pub fn members<F: Format>(message: &[u8], of: &mut impl DecodeMember) {
    let message = F::mended(message);
    if let Ok(reader) = F::reader(&message) {
        each_member(reader, |name, r| of.decode_member(name, r));
    }
}

/// The texts that a message has under these names, as far as it can be read.
#[inline]
pub fn texts<F: Format, const N: usize>(message: &[u8], names: [&str; N]) -> [Option<String>; N] {
    let mut texts = [const { None }; N];
    let message = F::mended(message);
    if let Ok(reader) = F::reader(&message) {
        each_member(reader, |name, r| {
            match names.iter().position(|other| *other == name) {
                Some(place) => texts[place] = Some(r.string()?.into_owned()),
                None => r.skip()?,
            }
            Ok(())
        });
    }
    texts
}

/// Goes through a message as far as it is a structure: `member` reads or skips each member. What it
/// fails at is stepped over.
#[inline]
fn each_member<R: Cursor>(
    mut reader: R,
    mut member: impl FnMut(&str, &mut R) -> Result<(), Error>,
) {
    // What ends the reading has no name and no end: nothing behind it can be told apart.
    let _ = reader.each_member(|name, r| {
        let before = r.clone();
        if member(name, r).is_err() {
            *r = before;
            r.step_over()?;
        }
        Ok(())
    });
}
