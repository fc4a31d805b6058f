//! Streams of events on the service's side: requests and what is read of them, and what answers are made of.
//!
//! <https://smithy.io/2.0/additional-specs/event-stream-protocol-compliance-tests.html>

use serde_json::{Value, json};

use super::events::{self, Side};
use super::{compared_by, documentation, function};
use crate::ir::{
    self, AnsweredTest, Binding, Event, NamedKind, ReadEventsTest, ReadTest, SentEvent, Service,
    TestBody, ToldError, Type, WrittenTest,
};
use crate::model::Shape;
use crate::model::traits::{EventStreamTest, EventWay, TestedEvent};
use crate::rust::{Ident, Scope};

/// What a service reads of the events of requests.
pub(super) fn read(
    names: &mut Scope,
    shape: &Shape,
    service: &Service,
    operation: &ir::Operation,
) -> Vec<ReadEventsTest> {
    if operation.input.events().is_none() {
        return Vec::new();
    }
    let read = events::tests(shape, service, Side::Service).filter_map(|test| {
        let events = of_way(&test, EventWay::Request);
        if events.is_empty() {
            return None;
        }
        let params: Vec<Value> = events.iter().map(|event| event.params.clone()).collect();
        let head = test.initial_request_params.unwrap_or_default();
        Some(ReadEventsTest {
            name: function(names, &test.id, "_events_read"),
            docs: documentation(&test.id, &test.documentation),
            input: with_labels(head, &operation.input),
            outcome: events::outcome(service, test.expectation, &params, None),
            compared: compared_by(&Value::Array(params)),
            messages: events.into_iter().map(events::message).collect(),
        })
    });
    read.collect()
}

/// What a service reads of a request before its events.
pub(super) fn initial_requests(
    names: &mut Scope,
    shape: &Shape,
    service: &Service,
    operation: &ir::Operation,
) -> Vec<ReadTest> {
    if operation.input.events().is_none() {
        return Vec::new();
    }
    let initial = events::tests(shape, service, Side::Service).filter_map(|test| {
        let head = events::Head(test.initial_request?);
        let params = test.initial_request_params.unwrap_or_default();
        let query = head.texts("queryParams").join("&");
        let separator = if query.is_empty() { "" } else { "?" };
        Some(ReadTest {
            name: function(names, &test.id, "_events_read"),
            docs: documentation(&test.id, &test.documentation),
            method: head.text("method"),
            uri: format!("{}{separator}{query}", head.text("uri")),
            headers: head.headers(),
            body: Some(TestBody::Text(String::new())),
            compared: compared_by(&params),
            params,
            unsaid: None,
        })
    });
    initial.collect()
}

/// What a service answers with.
pub(super) fn answered(
    names: &mut Scope,
    shape: &Shape,
    service: &Service,
    operation: &ir::Operation,
) -> Vec<AnsweredTest> {
    let stream = operation.output.events().map(|member| &member.type_);
    let Some(Type::Events(union)) = stream else {
        return Vec::new();
    };
    let answered = events::tests(shape, service, Side::Service).filter_map(|test| {
        // What nobody can read no service writes.
        let failure = test.expectation.failure.as_ref();
        if failure.is_some_and(|failure| failure.error_id.is_none()) {
            return None;
        }
        let events = of_way(&test, EventWay::Response);
        let mut events: Vec<SentEvent> = events.iter().map(events::send).collect();
        let last = events.last()?;
        let error = told_error(service, union, &last.params);
        let end = events.pop_if(|_| error.is_some());
        Some(AnsweredTest {
            name: function(names, &test.id, "_events_written"),
            docs: documentation(&test.id, &test.documentation),
            output: test.initial_response_params.unwrap_or_default(),
            events,
            end: error.zip(end),
        })
    });
    answered.collect()
}

/// What a service answers with before its events.
pub(super) fn initial_responses(
    names: &mut Scope,
    shape: &Shape,
    service: &Service,
    operation: &ir::Operation,
) -> Vec<WrittenTest> {
    if operation.output.events().is_none() {
        return Vec::new();
    }
    let initial = events::tests(shape, service, Side::Service).filter_map(|test| {
        let params = test.initial_response_params?;
        let head = events::Head(test.initial_response?);
        Some(WrittenTest {
            name: function(names, &test.id, "_events_written"),
            docs: documentation(&test.id, &test.documentation),
            params,
            status: head.status(),
            headers: head.headers(),
            forbidden_headers: head.texts("forbidHeaders"),
            body: None,
        })
    });
    initial.collect()
}

fn of_way(test: &EventStreamTest, way: EventWay) -> Vec<TestedEvent> {
    let events = test.events.iter();
    events.filter(|event| event.way == way).cloned().collect()
}

/// The members with a text for each label that the test leaves out: no request is without.
fn with_labels(params: Value, input: &ir::Structure) -> Value {
    let mut members = params.as_object().cloned().unwrap_or_default();
    for member in &input.members {
        let is_text = matches!(member.type_, Type::String | Type::Named(NamedKind::Enum, _));
        if is_text && member.binding == Binding::Label {
            let name = member.id.member().unwrap_or(&member.wire_name);
            members.entry(name).or_insert_with(|| json!("any"));
        }
    }
    Value::Object(members)
}

/// The error of the service that an event of a stream which is received stands for.
fn told_error(service: &Service, union: &Ident, event: &Value) -> Option<ToldError> {
    let (name, params) = event.as_object()?.iter().next()?;
    let mut types = service.types.iter();
    let union = types.find_map(|shape| match shape {
        ir::Shape::Union(found) if found.name == *union => Some(found),
        _ => None,
    })?;
    let mut variants = union.variants.iter();
    let variant = variants.find(|variant| variant.id.member() == Some(name))?;
    let Event::Error { variant, .. } = variant.event.as_ref()? else {
        return None;
    };
    let mut errors = service.errors.iter();
    let error = errors.find(|error| {
        let info = error.error.as_ref();
        info.is_some_and(|info| info.variant == *variant)
    })?;
    Some(ToldError {
        structure: error.name.clone(),
        variant: variant.clone(),
        params: params.clone(),
    })
}
