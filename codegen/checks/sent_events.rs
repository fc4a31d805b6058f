//! Events that are sent: the messages that they are.

#![allow(dead_code, reason = "what one model leaves out another one has")]

use aws_smithy_eventstream::frame::read_message_from;
use aws_smithy_types::event_stream::{HeaderValue, Message};

use crate::checks::Body;
use crate::support::event_stream::Transmit;

/// A message as a test has it. What the test says nothing of may be anything.
#[derive(Default)]
pub struct Expected<'t> {
    /// Headers with their values.
    pub headers: &'t [(&'t str, HeaderValue)],
    /// Names of headers that are there.
    pub required: &'t [&'t str],
    /// Names of headers that are not there.
    pub forbidden: &'t [&'t str],
    /// The payload.
    pub payload: Option<Body<'t>>,
}

/// Checks the message that an event is sent as.
#[track_caller]
pub fn check(event: &impl Transmit, expected: &Expected<'_>) {
    let message = event.message().expect("the event can be sent");
    check_message(&message, expected);
}

/// The messages of a stream that is in memory, of which there are so many.
#[track_caller]
pub fn messages(mut frames: &[u8], count: usize) -> Vec<Message> {
    let mut messages = Vec::new();
    while !frames.is_empty() {
        messages.push(read_message_from(&mut frames).expect("a whole frame"));
    }
    assert_eq!(messages.len(), count, "how many messages there are");
    messages
}

/// Checks a message.
#[track_caller]
pub fn check_message(message: &Message, expected: &Expected<'_>) {
    for (name, value) in expected.headers {
        assert_eq!(header(message, name), Some(value), "the header `{name}`");
    }
    for name in expected.required {
        assert!(header(message, name).is_some(), "no header `{name}`");
    }
    for name in expected.forbidden {
        assert!(header(message, name).is_none(), "a header `{name}`");
    }
    if let Some(payload) = &expected.payload {
        payload.assert_same(message.payload());
    }
}

fn header<'m>(message: &'m Message, name: &str) -> Option<&'m HeaderValue> {
    let mut headers = message.headers().iter();
    let header = headers.find(|header| header.name().as_str() == name)?;
    Some(header.value())
}
