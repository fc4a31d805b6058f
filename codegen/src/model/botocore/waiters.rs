//! Waiters. Answers are told apart by what Smithy has words for: outputs, and errors by their names.

use serde_json::{Map, Value, json};

use super::beside::{Acceptor, Waiter};
use super::document::Operation;
use super::service::Service;

/// How many errors of one status are told apart. A waiter that means more means none of them.
const ERRORS_OF_STATUS: usize = 16;

/// The longest time between two calls where nothing else is said.
const LONGEST: u32 = 120;

/// A waiter as `@waitable` has it; `None` where nothing of it could ever come about.
pub(super) fn definition(
    waiter: &Waiter,
    operation: &Operation,
    service: &Service<'_>,
) -> Option<Value> {
    let acceptors = waiter.acceptors.iter();
    let acceptors: Vec<Value> = acceptors
        .flat_map(|acceptor| {
            let matchers = matchers(acceptor, operation, service);
            let stated = |matcher| json!({ "state": acceptor.state.as_str(), "matcher": matcher });
            matchers.into_iter().map(stated)
        })
        .collect();
    if !acceptors
        .iter()
        .any(|acceptor| acceptor["state"] == "success")
    {
        return None;
    }
    let mut said = Map::new();
    if let Some(description) = &waiter.description {
        said.insert("documentation".to_owned(), description.as_str().into());
    }
    said.insert("acceptors".to_owned(), Value::Array(acceptors));
    // How often botocore asks says nothing of how long it waits in between.
    said.insert("minDelay".to_owned(), waiter.delay.into());
    if waiter.delay > LONGEST {
        said.insert("maxDelay".to_owned(), waiter.delay.into());
    }
    Some(Value::Object(said))
}

/// Which answers; none where Smithy cannot say it.
fn matchers(acceptor: &Acceptor, operation: &Operation, service: &Service<'_>) -> Vec<Value> {
    let expected = &acceptor.expected;
    let one = match acceptor.matcher.as_str() {
        "path" => match expected {
            Value::Bool(_) => output(acceptor, "booleanEquals"),
            _ => output(acceptor, "stringEquals"),
        },
        "pathAll" => output(acceptor, "allStringEquals"),
        "pathAny" => output(acceptor, "anyStringEquals"),
        "error" => match expected {
            Value::Bool(fails) => Some(json!({ "success": !fails })),
            other => other.as_str().map(|name| json!({ "errorType": name })),
        },
        "status" => return of_status(expected.as_u64(), operation, service),
        _ => None,
    };
    one.into_iter().collect()
}

/// Answers of this status: outputs, or the errors of the operation that have it.
fn of_status(status: Option<u64>, operation: &Operation, service: &Service<'_>) -> Vec<Value> {
    let Some(status) = status else {
        return Vec::new();
    };
    if status == u64::from(operation.http.response_code.unwrap_or(200)) {
        return vec![json!({ "success": true })];
    }
    // What answers `HEAD` has no body that could name an error. Smithy's models call it so.
    if operation.http.method == "HEAD" {
        let is_missing = status == 404;
        return is_missing
            .then(|| json!({ "errorType": "NotFound" }))
            .into_iter()
            .collect();
    }
    let errors = operation.errors.iter().map(|error| error.shape.as_str());
    let has_it = |name: &&str| {
        let shape = service.shape(name);
        let of_shape = shape.and_then(|shape| shape.error.http_status_code);
        of_shape.is_some_and(|of_shape| u64::from(of_shape) == status)
    };
    let named: Vec<Value> = errors
        .filter(has_it)
        .map(|name| json!({ "errorType": name }))
        .take(ERRORS_OF_STATUS + 1)
        .collect();
    if named.len() > ERRORS_OF_STATUS {
        return Vec::new();
    }
    named
}

fn output(acceptor: &Acceptor, comparator: &str) -> Option<Value> {
    let expected = match &acceptor.expected {
        Value::String(text) => text.clone(),
        Value::Bool(value) => value.to_string(),
        _ => return None,
    };
    let path = acceptor.argument.as_deref()?;
    Some(json!({ "output": { "path": path, "expected": expected, "comparator": comparator } }))
}
