//! Waiters. Answers are told apart by what Smithy has words for: outputs, and errors by their names.

use serde_json::{Map, Value, json};

use super::document::{Acceptor, Operation, Waiter};

/// The longest time between two calls where nothing else is said.
const LONGEST: u32 = 120;

/// A waiter as `@waitable` has it; `None` where nothing of it could ever come about.
pub(super) fn definition(waiter: &Waiter, operation: &Operation) -> Option<Value> {
    let acceptors = waiter.acceptors.iter();
    let acceptors: Vec<Value> = acceptors
        .filter_map(|acceptor| {
            let matcher = matcher(acceptor, operation)?;
            Some(json!({ "state": acceptor.state, "matcher": matcher }))
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

/// Which answer; `None` where Smithy cannot say it.
fn matcher(acceptor: &Acceptor, operation: &Operation) -> Option<Value> {
    let expected = &acceptor.expected;
    Some(match acceptor.matcher.as_str() {
        "path" => match expected {
            Value::Bool(_) => output(acceptor, "booleanEquals")?,
            _ => output(acceptor, "stringEquals")?,
        },
        "pathAll" => output(acceptor, "allStringEquals")?,
        "pathAny" => output(acceptor, "anyStringEquals")?,
        "error" => match expected {
            Value::Bool(fails) => json!({ "success": !fails }),
            other => json!({ "errorType": other.as_str()? }),
        },
        "status" => match expected.as_u64()? {
            200 => json!({ "success": true }),
            // What answers `HEAD` has no body that could name an error. Smithy's models call it so.
            404 if operation.http.method == "HEAD" => json!({ "errorType": "NotFound" }),
            _ => return None,
        },
        _ => return None,
    })
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
