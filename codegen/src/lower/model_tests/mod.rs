//! The tests that a model carries: those of the service's protocol that a client must pass, and
//! those of its endpoint rules.

mod endpoint;
mod events;
mod protocol;
mod served;
mod served_events;

use serde_json::Value;

use crate::ir::{self, ComparedBy, TestBody, TestFormat};
use crate::lower::docs;
use crate::model::{Model, Shape};
use crate::rust::{Ident, Scope, snake_case};

/// How long the name of a test may be; what is longer is cut between two words.
const MAX_NAME: usize = 80;

/// The tests of a service that has been lowered.
pub fn model_tests(model: &Model, shape: &Shape, service: &ir::Service) -> ir::Tests {
    let of_operations = service.operations.iter().map(|operation| {
        let shape = model.shape(&operation.id);
        shape.map_or_else(ir::OperationTests::default, |shape| ir::OperationTests {
            served: served::of_operation(shape, service, operation),
            ..protocol::of_operation(shape, service, operation)
        })
    });
    ir::Tests {
        operations: of_operations.collect(),
        errors: protocol::of_errors(model, service),
        told_errors: served::of_errors(model, service),
        endpoints: endpoint::of_service(shape, service),
    }
}

/// The name of a test's function, which no other test in the scope has.
fn function(scope: &mut Scope, title: &str, kind: &str) -> Ident {
    let words = snake_case(title);
    let mut end = words.len().min(MAX_NAME);
    if end < words.len() {
        end = words[..end].rfind('_').unwrap_or(end);
    }
    let name = match &words[..end] {
        "" => "test",
        words => words,
    };
    scope.claim(&format!("{name}{kind}"), "_")
}

fn documentation(id: &str, documentation: &str) -> String {
    let id = docs::code(id);
    match docs::markdown(documentation).as_str() {
        "" => id,
        documentation => format!("{id}\n\n{documentation}"),
    }
}

/// A body with what its media type says of comparing it.
fn comparable(body: String, media_type: Option<&str>) -> TestBody {
    let media_type = media_type.unwrap_or_default();
    let is = |format: &str| {
        let (application, suffix) = (format!("application/{format}"), format!("+{format}"));
        let is_text = media_type.strip_prefix("text/") == Some(format);
        is_text || media_type == application || media_type.ends_with(&suffix)
    };
    if body.is_empty() {
        TestBody::Text(body)
    } else if is("json") {
        TestBody::Json(body)
    } else if is("cbor") {
        TestBody::Of(TestFormat::Cbor, body)
    } else if is("xml") {
        TestBody::Of(TestFormat::Xml, body)
    } else if is("x-www-form-urlencoded") {
        TestBody::Of(TestFormat::Form, body)
    } else {
        TestBody::Text(body)
    }
}

/// `NaN` does not equal itself.
fn compared_by(params: &Value) -> ComparedBy {
    fn has_nan(value: &Value) -> bool {
        match value {
            Value::String(text) => text == "NaN",
            Value::Array(values) => values.iter().any(has_nan),
            Value::Object(members) => members.values().any(has_nan),
            _ => false,
        }
    }
    if has_nan(params) {
        ComparedBy::DebugText
    } else {
        ComparedBy::Equality
    }
}
