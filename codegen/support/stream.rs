//! Streams of bytes that are the bodies of requests and responses (`smithy.api#streaming`).

use aws_smithy_types::byte_stream::ByteStream;

use super::operation::{BuildError, Response};

/// Takes a stream out of its member, of which the service wants to know the length before it
/// begins (`smithy.api#requiresLength`).
///
/// # Errors
/// Where the length is not known.
#[inline]
pub fn take_sized(name: &str, member: &mut ByteStream) -> Result<ByteStream, BuildError> {
    let (least, most) = member.size_hint();
    if most == Some(least) {
        return Ok(std::mem::take(member));
    }
    Err(BuildError::new(format!(
        "the length of `{name}` is not known: give it as bytes, as a file, or as a body that knows \
         its length"
    )))
}

/// Reads a body that has been read into memory into its member.
#[inline]
pub fn read(response: &Response<'_>, member: &mut ByteStream) {
    *member = ByteStream::from(response.body().to_vec());
}
