//! Streams of events: what is sent, and what is received and read.
//!
//! <https://smithy.io/2.0/additional-specs/event-stream-protocol-compliance-tests.html>

use aws_smithy_types::base64;
use serde_json::Value;

use super::{comparable, compared_by, documentation, function};
use crate::ir::{
    self, HeaderType, MessageParts, Presence, Received, ReceivedTest, RequestTest, SentEvent,
    SentTest, Service, StreamBody, TestMessage,
};
use crate::model::Shape;
use crate::model::traits::{
    AppliesTo, EventStreamTest, EventStreamTests, EventWay, Expectation, TestedEvent,
};
use crate::rust::Scope;

/// What an operation receives.
pub(super) fn received(
    names: &mut Scope,
    shape: &Shape,
    service: &Service,
    operation: &ir::Operation,
) -> Vec<ReceivedTest> {
    if operation.output.events().is_none() {
        return Vec::new();
    }
    let tests = tests(shape, service, Side::Client);
    let received = tests.filter(|test| {
        let mut events = test.events.iter();
        test.initial_response.is_some()
            || test.initial_response_params.is_some()
            || events.any(|event| event.way == EventWay::Response)
    });
    received.map(|test| receive(names, test, service)).collect()
}

/// What an operation sends.
pub(super) fn sent(
    names: &mut Scope,
    shape: &Shape,
    service: &Service,
    operation: &ir::Operation,
) -> Vec<SentTest> {
    if operation.input.events().is_none() {
        return Vec::new();
    }
    let sent = tests(shape, service, Side::Client).filter_map(|test| {
        let events = test.events.iter();
        let events = events.filter(|event| event.way == EventWay::Request);
        let events: Vec<SentEvent> = events.map(send).collect();
        (!events.is_empty()).then(|| SentTest {
            name: function(names, &test.id, "_sent"),
            docs: documentation(&test.id, &test.documentation),
            events,
            refused: test.expectation.failure.is_some(),
        })
    });
    sent.collect()
}

/// What an operation sends before its events.
pub(super) fn initial_requests(
    names: &mut Scope,
    shape: &Shape,
    service: &Service,
    operation: &ir::Operation,
) -> Vec<RequestTest> {
    if operation.input.events().is_none() {
        return Vec::new();
    }
    let initial = tests(shape, service, Side::Client).filter_map(|test| {
        let head = Head(test.initial_request?);
        Some(RequestTest {
            name: function(names, &test.id, "_sent"),
            docs: documentation(&test.id, &test.documentation),
            params: test.initial_request_params.unwrap_or_default(),
            method: head.text("method"),
            path: head.text("uri"),
            query: Presence {
                exact: head.texts("queryParams"),
                required: head.texts("requireQueryParams"),
                forbidden: head.texts("forbidQueryParams"),
            },
            headers: Presence {
                exact: head.headers(),
                required: head.texts("requireHeaders"),
                forbidden: head.texts("forbidHeaders"),
            },
            body: None,
            host_prefix: None,
            own_host: None,
        })
    });
    initial.collect()
}

pub(super) fn send(event: &TestedEvent) -> SentEvent {
    let media_type = event.body_media_type.as_deref();
    SentEvent {
        params: event.params.clone(),
        headers: Presence {
            exact: parts(event).headers,
            required: event.require_headers.clone(),
            forbidden: event.forbid_headers.clone(),
        },
        payload: event.body.clone().map(|body| comparable(body, media_type)),
    }
}

/// Who has to pass tests.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    Client,
    Service,
}

/// The tests that a client of a service has to pass, or the service.
pub(super) fn tests(
    shape: &Shape,
    service: &Service,
    side: Side,
) -> impl Iterator<Item = EventStreamTest> {
    let tests = shape.traits.get::<EventStreamTests>().into_iter();
    let protocol = service.protocol;
    let other = match side {
        Side::Client => AppliesTo::Server,
        Side::Service => AppliesTo::Client,
    };
    tests
        .flat_map(|tests| tests.0)
        .filter(move |test| test.protocol == protocol && test.applies_to != Some(other))
}

/// The head of a request or of a response, as tests have it.
pub(super) struct Head(pub Value);

impl Head {
    pub fn text(&self, name: &str) -> String {
        self.0[name].as_str().unwrap_or_default().to_owned()
    }

    pub fn texts(&self, name: &str) -> Vec<String> {
        let texts = self.0[name].as_array().into_iter().flatten();
        let texts = texts.filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    }

    pub fn headers(&self) -> Vec<(String, String)> {
        let headers = self.0["headers"].as_object().into_iter().flatten();
        let headers = headers.map(|(name, value)| (name, value.as_str().unwrap_or_default()));
        let headers = headers.map(|(name, value)| (name.clone(), value.to_owned()));
        headers.collect()
    }

    pub fn status(&self) -> u16 {
        let code = self.0["code"].as_u64();
        code.and_then(|code| code.try_into().ok()).unwrap_or(200)
    }
}

fn receive(names: &mut Scope, test: EventStreamTest, service: &Service) -> ReceivedTest {
    let events = test.events.into_iter();
    let events = events.filter(|event| event.way == EventWay::Response);
    let events: Vec<TestedEvent> = events.collect();
    let params: Vec<Value> = events.iter().map(|event| event.params.clone()).collect();
    let head = Head(test.initial_response.unwrap_or_default());
    let text = head.text("body");
    let in_stream = !events.is_empty();
    let of_response = (!in_stream).then_some(text.as_str());
    let outcome = outcome(service, test.expectation, &params, of_response);
    ReceivedTest {
        name: function(names, &test.id, "_received"),
        docs: documentation(&test.id, &test.documentation),
        status: head.status(),
        headers: head.headers(),
        body: match in_stream {
            true => StreamBody::Messages(events.into_iter().map(message).collect()),
            false => StreamBody::Text(text),
        },
        output: test.initial_response_params,
        outcome,
        compared: compared_by(&Value::Array(params)),
    }
}

/// What is read of a stream of these events, or of a response with this text where there is no stream.
pub(super) fn outcome(
    service: &Service,
    expectation: Expectation,
    params: &[Value],
    text: Option<&str>,
) -> Received {
    let Some(failure) = expectation.failure else {
        return Received::Events(params.to_vec());
    };
    let id = failure.error_id;
    id.and_then(|id| error(service, &id, params, text))
        .unwrap_or(Received::Failure)
}

/// An error with the members that the last event, or the text of the response, says.
fn error(service: &Service, id: &str, params: &[Value], text: Option<&str>) -> Option<Received> {
    let mut errors = service.errors.iter();
    let error = errors.find(|error| error.id.as_str() == id)?;
    let info = error.error.as_ref()?;
    let in_stream = text.is_none();
    let params = match text {
        // The union has one member.
        None => params.last()?.as_object()?.values().next()?.clone(),
        Some(text) => serde_json::from_str(text).unwrap_or_default(),
    };
    Some(Received::Error {
        variant: info.variant.clone(),
        structure: error.name.clone(),
        code: info.code.clone(),
        params,
        in_stream,
    })
}

pub(super) fn message(event: TestedEvent) -> TestMessage {
    let bytes = event.bytes.as_ref();
    match bytes.and_then(|bytes| base64::decode(bytes).ok()) {
        Some(bytes) => TestMessage::Bytes(bytes),
        None => TestMessage::Parts(parts(&event)),
    }
}

fn parts(event: &TestedEvent) -> MessageParts {
    let headers = event.headers.iter().filter_map(|(name, value)| {
        let (type_, value) = value.iter().next()?;
        Some((name.clone(), header_type(type_)?, value.clone()))
    });
    let body = event.body.clone().unwrap_or_default();
    let is_binary = event.body_media_type.as_deref() == Some("application/cbor");
    MessageParts {
        headers: headers.collect(),
        payload: match base64::decode(&body) {
            Ok(bytes) if is_binary => bytes,
            _ => body.into_bytes(),
        },
    }
}

fn header_type(name: &str) -> Option<HeaderType> {
    Some(match name {
        "boolean" => HeaderType::Boolean,
        "byte" => HeaderType::Byte,
        "short" => HeaderType::Short,
        "integer" => HeaderType::Integer,
        "long" => HeaderType::Long,
        "blob" => HeaderType::Blob,
        "string" => HeaderType::String,
        "timestamp" => HeaderType::Timestamp,
        _ => return None,
    })
}
