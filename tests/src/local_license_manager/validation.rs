//! Judges an operation's input by the constraints that its model states: `@required`,
//! `@length`, `@range`, `@pattern`, `@enum` and the types of members. Nothing here knows a
//! member by name.
//!
//! <https://smithy.io/2.0/spec/constraint-traits.html>

use serde_json::{Value, json};

use super::model::Model;
use super::service_error::ServiceError;

/// Checks the body of a request, where an empty one stands for `{}`. It is read here as whatever JSON it
/// is: that the body is what its operation takes is for this to find out, before anything reads it as that.
///
/// # Errors
/// `SerializationException` where it is not a JSON object, else as [`check`] has it.
pub(super) fn check_body(model: &Model, operation: &str, body: &[u8]) -> Result<(), ServiceError> {
    let no_input = |problem| ServiceError::new("SerializationException", problem);
    let input = match body {
        [] => json!({}),
        body => serde_json::from_slice(body)
            .map_err(|error| no_input(format!("the body is not JSON: {error}")))?,
    };
    if !input.is_object() {
        return Err(no_input("the body must be a JSON object".to_owned()));
    }
    check(model, operation, &input)
}

/// Checks an input.
///
/// # Errors
/// `SerializationException` where a value has the wrong type, else `ValidationException` that
/// lists every constraint that does not hold. Values are never repeated: they may be secret.
fn check(model: &Model, operation: &str, input: &Value) -> Result<(), ServiceError> {
    let Some(shape) = model.structure_of(operation, "input") else {
        return Ok(());
    };
    let mut checker = Checker {
        model,
        wrong_types: Vec::new(),
        violations: Vec::new(),
    };
    checker.members(shape, "", input);
    checker.verdict()
}

/// Walks through an input and collects what is wrong with it.
struct Checker<'a> {
    model: &'a Model,
    wrong_types: Vec<String>,
    violations: Vec<String>,
}

impl Checker<'_> {
    fn members(&mut self, shape: &str, prefix: &str, structure: &Value) {
        for (name, member) in self.model.members(shape) {
            let path = format!("{prefix}{name}");
            match &structure[name] {
                Value::Null if member["traits"]["smithy.api#required"].is_object() => {
                    self.violations.push(format!("`{path}` is required"));
                }
                Value::Null => {}
                value => self.value(member, &path, value),
            }
        }
    }

    /// Checks a value against the shape that its member targets, and against the constraints of
    /// the member itself, which come on top.
    fn value(&mut self, member: &Value, path: &str, value: &Value) {
        let shape = member["target"].as_str().unwrap_or_default();
        let kind = self.model.type_of(shape);
        if !has_type(&kind, value) {
            let problem = format!("`{path}` is not of type {kind}");
            self.wrong_types.push(problem);
            return;
        }
        let definition = self.model.shape(shape).unwrap_or(&Value::Null);
        for bearer in [definition, member] {
            self.constraints(&kind, &bearer["traits"], path, value);
        }
        match (kind.as_str(), value) {
            ("structure" | "union", _) => self.members(shape, &format!("{path}."), value),
            ("enum", _) => self.enum_value(shape, path, value),
            ("list" | "set", Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(&definition["member"], &format!("{path}[{index}]"), item);
                }
            }
            ("map", Value::Object(entries)) => {
                for (key, entry) in entries {
                    let path = format!("{path}.{key}");
                    self.value(&definition["key"], &path, &Value::from(key.as_str()));
                    self.value(&definition["value"], &path, entry);
                }
            }
            _ => {}
        }
    }

    fn enum_value(&mut self, shape: &str, path: &str, value: &Value) {
        let known = self.model.members(shape).any(|(name, member)| {
            let stated = &member["traits"]["smithy.api#enumValue"];
            stated.as_str().unwrap_or(name) == value
        });
        if !known {
            let problem = format!("`{path}` is not one of the values of its enum");
            self.violations.push(problem);
        }
    }

    fn constraints(&mut self, kind: &str, traits: &Value, path: &str, value: &Value) {
        let mut limit = |limits: &str, quantity: Option<f64>, what: String| {
            let problem = quantity.and_then(|quantity| outside(&traits[limits], quantity, &what));
            self.violations.extend(problem);
        };
        let length = length_of(kind, value);
        limit(
            "smithy.api#length",
            length,
            format!("the length of `{path}`"),
        );
        limit("smithy.api#range", value.as_f64(), format!("`{path}`"));

        if let (Some(text), Some(source)) = (value.as_str(), traits["smithy.api#pattern"].as_str())
            && let Some(pattern) = self.model.pattern(source)
            && !pattern.is_match(text)
        {
            let problem = format!("`{path}` must match the pattern {source}");
            self.violations.push(problem);
        }
    }

    fn verdict(self) -> Result<(), ServiceError> {
        let (code, problems) = match (&self.wrong_types[..], &self.violations[..]) {
            ([], []) => return Ok(()),
            ([], violations) => ("ValidationException", violations),
            (wrong_types, _) => ("SerializationException", wrong_types),
        };
        Err(ServiceError::new(code, problems.join("; ")))
    }
}

/// Whether JSON of this kind can be a value of a shape of this type.
fn has_type(kind: &str, value: &Value) -> bool {
    let integer = |min: i64, max: i64| value.as_i64().is_some_and(|n| (min..=max).contains(&n));
    match kind {
        "string" | "enum" | "blob" => value.is_string(),
        "boolean" => value.is_boolean(),
        "byte" => integer(i8::MIN.into(), i8::MAX.into()),
        "short" => integer(i16::MIN.into(), i16::MAX.into()),
        "integer" | "intEnum" => integer(i32::MIN.into(), i32::MAX.into()),
        "long" => value.is_i64(),
        "float" | "double" => {
            value.is_number() || matches!(value.as_str(), Some("NaN" | "Infinity" | "-Infinity"))
        }
        "bigInteger" | "bigDecimal" => value.is_number(),
        "timestamp" => value.is_number() || value.is_string(),
        "list" | "set" => value.is_array(),
        "map" | "structure" | "union" => value.is_object(),
        _ => true,
    }
}

/// What `@length` counts: characters, items, entries, or the bytes that base64 stands for.
#[allow(clippy::cast_precision_loss, reason = "no body has 2^52 of anything")]
fn length_of(kind: &str, value: &Value) -> Option<f64> {
    let length = match value {
        Value::String(base64) if kind == "blob" => base64.trim_end_matches('=').len() * 3 / 4,
        Value::String(text) => text.chars().count(),
        Value::Array(items) => items.len(),
        Value::Object(entries) => entries.len(),
        _ => return None,
    };
    Some(length as f64)
}

/// What is wrong with a quantity that limits `{"min", "max"}` apply to.
fn outside(limits: &Value, quantity: f64, what: &str) -> Option<String> {
    match (limits["min"].as_f64(), limits["max"].as_f64()) {
        (Some(min), _) if quantity < min => Some(format!("{what} must be at least {min}")),
        (_, Some(max)) if quantity > max => Some(format!("{what} must be at most {max}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
