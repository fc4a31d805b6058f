//! A frame: the bytes that a message is, with their lengths and checksums.
//!
//! <https://smithy.io/2.0/aws/amazon-eventstream.html#message-format>

use aws_smithy_types::event_stream::{Header, HeaderValue, Message};

use super::frames::{CHECKSUM, PRELUDE};
use crate::support::operation::BuildError;

/// What the text or bytes of a header have at most.
const LONGEST_VALUE: usize = i16::MAX as usize;

/// The frame of a message, which is allocated once.
///
/// # Errors
/// Where something is too long for its length to be told, or a time is out of range.
#[inline]
pub(super) fn frame(message: &Message) -> Result<Vec<u8>, BuildError> {
    let headers = message.headers().iter().map(length_of_header).sum();
    let length = PRELUDE + headers + message.payload().len() + CHECKSUM;
    let mut frame = Vec::with_capacity(length);
    for length in [length, headers] {
        let Ok(length) = u32::try_from(length) else {
            return Err(BuildError::new("the event is longer than 4 GiB"));
        };
        frame.extend(length.to_be_bytes());
    }
    frame.extend(crc32fast::hash(&frame).to_be_bytes());
    for header in message.headers() {
        push_header(&mut frame, header)?;
    }
    frame.extend_from_slice(message.payload());
    frame.extend(crc32fast::hash(&frame).to_be_bytes());
    Ok(frame)
}

/// How many bytes a header takes.
#[inline]
fn length_of_header(header: &Header) -> usize {
    let value = match header.value() {
        HeaderValue::Byte(_) => 1,
        HeaderValue::Int16(_) => 2,
        HeaderValue::Int32(_) => 4,
        HeaderValue::Int64(_) | HeaderValue::Timestamp(_) => 8,
        HeaderValue::Uuid(_) => 16,
        HeaderValue::ByteArray(bytes) => 2 + bytes.len(),
        HeaderValue::String(text) => 2 + text.as_str().len(),
        _ => 0,
    };
    // The length of the name, and the type of the value.
    2 + header.name().as_str().len() + value
}

#[inline]
fn push_header(frame: &mut Vec<u8>, header: &Header) -> Result<(), BuildError> {
    let name = header.name().as_str();
    let failure = |what: &str| BuildError::new(format!("the header {name} {what}"));
    let Ok(length) = u8::try_from(name.len()) else {
        return Err(failure("has a name of more than 255 bytes"));
    };
    frame.push(length);
    frame.extend_from_slice(name.as_bytes());
    match header.value() {
        HeaderValue::Bool(value) => frame.push(u8::from(!value)),
        HeaderValue::Byte(value) => push(frame, 2, value.to_be_bytes()),
        HeaderValue::Int16(value) => push(frame, 3, value.to_be_bytes()),
        HeaderValue::Int32(value) => push(frame, 4, value.to_be_bytes()),
        HeaderValue::Int64(value) => push(frame, 5, value.to_be_bytes()),
        HeaderValue::ByteArray(bytes) => push_bytes(frame, 6, bytes).map_err(failure)?,
        HeaderValue::String(text) => {
            push_bytes(frame, 7, text.as_str().as_bytes()).map_err(failure)?;
        }
        HeaderValue::Timestamp(time) => {
            let milliseconds = time.to_millis();
            let milliseconds = milliseconds.map_err(|_| failure("is a time out of range"))?;
            push(frame, 8, milliseconds.to_be_bytes());
        }
        HeaderValue::Uuid(value) => push(frame, 9, value.to_be_bytes()),
        _ => return Err(failure("is of a type that is not known")),
    }
    Ok(())
}

/// A value of a fixed length, behind what says its type.
#[inline]
fn push<const N: usize>(frame: &mut Vec<u8>, type_: u8, value: [u8; N]) {
    frame.push(type_);
    frame.extend_from_slice(&value);
}

/// A value of any length, behind its type and length.
#[inline]
fn push_bytes(frame: &mut Vec<u8>, type_: u8, value: &[u8]) -> Result<(), &'static str> {
    let length = match u16::try_from(value.len()) {
        Ok(length) if value.len() <= LONGEST_VALUE => length,
        _ => return Err("is longer than 32,767 bytes"),
    };
    push(frame, type_, length.to_be_bytes());
    frame.extend_from_slice(value);
    Ok(())
}
