//! Runs the test cases of `smithy.rules#endpointTests` on the tables of a rule set.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::tables::tables;
use crate::support::endpoint::{
    Endpoint, EndpointError, ParameterValue, Parameters, Property, RuleSet,
};

/// What went wrong, one line a case.
pub fn failures(rule_set: &Value, cases: &[Value]) -> Vec<String> {
    let rule_set = tables(rule_set);
    let failure = |case: &Value| {
        let expected = expectation(&case["expect"]);
        let found = outcome(&resolve(&rule_set, &case["params"]));
        (expected != found).then(|| {
            let case = case["documentation"].as_str().unwrap_or("a case");
            format!("{case}: expected {expected}, found {found}")
        })
    };
    cases.iter().filter_map(failure).collect()
}

/// The endpoint of a rule set for the parameters of a test case.
pub fn resolve(rule_set: &RuleSet<'_>, params: &Value) -> Result<Endpoint, EndpointError> {
    let params = params.as_object().into_iter().flatten();
    let parameters = params.fold(Parameters::new(), |parameters, (name, value)| {
        parameters.set(name.as_str(), parameter(value))
    });
    rule_set.resolve(&parameters)
}

fn parameter(value: &Value) -> ParameterValue<'_> {
    match value {
        Value::Bool(value) => (*value).into(),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => {
            let items = items.iter().filter_map(Value::as_str).map(Cow::from);
            ParameterValue::StringArray(items.collect())
        }
        other => panic!("{other} is no parameter of a test case"),
    }
}

/// What a case expects, with everything in it that may be left out.
fn expectation(expected: &Value) -> Value {
    let Value::Object(endpoint) = &expected["endpoint"] else {
        return expected.clone();
    };
    let member = |name| endpoint.get(name).cloned().unwrap_or_else(|| json!({}));
    json!({
        "url": endpoint["url"],
        "headers": member("headers"),
        "properties": member("properties"),
    })
}

/// What a rule set gave, in the form that a case expects.
fn outcome(resolved: &Result<Endpoint, EndpointError>) -> Value {
    match resolved {
        Ok(endpoint) => json!({
            "url": endpoint.url(),
            "headers": Value::Object(endpoint.headers().iter().map(|(name, values)| (name.clone(), json!(values))).collect()),
            "properties": record(endpoint.properties()),
        }),
        Err(EndpointError::Refused(message)) => json!({ "error": message }),
        Err(other) => json!({ "failure": other.to_string() }),
    }
}

fn record(members: &[(String, Property)]) -> Value {
    let members = members.iter();
    Value::Object(
        members
            .map(|(name, value)| (name.clone(), property(value)))
            .collect(),
    )
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
