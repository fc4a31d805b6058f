//! The tests that a model carries, as those of the generated crate: which of them apply, what
//! each is called, and what it compares.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{
    ComparedBy, Presence, ReceivedTest, SentTest, ServedTests, TestBody, TestFormat, ToldTest,
};
use crate::rust::Ident;
use crate::support::endpoint::BuiltIn;

/// The tests of a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tests {
    /// Those of each operation, in the order of the operations.
    pub operations: Vec<OperationTests>,
    /// Responses that are errors.
    pub errors: Vec<ErrorTest>,
    /// The same on the service's side.
    pub told_errors: Vec<ToldTest>,
    /// Calls of the endpoint rules.
    pub endpoints: Vec<EndpointTest>,
}

impl Tests {
    /// Whether any test has a stream of events.
    pub fn have_events(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| {
            !operation.received.is_empty()
                || !operation.sent.is_empty()
                || operation.served.have_events()
        })
    }

    /// Whether any test sends events, or answers with them.
    pub fn send_events(&self) -> bool {
        let mut operations = self.operations.iter();
        operations
            .any(|operation| !operation.sent.is_empty() || !operation.served.answered.is_empty())
    }

    /// Whether any test is of the service's side.
    pub fn are_served(&self) -> bool {
        let mut operations = self.operations.iter();
        !self.told_errors.is_empty() || operations.any(|tests| !tests.served.is_empty())
    }

    /// The formats of bodies that not all tests have.
    pub fn formats(&self) -> BTreeSet<TestFormat> {
        let operations = self.operations.iter();
        let served = operations.flat_map(|tests| tests.served.formats());
        let told = self
            .told_errors
            .iter()
            .filter_map(|test| test.written.body.as_ref());
        let served = served.chain(told.filter_map(TestBody::format));
        let operations = self.operations.iter().flat_map(OperationTests::formats);
        let errors = self.errors.iter();
        let errors = errors.filter_map(|test| test.response.body.format());
        operations
            .chain(served)
            .chain(errors.filter(|format| *format == TestFormat::Cbor))
            .collect()
    }
}

/// The tests of an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationTests {
    /// Inputs, and the requests that they make.
    pub requests: Vec<RequestTest>,
    /// Responses, and the outputs that they are.
    pub responses: Vec<ResponseTest>,
    /// Responses with a stream of events, and what is read of them.
    pub received: Vec<ReceivedTest>,
    /// Events, and the messages that they are sent as.
    pub sent: Vec<SentTest>,
    /// What a service reads and writes.
    pub served: ServedTests,
}

impl OperationTests {
    /// Whether there is no test.
    pub fn is_empty(&self) -> bool {
        self.requests.is_empty()
            && self.responses.is_empty()
            && self.received.is_empty()
            && self.sent.is_empty()
    }

    /// The formats of bodies that not all tests have.
    pub fn formats(&self) -> BTreeSet<TestFormat> {
        let requests = self.requests.iter().filter_map(|test| test.body.as_ref());
        let events = self.sent.iter().flat_map(|test| &test.events);
        let requests = requests.chain(events.filter_map(|event| event.payload.as_ref()));
        // What is read of XML is given as it is.
        let responses = self.responses.iter().map(|test| &test.body);
        let responses = responses.filter_map(TestBody::format);
        let responses = responses.filter(|format| *format == TestFormat::Cbor);
        requests
            .filter_map(TestBody::format)
            .chain(responses)
            .collect()
    }
}

/// An input, and the request that it makes.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// The members of the input, by the model's names.
    pub params: Value,
    /// The HTTP method.
    pub method: String,
    /// The path, relative to the endpoint.
    pub path: String,
    /// Parameters of the query: `name=value`, or the name alone.
    pub query: Presence<String>,
    /// Headers.
    pub headers: Presence<(String, String)>,
    /// The body; `None` where any will do.
    pub body: Option<TestBody>,
    /// What stands before the host of the endpoint; `None` where the test says nothing of it.
    pub host_prefix: Option<String>,
    /// The host that the input names; `None` where it names none, or the test says nothing of it.
    pub own_host: Option<String>,
}

/// A response, and what it is read as.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// The HTTP status code.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: TestBody,
    /// The members of the output or error, by the model's names.
    pub params: Value,
    /// How what was read is compared with them.
    pub compared: ComparedBy,
}

/// A response that is an error.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorTest {
    /// The response.
    pub response: ResponseTest,
    /// The code that the error has for callers.
    pub code: String,
    /// The error structure.
    pub structure: Ident,
    /// The input of an operation that can fail with it.
    pub input: Ident,
    /// The name by which that operation fails with the service's error enum.
    pub operation_error: Ident,
    /// The error's variant in it.
    pub variant: Ident,
}

/// A call of the endpoint rules.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointTest {
    /// The test's function.
    pub name: Ident,
    /// What it is about.
    pub docs: String,
    /// Where the parameters come from.
    pub given: GivenParameters,
    /// What the rules give.
    pub expected: ExpectedEndpoint,
}

/// Where the parameters of an endpoint test come from. Their values are strings, booleans and
/// lists of strings.
#[derive(Clone, Debug, PartialEq)]
pub enum GivenParameters {
    /// From the test, by name.
    Named(Vec<(String, Value)>),
    /// From the call of an operation.
    Call {
        /// The place of the operation in the service.
        operation: usize,
        /// The members of its input, by the model's names.
        params: Value,
        /// What the client is set to, by name.
        client: Vec<(String, Value)>,
        /// What the client knows by itself.
        built_in: Vec<(BuiltIn, Value)>,
    },
}

/// What the rules give.
#[derive(Clone, Debug, PartialEq)]
pub enum ExpectedEndpoint {
    /// An endpoint with this URL, these headers and these properties.
    Endpoint {
        /// Its URL.
        url: String,
        /// Its headers with their values.
        headers: Vec<(String, Vec<String>)>,
        /// What else is known of it.
        properties: Map<String, Value>,
    },
    /// An error, in these words.
    Error(String),
}
