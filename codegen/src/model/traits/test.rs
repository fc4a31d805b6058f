//! Traits with tests that a model carries for the code made from it.
//!
//! <https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html>

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::{Trait, read_value};

/// Inputs and the HTTP requests that they make.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpRequestTests(pub Vec<HttpRequestTest>);

impl Trait for HttpRequestTests {
    const ID: &'static str = "smithy.test#httpRequestTests";

    fn read(value: &Value) -> Result<Self, String> {
        HttpTest::read_all(value).map(Self)
    }

    fn check(value: &Value) -> Result<(), String> {
        HttpTest::<HttpRequest, IgnoredAny>::read_all(value).map(drop)
    }
}

/// HTTP responses and the outputs or errors that they are.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpResponseTests(pub Vec<HttpResponseTest>);

impl Trait for HttpResponseTests {
    const ID: &'static str = "smithy.test#httpResponseTests";

    fn read(value: &Value) -> Result<Self, String> {
        HttpTest::read_all(value).map(Self)
    }

    fn check(value: &Value) -> Result<(), String> {
        HttpTest::<HttpResponse, IgnoredAny>::read_all(value).map(drop)
    }
}

/// Streams of events, with what is in their messages.
#[derive(Clone, Debug, PartialEq)]
pub struct EventStreamTests(pub Vec<EventStreamTest>);

impl Trait for EventStreamTests {
    const ID: &'static str = "smithy.test#eventStreamTests";

    fn read(value: &Value) -> Result<Self, String> {
        read_value(value).map(Self)
    }

    fn check(value: &Value) -> Result<(), String> {
        read_value::<Vec<EventStreamTest<IgnoredAny>>>(value).map(drop)
    }
}

/// Who has to pass a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "variants are named as in the specification")]
pub enum AppliesTo {
    Client,
    Server,
}

/// What every test says of itself, and of the message that it is about.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", bound = "V: Default + Deserialize<'de>")]
pub struct HttpMessageTest<V = Value> {
    /// Its name, which is its own within the service.
    pub id: String,
    /// The shape id of the protocol that it is about.
    pub protocol: String,
    /// What it is about.
    #[serde(default)]
    pub documentation: String,
    /// Who has to pass it: everyone, where absent.
    pub applies_to: Option<AppliesTo>,
    /// The members of the shape, as JSON; `null` where there are none.
    #[serde(default)]
    pub params: V,
    /// Headers with their values.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The body; anything will do where it is absent.
    pub body: Option<String>,
    /// What the body is, so that it is compared as such.
    pub body_media_type: Option<String>,
    /// What AWS tells beside that, such as the code of an error.
    #[serde(default)]
    pub vendor_params: V,
}

/// A test. It is read in two parts, and not with `#[serde(flatten)]`, which loses digits. What stands in it as
/// it is, is a `V`: where a test is only checked, nothing of it has to be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpTest<T, V = Value> {
    /// What requests and responses have alike.
    pub message: HttpMessageTest<V>,
    /// What only one of them has.
    pub other: T,
}

impl<T: DeserializeOwned, V: Default + DeserializeOwned> HttpTest<T, V> {
    fn read(value: &Value) -> Result<Self, String> {
        Ok(Self {
            message: read_value(value)?,
            other: read_value(value)?,
        })
    }

    /// The tests of a list.
    fn read_all(value: &Value) -> Result<Vec<Self>, String> {
        match value {
            Value::Array(tests) => tests.iter().map(Self::read).collect(),
            other => read_value::<Vec<IgnoredAny>>(other).map(|_| Vec::new()),
        }
    }
}

/// An input, and the request that it makes.
pub type HttpRequestTest = HttpTest<HttpRequest>;

/// A response, and the output or the error that it is.
pub type HttpResponseTest = HttpTest<HttpResponse>;

/// What only requests have.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "fields are named as in the specification")]
pub struct HttpRequest {
    pub method: String,
    pub uri: String,
    pub host: Option<String>,
    pub resolved_host: Option<String>,
    #[serde(default)]
    pub query_params: Vec<String>,
    #[serde(default)]
    pub forbid_query_params: Vec<String>,
    #[serde(default)]
    pub require_query_params: Vec<String>,
    #[serde(default)]
    pub forbid_headers: Vec<String>,
    #[serde(default)]
    pub require_headers: Vec<String>,
}

/// What only responses have.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HttpResponse {
    /// The HTTP status code.
    pub code: u16,
    /// Names of headers that are not there.
    #[serde(default)]
    pub forbid_headers: Vec<String>,
}

/// A stream of events, and what is before it.
///
/// <https://smithy.io/2.0/additional-specs/event-stream-protocol-compliance-tests.html>
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", bound = "V: Default + Deserialize<'de>")]
pub struct EventStreamTest<V = Value> {
    /// Its name, which is its own within the service.
    pub id: String,
    /// The shape id of the protocol that it is about.
    pub protocol: String,
    /// What it is about.
    #[serde(default)]
    pub documentation: String,
    /// Who has to pass it: everyone, where absent.
    pub applies_to: Option<AppliesTo>,
    /// The members of the input beside its events.
    pub initial_request_params: Option<V>,
    /// What they are in the message that comes before events, of which the protocol says what it is.
    pub initial_request: Option<V>,
    /// The same of the output.
    pub initial_response_params: Option<V>,
    /// The same of the output.
    pub initial_response: Option<V>,
    /// The events.
    #[serde(default)]
    pub events: Vec<TestedEvent<V>>,
    /// How it goes; well, where absent.
    #[serde(default)]
    pub expectation: Expectation,
}

/// An event of a test.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", bound = "V: Default + Deserialize<'de>")]
pub struct TestedEvent<V = Value> {
    /// Which way it travels.
    #[serde(rename = "type")]
    pub way: EventWay,
    /// The event, as a value of the union.
    #[serde(default)]
    pub params: V,
    /// The headers of its message, each with its type and value.
    #[serde(default)]
    pub headers: BTreeMap<String, BTreeMap<String, V>>,
    /// Names of headers that the message does not have.
    #[serde(default)]
    pub forbid_headers: Vec<String>,
    /// Names of headers that it has.
    #[serde(default)]
    pub require_headers: Vec<String>,
    /// The payload.
    pub body: Option<String>,
    /// What the payload is, so that it is compared as such.
    pub body_media_type: Option<String>,
    /// The whole frame, in base64.
    pub bytes: Option<String>,
}

/// Which way an event travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "variants are named as in the specification")]
pub enum EventWay {
    Request,
    Response,
}

/// How a test of a stream goes.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Expectation {
    /// It fails, perhaps with an error of the model.
    pub failure: Option<ExpectedFailure>,
}

/// How it fails.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExpectedFailure {
    /// The shape id of the error.
    pub error_id: Option<String>,
}
