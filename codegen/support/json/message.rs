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

/// Reads what can be read of a structure that is a response's body.
///
/// # Errors
/// What ended the reading too early.
#[inline]
pub fn members(response: &Response<'_>, of: &mut impl DecodeMember) -> Result<(), Error> {
    let mut reader = Reader::before_value(response.body())?;
    reader.members(|name, r| of.decode_member(name, r))
}
