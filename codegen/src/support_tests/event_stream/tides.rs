//! A stream of events as it is generated, and messages of it.

use std::fmt;

use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};

use crate::support::error::{Metadata, ServiceFault, Told, Unhandled};
use crate::support::event_stream::{
    Event, Exception, Reader, Receive, StreamError, UnreadableEvent,
};
use crate::support::fault::{Fault, FromFault};
use crate::support::json::Json;
use crate::support::wire;

/// What comes of a harbour.
#[derive(Debug, PartialEq)]
pub enum Tides {
    Level(Level),
    Unknown,
}

/// A plain event.
#[derive(Debug, Default, PartialEq)]
pub struct Level {
    pub metres: Option<i32>,
    pub harbour: Option<String>,
}

/// A modelled error.
#[derive(Debug, Default)]
pub struct Storm {
    pub hours: Option<i32>,
    pub message: Option<String>,
    pub meta: Metadata,
}

#[derive(Debug)]
pub enum Error {
    Storm(Storm),
    Unhandled(Unhandled),
}

impl wire::DecodeMember for Level {
    fn decode_member(&mut self, name: &str, r: &mut impl wire::Reader) -> wire::Result {
        match name {
            "metres" => r.member(&mut self.metres),
            "harbour" => r.member(&mut self.harbour),
            _ => r.skip(),
        }
    }
}

impl wire::DecodeMember for Storm {
    fn decode_member(&mut self, name: &str, r: &mut impl wire::Reader) -> wire::Result {
        match name {
            "hours" => r.member(&mut self.hours),
            "message" => r.member(&mut self.message),
            _ => r.skip(),
        }
    }
}

impl ServiceFault for Storm {
    fn complete(&mut self, told: &Told<'_>) {
        self.meta = told.with_message(&mut self.message);
    }
}

impl FromFault for Error {
    fn from_fault(fault: &Fault<'_, impl wire::Format>) -> Self {
        match fault.code() {
            "StormException" => Self::Storm(fault.read()),
            _ => Self::Unhandled(fault.unhandled()),
        }
    }
}

impl ProvideErrorMetadata for Error {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::Storm(error) => error.meta.get(),
            Self::Unhandled(error) => error.meta(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Storm(error) => error.meta.fmt(f),
            Self::Unhandled(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl Receive for Tides {
    type Format = Json;
    type Error = Error;
    const MAY_BEGIN_WITH_OUTPUT: bool = true;

    fn event(event: &Event<'_, Json>) -> Result<Self, UnreadableEvent> {
        match event.name() {
            "level" => event.document().map(Self::Level),
            _ => Ok(Self::Unknown),
        }
    }

    fn exception(exception: &Exception<'_, Json>) -> Error {
        match exception.name() {
            "storm" => Error::Storm(exception.read("StormException")),
            _ => exception.other(),
        }
    }
}

/// A frame with these headers, which are strings, and this payload.
pub fn frame(headers: &[(&'static str, &'static str)], payload: &'static str) -> Vec<u8> {
    let message = headers
        .iter()
        .fold(Message::new(payload), |message, (name, value)| {
            message.add_header(Header::new(*name, HeaderValue::String((*value).into())))
        });
    written(&message)
}

pub fn written(message: &Message) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_message_to(message, &mut bytes).unwrap();
    bytes
}

pub fn event(name: &'static str, payload: &'static str) -> Vec<u8> {
    frame(
        &[(":message-type", "event"), (":event-type", name)],
        payload,
    )
}

pub fn exception(name: &'static str, payload: &'static str) -> Vec<u8> {
    let headers = [(":message-type", "exception"), (":exception-type", name)];
    frame(&headers, payload)
}

pub fn level(metres: i32) -> Tides {
    Tides::Level(Level {
        metres: Some(metres),
        harbour: None,
    })
}

/// What a reader gives for these bytes until they end.
pub fn read(bytes: &[u8]) -> (Vec<Tides>, Option<StreamError<Error>>) {
    let mut reader = Reader::<Tides>::new();
    reader.push(bytes);
    let mut events = Vec::new();
    while let Some(event) = reader.event() {
        match event {
            Ok(event) => events.push(event),
            Err(error) => {
                assert!(reader.event().is_none(), "an error is the last");
                return (events, Some(error));
            }
        }
    }
    (events, reader.end().err())
}
