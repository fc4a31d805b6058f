//! What a rule set gives, as JSON, so that it compares with what a test expects.

use serde_json::{Map, Value, json};

use crate::support::endpoint::{Endpoint, EndpointError, Property};

/// What a rule set gave.
pub(super) fn of(resolved: &Result<Endpoint, EndpointError>) -> Value {
    match resolved {
        Ok(found) => {
            let headers = found.headers().iter();
            let headers = headers.map(|(name, values)| (name.clone(), json!(values)));
            let headers = headers.collect::<Map<_, _>>();
            endpoint(found.url(), headers.into(), record(found.properties()))
        }
        Err(EndpointError::Refused(message)) => refusal(message),
        Err(other) => json!({ "failure": other.to_string() }),
    }
}

/// An endpoint of these parts.
pub(super) fn endpoint(url: &str, headers: Value, properties: Value) -> Value {
    json!({ "url": url, "headers": headers, "properties": properties })
}

/// No endpoint, for this reason.
pub(super) fn refusal(message: &str) -> Value {
    json!({ "error": message })
}

fn record(members: &[(String, Property)]) -> Value {
    let members = members.iter();
    let members = members.map(|(name, value)| (name.clone(), property(value)));
    members.collect::<Map<_, _>>().into()
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
