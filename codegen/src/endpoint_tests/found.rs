//! What a rule set gives, as JSON, so that it compares with what a test expects.

use aws_smithy_types::{Document, Number};
use serde_json::{Map, Value, json};

use crate::support::endpoint::{Endpoint, EndpointError};

/// What a rule set gave.
pub(super) fn of(resolved: &Result<Endpoint, EndpointError>) -> Value {
    match resolved {
        Ok(found) => {
            let headers = found.headers();
            let headers = headers.map(|(name, values)| (name.to_owned(), values.collect()));
            let headers = headers.collect::<Map<_, _>>();
            let properties = found.properties().iter();
            let properties = properties.map(|(name, value)| (name.to_string(), property(value)));
            let mut properties = properties.collect::<Map<_, _>>();
            let schemes = found.auth_schemes().iter();
            let schemes: Vec<Value> = schemes.map(|one| property(&one.as_document())).collect();
            if !schemes.is_empty() {
                properties.insert("authSchemes".to_owned(), schemes.into());
            }
            endpoint(found.url(), headers.into(), properties.into())
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

fn property(value: &Document) -> Value {
    match value {
        Document::Null => Value::Null,
        Document::Bool(value) => json!(value),
        Document::Number(Number::PosInt(value)) => json!(value),
        Document::Number(Number::NegInt(value)) => json!(value),
        Document::Number(Number::Float(value)) => json!(value),
        Document::String(text) => json!(text),
        Document::Array(items) => items.iter().map(property).collect(),
        Document::Object(members) => {
            let members = members.iter();
            let members = members.map(|(name, value)| (name.clone(), property(value)));
            members.collect::<Map<_, _>>().into()
        }
    }
}
