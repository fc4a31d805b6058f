//! The tests that a model carries for streams of events.
//!
//! <https://smithy.io/2.0/additional-specs/event-stream-protocol-compliance-tests.html>

use serde_json::Value;

use super::{ComparedBy, Presence, TestBody};
use crate::rust::Ident;

/// A response with a stream, and what is read of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceivedTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// The HTTP status code.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: StreamBody,
    /// The members of the output beside its events, by the model's names; nothing where any will do.
    pub output: Option<Value>,
    /// What is read.
    pub outcome: Received,
    /// How it is compared.
    pub compared: ComparedBy,
}

/// The body of a response.
#[derive(Clone, Debug, PartialEq)]
pub enum StreamBody {
    /// Messages, one after the other.
    Messages(Vec<TestMessage>),
    /// No stream, but the text of an error.
    Text(String),
}

/// A message of a stream.
#[derive(Clone, Debug, PartialEq)]
pub enum TestMessage {
    /// These bytes, frame and all.
    Bytes(Vec<u8>),
    /// The message of these parts.
    Parts(MessageParts),
}

/// What a message is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageParts {
    /// Its headers, with the type and the value of each.
    pub headers: Vec<(String, HeaderType, Value)>,
    /// Its payload.
    pub payload: Vec<u8>,
}

/// The type of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "variants are named as in the specification")]
pub enum HeaderType {
    Boolean,
    Byte,
    Short,
    Integer,
    Long,
    Blob,
    String,
    Timestamp,
}

/// What is read of a stream.
#[derive(Clone, Debug, PartialEq)]
pub enum Received {
    /// These events, by the model's names, and the end.
    Events(Vec<Value>),
    /// An error of the service, which the response is, or which the stream ends with.
    Error {
        /// Its variant in the service's error enum.
        variant: Ident,
        /// Its structure.
        structure: Ident,
        /// The code by which callers know it.
        code: String,
        /// Its members, by the model's names.
        params: Value,
        /// Whether the stream ends with it.
        in_stream: bool,
    },
    /// Nothing, or not all, for whatever reason.
    Failure,
}

/// A request with a stream, and what a service reads of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadEventsTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// The members of the input beside its events, by the model's names.
    pub input: Value,
    /// The messages of the body.
    pub messages: Vec<TestMessage>,
    /// What is read of them.
    pub outcome: Received,
    /// How it is compared.
    pub compared: ComparedBy,
}

/// Events, and the messages as which a service answers with them.
#[derive(Clone, Debug, PartialEq)]
pub struct AnsweredTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// The members of the output beside its events, by the model's names.
    pub output: Value,
    /// The events.
    pub events: Vec<SentEvent>,
    /// The error with which the stream ends, and its message, where it ends with one.
    pub end: Option<(ToldError, SentEvent)>,
}

/// An error that a service tells.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldError {
    /// Its structure.
    pub structure: Ident,
    /// Its variant in the service's error enum.
    pub variant: Ident,
    /// Its members, by the model's names.
    pub params: Value,
}

/// Events, and the messages that they are sent as.
#[derive(Clone, Debug, PartialEq)]
pub struct SentTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// The events.
    pub events: Vec<SentEvent>,
    /// Whether none of them can be sent.
    pub refused: bool,
}

/// An event, and the message that it is sent as.
#[derive(Clone, Debug, PartialEq)]
pub struct SentEvent {
    /// The event, by the model's names.
    pub params: Value,
    /// The headers, with the type and the value of each.
    pub headers: Presence<(String, HeaderType, Value)>,
    /// The payload; `None` where any will do.
    pub payload: Option<TestBody>,
}
