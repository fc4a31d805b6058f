//! The tests that a service of a protocol has to pass: what its double reads and writes.
//!
//! <https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html>

use serde_json::Value;

use super::protocol::with_tokens;
use super::{comparable, compared_by, documentation, function, served_events};
use crate::ir::{
    self, Binding, ReadTest, ServedTests, TestBody, TestFormat, ToldTest, Type, WrittenTest,
};
use crate::model::traits::{
    AppliesTo, HttpMessageTest, HttpRequestTest, HttpRequestTests, HttpResponseTest,
    HttpResponseTests,
};
use crate::model::{Model, Shape};
use crate::rust::Scope;

/// The tests of an operation.
pub(super) fn of_operation(
    shape: &Shape,
    service: &ir::Service,
    operation: &ir::Operation,
) -> ServedTests {
    let mut names = Scope::of_values(&[]);
    let requests = shape.traits.get::<HttpRequestTests>();
    let requests = requests.into_iter().flat_map(|tests| tests.0);
    let requests = requests.filter(|test| applies(&test.message, service.protocol));
    let responses = shape.traits.get::<HttpResponseTests>();
    let responses = responses.into_iter().flat_map(|tests| tests.0);
    let responses = responses.filter(|test| applies(&test.message, service.protocol));
    let mut tests = ServedTests {
        requests: requests
            .map(|test| request(&mut names, test, operation))
            .collect(),
        responses: responses
            .map(|test| response(&mut names, test, "_response_written"))
            .collect(),
        read_events: served_events::read(&mut names, shape, service, operation),
        answered: served_events::answered(&mut names, shape, service, operation),
    };
    let initial = served_events::initial_requests(&mut names, shape, service, operation);
    tests.requests.extend(initial);
    let initial = served_events::initial_responses(&mut names, shape, service, operation);
    tests.responses.extend(initial);
    tests
}

/// The tests of the errors that operations can fail with.
pub(super) fn of_errors(model: &Model, service: &ir::Service) -> Vec<ToldTest> {
    let mut names = Scope::of_values(&[]);
    let mut told = Vec::new();
    for error in &service.errors {
        let (Some(shape), Some(info)) = (model.shape(&error.id), &error.error) else {
            continue;
        };
        let cases = shape.traits.get::<HttpResponseTests>();
        let cases = cases.into_iter().flat_map(|tests| tests.0);
        for case in cases.filter(|case| applies(&case.message, service.protocol)) {
            told.push(ToldTest {
                written: response(&mut names, case, "_written"),
                structure: error.name.clone(),
                variant: info.variant.clone(),
            });
        }
    }
    told
}

/// Whether a service of this protocol has to pass a test.
fn applies(test: &HttpMessageTest, protocol: &str) -> bool {
    test.protocol == protocol && test.applies_to != Some(AppliesTo::Client)
}

fn request(names: &mut Scope, test: HttpRequestTest, operation: &ir::Operation) -> ReadTest {
    let (message, request) = (test.message, test.other);
    // A test that says nothing of the query leaves it to the operation.
    let query = match request.query_params.as_slice() {
        [] => operation.http.query.clone(),
        parameters => parameters.join("&"),
    };
    let separator = if query.is_empty() { "" } else { "?" };
    let media_type = message.body_media_type.as_deref();
    let all_of_query = operation.input.members.iter();
    let mut all_of_query = all_of_query.filter(|member| member.binding == Binding::QueryParams);
    let is_unsaid = |member: &&ir::Member| {
        let name = member.id.member().unwrap_or(&member.wire_name);
        message.params.get(name).is_none()
    };
    let unsaid = all_of_query
        .find(is_unsaid)
        .map(|member| member.name.clone());
    let uri = format!("{}{separator}{query}", request.uri);
    let body = message.body.map(|body| comparable(body, media_type));
    let mut params = with_tokens(message.params, &operation.input);
    let compared = compared_by(&params);
    match &body {
        Some(
            TestBody::Json(body)
            | TestBody::Text(body)
            | TestBody::Of(TestFormat::Form | TestFormat::Xml, body),
        ) => {
            params = without_unsaid(params, &operation.input, &[&uri, body]);
        }
        Some(TestBody::Of(TestFormat::Cbor, _)) | None => {}
    }
    ReadTest {
        unsaid,
        name: function(names, &message.id, "_request_read"),
        docs: documentation(&message.id, &message.documentation),
        method: request.method,
        uri,
        headers: message.headers.into_iter().collect(),
        body,
        compared,
        params,
    }
}

/// The params without empty lists and maps of which the request says nothing: nobody can read them.
fn without_unsaid(mut params: Value, input: &ir::Structure, said: &[&str]) -> Value {
    let Some(members) = params.as_object_mut() else {
        return params;
    };
    for member in &input.members {
        let name = member.id.member().unwrap_or(&member.wire_name);
        let told = match &member.binding {
            Binding::Query(name) => name,
            _ => &member.written_name,
        };
        let is_empty = members.get(name).is_some_and(|value| match value {
            Value::Array(items) => items.is_empty(),
            Value::Object(entries) => entries.is_empty() && matches!(member.type_, Type::Map(..)),
            _ => false,
        });
        if is_empty && !said.iter().any(|text| text.contains(told)) {
            members.remove(name);
        }
    }
    params
}

fn response(names: &mut Scope, test: HttpResponseTest, kind: &str) -> WrittenTest {
    let (message, response) = (test.message, test.other);
    let headers = message.headers;
    let stated = headers.get("Content-Type");
    let stated = stated.and_then(|media_type| media_type.split(';').next());
    let media_type = message.body_media_type.as_deref().or(stated);
    // A body of which nothing is said is what it looks like.
    let looks_like = |body: &str| match body.chars().next()? {
        '<' => Some("application/xml"),
        '{' => Some("application/json"),
        _ => None,
    };
    let body = message.body.map(|body| match comparable(body, media_type) {
        TestBody::Text(body) => {
            let looks_like = looks_like(&body);
            comparable(body, looks_like)
        }
        body => body,
    });
    WrittenTest {
        name: function(names, &message.id, kind),
        docs: documentation(&message.id, &message.documentation),
        params: message.params,
        status: response.code,
        headers: headers.into_iter().collect(),
        forbidden_headers: response.forbid_headers,
        body,
    }
}
