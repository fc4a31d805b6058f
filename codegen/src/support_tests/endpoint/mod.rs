//! What the tables of endpoint rules mean, and that the tests which models carry pass.

mod broken_tables;
pub mod corpus;
mod functions;
mod getters;
mod hosts;
mod last;
mod parameters;
mod partitions;
mod rules;
mod tables;
mod urls;

use serde_json::{Value, json};

use crate::support::endpoint::{Endpoint, EndpointError, Parameters};

/// What a rule set of these rules gives without parameters.
fn resolved(rules: &Value) -> Result<Endpoint, EndpointError> {
    resolved_with(&json!({}), rules, &Parameters::new())
}

/// What a rule set of these parameters and rules gives.
fn resolved_with(
    declared: &Value,
    rules: &Value,
    given: &Parameters<'_>,
) -> Result<Endpoint, EndpointError> {
    let rule_set = json!({ "version": "1.0", "parameters": declared, "rules": rules });
    tables::tables(&rule_set).resolve(given)
}

/// The string that an expression comes to; `None` where it is absent. The names `text` and
/// `nothing` stand for the given text and for a parameter without a value.
fn evaluated(expression: &Value, text: &str) -> Option<String> {
    let mut condition = expression.clone();
    condition["assign"] = json!("found");
    let rules = json!([
        { "type": "error", "conditions": [condition], "error": "{found}" },
        { "type": "endpoint", "conditions": [], "endpoint": { "url": "https://absent.test" } },
    ]);
    let declared = json!({ "text": { "type": "string" }, "nothing": { "type": "string" } });
    match resolved_with(&declared, &rules, &Parameters::new().set("text", text)) {
        Err(EndpointError::Refused(found)) => Some(found),
        Ok(_) => None,
        Err(other) => panic!("the expression has no string: {other}"),
    }
}

/// Whether a condition holds. The name `text` stands for the given text.
fn holds(condition: &Value, text: &str) -> bool {
    let rules = json!([
        { "type": "error", "conditions": [condition], "error": "it holds" },
        { "type": "endpoint", "conditions": [], "endpoint": { "url": "https://absent.test" } },
    ]);
    let declared = json!({ "text": { "type": "string" }, "nothing": { "type": "string" } });
    resolved_with(&declared, &rules, &Parameters::new().set("text", text)).is_err()
}
