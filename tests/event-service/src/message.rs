//! Messages as services write them, and their frames.

use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::{Bytes, BytesMut};

/// An event of this name with a payload of this media type.
#[must_use]
pub fn event(name: &str, media_type: &str, payload: impl Into<Bytes>) -> Message {
    named("event", ":event-type", name, payload).add_header(text(":content-type", media_type))
}

/// An error of this name with a payload of this media type.
#[must_use]
pub fn exception(name: &str, media_type: &str, payload: impl Into<Bytes>) -> Message {
    named("exception", ":exception-type", name, payload)
        .add_header(text(":content-type", media_type))
}

/// An error that no model has.
#[must_use]
pub fn error(code: &str, said: &str) -> Message {
    named("error", ":error-code", code, Bytes::new()).add_header(text(":error-message", said))
}

fn named(type_: &str, name_of: &'static str, name: &str, payload: impl Into<Bytes>) -> Message {
    Message::new(payload)
        .add_header(text(":message-type", type_))
        .add_header(text(name_of, name))
}

fn text(name: &'static str, value: &str) -> Header {
    Header::new(name, HeaderValue::String(value.to_owned().into()))
}

/// The value of a header.
#[must_use]
pub fn header<'m>(message: &'m Message, name: &str) -> Option<&'m HeaderValue> {
    let mut headers = message.headers().iter();
    let header = headers.find(|header| header.name().as_str() == name)?;
    Some(header.value())
}

/// The frames of messages, one after the other.
///
/// # Panics
/// Where a header is too long for a frame.
#[must_use]
pub fn encoded<'m>(messages: impl IntoIterator<Item = &'m Message>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for message in messages {
        write_message_to(message, &mut bytes).expect("a message that fits");
    }
    bytes
}

/// The messages in frames.
///
/// # Errors
/// Where a frame is broken, or the last is not whole.
pub fn decoded(bytes: impl AsRef<[u8]>) -> Result<Vec<Message>, String> {
    let mut bytes = BytesMut::from(bytes.as_ref());
    let mut messages = Vec::new();
    while let Some(message) = next(&mut bytes)? {
        messages.push(message);
    }
    match bytes.is_empty() {
        true => Ok(messages),
        false => Err("the last frame is not whole".to_owned()),
    }
}

/// The next message of what has come; `None` where its frame is not whole yet.
///
/// # Errors
/// Where the frame is broken.
pub(crate) fn next(bytes: &mut BytesMut) -> Result<Option<Message>, String> {
    let length = bytes.first_chunk().copied().map(u32::from_be_bytes);
    let frame = match length.map(usize::try_from) {
        Some(Ok(length)) if length <= bytes.len() => bytes.split_to(length),
        _ => return Ok(None),
    };
    let message = read_message_from(frame.freeze());
    message.map(Some).map_err(|error| error.to_string())
}
