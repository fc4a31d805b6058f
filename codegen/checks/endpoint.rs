//! The endpoints that rules give.

use serde_json::{Map, Value};

use crate::support::endpoint::{EndpointError, Parameters, Property, RuleSet};
use crate::support::operation::Operation;

/// What an input says to the rules.
#[track_caller]
pub fn said_by(input: &impl Operation) -> Parameters<'_> {
    let parameters = input.endpoint_parameters();
    parameters.expect("the input says where it goes")
}

/// Checks that rules give this endpoint; `properties` is an object of JSON.
#[track_caller]
pub fn resolved(
    rules: &RuleSet<'_>,
    parameters: &Parameters<'_>,
    url: &str,
    headers: &[(&str, &[&str])],
    properties: &str,
) {
    let endpoint = rules
        .resolve(parameters)
        .expect("the rules give an endpoint");
    assert_eq!(endpoint.url(), url, "the URL");
    let mut found = endpoint.headers().to_vec();
    found.sort();
    let expected = headers.iter().map(|(name, values)| {
        let values = values.iter().map(ToString::to_string);
        ((*name).to_owned(), values.collect())
    });
    let mut expected: Vec<(String, Vec<String>)> = expected.collect();
    expected.sort();
    assert_eq!(found, expected, "the headers");
    let expected: Value = serde_json::from_str(properties).expect("the properties are JSON");
    assert_eq!(record(endpoint.properties()), expected, "the properties");
}

/// Checks that rules refuse these parameters, in these words.
#[track_caller]
pub fn refused(rules: &RuleSet<'_>, parameters: &Parameters<'_>, message: &str) {
    let found = rules.resolve(parameters);
    assert_eq!(found, Err(EndpointError::Refused(message.to_owned())));
}

fn record(members: &[(String, Property)]) -> Value {
    let members = members
        .iter()
        .map(|(name, value)| (name.clone(), json(value)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn json(property: &Property) -> Value {
    match property {
        Property::Boolean(value) => Value::from(*value),
        Property::Integer(value) => Value::from(*value),
        Property::String(text) => Value::from(text.as_str()),
        Property::List(items) => items.iter().map(json).collect(),
        Property::Record(members) => record(members),
        other => panic!("no test has a property such as {other:?}"),
    }
}
