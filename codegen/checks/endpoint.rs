//! The endpoints that rules give.

use aws_smithy_types::{Document, Number};
use serde_json::{Map, Value};

use crate::support::endpoint::{EndpointError, Parameters, RuleSet};
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
    let found = endpoint.headers();
    let found = found.map(|(name, values)| (name.to_owned(), values.map(str::to_owned).collect()));
    let mut found: Vec<(String, Vec<String>)> = found.collect();
    found.sort();
    let expected = headers.iter().map(|(name, values)| {
        let values = values.iter().map(ToString::to_string);
        ((*name).to_owned(), values.collect())
    });
    let mut expected: Vec<(String, Vec<String>)> = expected.collect();
    expected.sort();
    assert_eq!(found, expected, "the headers");
    let expected: Value = serde_json::from_str(properties).expect("the properties are JSON");
    let found = endpoint.properties().iter();
    let found = found.map(|(name, value)| (name.to_string(), json(value)));
    let mut found: Map<String, Value> = found.collect();
    let schemes = endpoint.auth_schemes().iter();
    let schemes: Vec<Value> = schemes.map(|scheme| json(&scheme.as_document())).collect();
    if !schemes.is_empty() {
        found.insert("authSchemes".to_owned(), schemes.into());
    }
    assert_eq!(Value::Object(found), expected, "the properties");
}

/// Checks that rules refuse these parameters, in these words.
#[track_caller]
pub fn refused(rules: &RuleSet<'_>, parameters: &Parameters<'_>, message: &str) {
    match rules.resolve(parameters) {
        Err(EndpointError::Refused(found)) => assert_eq!(found, message),
        other => panic!("the rules do not refuse: {other:?}"),
    }
}

fn json(property: &Document) -> Value {
    match property {
        Document::Null => Value::Null,
        Document::Bool(value) => Value::from(*value),
        Document::Number(Number::PosInt(value)) => Value::from(*value),
        Document::Number(Number::NegInt(value)) => Value::from(*value),
        Document::Number(Number::Float(value)) => Value::from(*value),
        Document::String(text) => Value::from(text.as_str()),
        Document::Array(items) => items.iter().map(json).collect(),
        Document::Object(members) => {
            let members = members.iter();
            let members = members.map(|(name, value)| (name.clone(), json(value)));
            Value::Object(members.collect())
        }
    }
}
