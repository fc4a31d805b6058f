//! Streams of events: the messages of tests, and what is read of them.

#![allow(dead_code, reason = "what one model leaves out another one has")]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_types::base64;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};

use crate::support::event_stream::{Events, Receive, StreamError};

/// Bytes that are written in base64.
pub fn bytes(text: &str) -> Vec<u8> {
    base64::decode(text).expect("the test has base64")
}

/// A message of these parts, in its frame.
pub fn message(headers: &[(&'static str, HeaderValue)], payload: &[u8]) -> Vec<u8> {
    let message = Message::new(payload.to_vec());
    let message = headers.iter().fold(message, |message, (name, value)| {
        message.add_header(Header::new(*name, value.clone()))
    });
    let mut frame = Vec::new();
    write_message_to(&message, &mut frame).expect("the test has a message");
    frame
}

/// The events of a stream that is in memory, and the error with which it ends.
pub fn all<U: Receive>(mut stream: Events<U>) -> (Vec<U>, Option<StreamError<U::Error>>) {
    let mut events = Vec::new();
    loop {
        let next = pin!(stream.next());
        let Poll::Ready(next) = next.poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("the stream is in memory");
        };
        match next {
            None => return (events, None),
            Some(Ok(event)) => events.push(event),
            Some(Err(error)) => return (events, Some(error)),
        }
    }
}

/// The events that a double has read, and the error with which they end.
pub fn received<U, E>(events: impl Iterator<Item = Result<U, E>>) -> (Vec<U>, Option<E>) {
    let (mut read, mut end) = (Vec::new(), None);
    for event in events {
        assert!(end.is_none(), "an error is the last");
        match event {
            Ok(event) => read.push(event),
            Err(error) => end = Some(error),
        }
    }
    (read, end)
}

/// Whether there is an output, and all of its events.
pub fn is_whole<U: Receive, E>(stream: Result<Events<U>, E>) -> bool {
    stream.is_ok_and(|stream| all(stream).1.is_none())
}
