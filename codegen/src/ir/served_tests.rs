//! The tests that a model carries for services, as tests of what doubles read and write.

use serde_json::Value;

use super::{AnsweredTest, ComparedBy, ReadEventsTest, SentEvent, TestBody, TestFormat};
use crate::rust::Ident;

/// The tests of an operation, on the service's side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServedTests {
    /// Requests, and the inputs that they are.
    pub requests: Vec<ReadTest>,
    /// Outputs, and the responses that they make.
    pub responses: Vec<WrittenTest>,
    /// Requests with streams of events.
    pub read_events: Vec<ReadEventsTest>,
    /// Outputs with streams of events.
    pub answered: Vec<AnsweredTest>,
}

impl ServedTests {
    /// Whether there is no test.
    pub fn is_empty(&self) -> bool {
        self.requests.is_empty() && self.responses.is_empty() && !self.have_events()
    }

    /// Whether any test has a stream of events.
    pub fn have_events(&self) -> bool {
        !self.read_events.is_empty() || !self.answered.is_empty()
    }

    /// The messages of the events that services answer with.
    pub fn answers(&self) -> impl Iterator<Item = &SentEvent> {
        self.answered.iter().flat_map(|test| {
            let end = test.end.iter().map(|(_, message)| message);
            test.events.iter().chain(end)
        })
    }

    /// The formats of bodies that not all tests have.
    pub fn formats(&self) -> impl Iterator<Item = TestFormat> {
        // What is read of XML and of forms is given as it is.
        let read = self.requests.iter().filter_map(|test| test.body.as_ref());
        let read = read.filter_map(TestBody::format);
        let read = read.filter(|format| *format == TestFormat::Cbor);
        let written = self.responses.iter().filter_map(|test| test.body.as_ref());
        let events = self.answers().filter_map(|event| event.payload.as_ref());
        read.chain(written.chain(events).filter_map(TestBody::format))
    }
}

/// A request, and the input that it is.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// The HTTP method.
    pub method: String,
    /// The path and the query.
    pub uri: String,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body; `None` where it is what a client sends.
    pub body: Option<TestBody>,
    /// The members of the input, by the model's names.
    pub params: Value,
    /// How what was read is compared with them.
    pub compared: ComparedBy,
    /// The member that is all of the query, where the test says nothing of it.
    pub unsaid: Option<Ident>,
}

/// An output or an error, and the response that it makes.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// The members of the output or error, by the model's names.
    pub params: Value,
    /// The HTTP status code.
    pub status: u16,
    /// Headers that the response has.
    pub headers: Vec<(String, String)>,
    /// Names of headers that the response does not have.
    pub forbidden_headers: Vec<String>,
    /// The body; `None` where any will do.
    pub body: Option<TestBody>,
}

/// An error, and the response that tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldTest {
    /// What it makes.
    pub written: WrittenTest,
    /// The error structure.
    pub structure: Ident,
    /// The error's variant in the service's error enum.
    pub variant: Ident,
}
