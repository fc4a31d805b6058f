//! Runs the tests of endpoint rules that a model carries (`smithy.rules#endpointTests`), with the
//! tables and the evaluator that generated crates have, and without compiling one.

mod tables;

use std::borrow::Cow;

use bumpalo::Bump;
use serde_json::{Map, Value, json};

use crate::diagnostic::Diagnostics;
use crate::lower;
use crate::model::traits::{self, EndpointExpectation, EndpointTests};
use crate::model::{Model, Shape};
use crate::support::endpoint::{
    Endpoint, EndpointError, ParameterValue, Parameters, Property, RuleSet,
};

#[cfg(test)]
pub(crate) use tables::tables;

/// How the tests of a service went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many there are.
    pub tests: usize,
    /// What went wrong, a sentence for each test that failed.
    pub failures: Vec<String>,
}

/// Runs the endpoint tests of a service. One without rules has none.
///
/// # Errors
/// All problems of the service's rules.
pub fn run(model: &Model, service: &Shape) -> Result<Outcome, Diagnostics> {
    let rule_set = lower::endpoint::of(model, service)?;
    let tests = service.traits.get::<EndpointTests>();
    let (Some(rule_set), Some(tests)) = (rule_set, tests) else {
        return Ok(Outcome::default());
    };
    let arena = Bump::new();
    let rule_set = tables::tables(&arena, &rule_set);
    let failures = tests.test_cases.iter();
    Ok(Outcome {
        tests: tests.test_cases.len(),
        failures: failures
            .filter_map(|test| failure(&rule_set, test))
            .collect(),
    })
}

/// What went wrong with a test, if anything did.
fn failure(rule_set: &RuleSet<'_>, test: &traits::EndpointTest) -> Option<String> {
    let mut parameters = Parameters::new();
    for (name, value) in &test.params {
        let Some(value) = parameter(value) else {
            return Some(format!(
                "{}: no parameter can be {value}",
                test.documentation
            ));
        };
        parameters = parameters.set(name.as_str(), value);
    }
    let expected = match &test.expect {
        EndpointExpectation::Error(message) => json!({ "error": message }),
        EndpointExpectation::Endpoint(endpoint) => json!({ "endpoint": {
            "url": endpoint.url,
            "headers": endpoint.headers,
            "properties": endpoint.properties,
        } }),
    };
    let found = found(&rule_set.resolve(&parameters));
    (expected != found)
        .then(|| format!("{}: expected {expected}, found {found}", test.documentation))
}

fn parameter(value: &Value) -> Option<ParameterValue<'_>> {
    Some(match value {
        Value::Bool(value) => (*value).into(),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => {
            let items = items.iter().map(|item| item.as_str().map(Cow::from));
            ParameterValue::StringArray(items.collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

/// What the rules gave, in the form of an expectation.
fn found(resolved: &Result<Endpoint, EndpointError>) -> Value {
    match resolved {
        Ok(endpoint) => {
            let headers = endpoint.headers().iter();
            let headers = headers.map(|(name, values)| (name.clone(), json!(values)));
            json!({ "endpoint": {
                "url": endpoint.url(),
                "headers": headers.collect::<Map<_, _>>(),
                "properties": record(endpoint.properties()),
            } })
        }
        Err(EndpointError::Refused(message)) => json!({ "error": message }),
        Err(other) => json!({ "failure": other.to_string() }),
    }
}

fn record(members: &[(String, Property)]) -> Value {
    let members = members.iter();
    let members = members.map(|(name, value)| (name.clone(), property(value)));
    Value::Object(members.collect())
}

fn property(value: &Property) -> Value {
    match value {
        Property::Boolean(value) => json!(value),
        Property::Integer(value) => json!(value),
        Property::String(text) => json!(text),
        Property::List(items) => items.iter().map(property).collect(),
        Property::Record(members) => record(members),
    }
}
