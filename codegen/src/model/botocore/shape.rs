//! Shapes: types of data.

use serde_json::{Map, Value, json};

use super::document::Shape;
use super::pattern;
use super::service::{Made, Service};
use super::structure::Structure;
use super::words::{deprecated, documentation, flag, timestamp_format};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::model::ast::{Definition, Members};
use crate::model::traits::{
    AwsQueryError, Error, HttpError, Length, MediaType, Pattern, Range, RequiresLength, Retryable,
    Sensitive, Sparse, Streaming, StringEnum, Trait, Traits, XmlName,
};

/// The types of botocore, and what they are in Smithy.
const TYPES: [(&str, &str); 17] = [
    ("structure", "structure"),
    ("list", "list"),
    ("map", "map"),
    ("string", "string"),
    ("character", "string"),
    ("boolean", "boolean"),
    ("byte", "byte"),
    ("short", "short"),
    ("integer", "integer"),
    ("long", "long"),
    ("biginteger", "bigInteger"),
    ("float", "float"),
    ("double", "double"),
    ("bigdecimal", "bigDecimal"),
    ("blob", "blob"),
    ("timestamp", "timestamp"),
    ("document", "document"),
];

impl Service<'_> {
    /// What the JSON AST says of a shape; `None` where it is of a type that nobody knows.
    pub(super) fn definition(&self, name: &str, shape: &Shape) -> Option<Definition> {
        let (_, kind) = TYPES.into_iter().find(|(known, _)| *known == shape.kind)?;
        let kind = match kind {
            "structure" if shape.document => "document",
            "structure" if shape.union || shape.eventstream => "union",
            kind => kind,
        };
        let mut definition = Definition::new(kind.to_owned());
        let traits = &mut definition.traits;
        documentation(traits, shape.documentation.as_deref());
        deprecated(
            traits,
            shape.deprecated,
            shape.deprecated_message.as_deref(),
            shape.deprecated_since.as_deref(),
        );
        flag(traits, Sensitive::ID, shape.sensitive);
        match kind {
            "structure" | "union" => {
                let structure = Structure::new(shape);
                let members = shape.members.0.iter();
                let members =
                    members.filter(|(name, member)| !structure.has_replaced(name, member));
                let members = members
                    .map(|(name, member)| (name.clone(), self.member_of(&structure, name, member)));
                definition.members = Members(members.collect());
                flag(traits, Streaming::ID, shape.eventstream);
                self.root_name(name, shape, traits);
                self.error(name, shape, traits);
            }
            "list" => {
                definition.member = shape.member.as_ref().map(|item| self.item(item));
                flag(traits, Sparse::ID, shape.sparse);
                limits(traits, Length::ID, shape);
            }
            "map" => {
                definition.key = shape.key.as_ref().map(|item| self.item(item));
                definition.value = shape.value.as_ref().map(|item| self.item(item));
                flag(traits, Sparse::ID, shape.sparse);
                limits(traits, Length::ID, shape);
            }
            "string" => {
                limits(traits, Length::ID, shape);
                text(traits, shape);
            }
            "blob" => {
                limits(traits, Length::ID, shape);
                flag(traits, Streaming::ID, shape.streaming);
                flag(traits, RequiresLength::ID, shape.requires_length);
            }
            "timestamp" => timestamp_format(traits, shape.timestamp_format.as_deref()),
            "boolean" | "document" => {}
            _ => limits(traits, Range::ID, shape),
        }
        Some(definition)
    }

    /// A shape of which a member says what only shapes do in Smithy.
    pub(super) fn made(&self, name: &str, shape: &Shape, made: Made) -> Option<Definition> {
        let mut definition = self.definition(name, shape)?;
        match made {
            Made::Streaming => definition.traits.set(Streaming::ID, json!({})),
            Made::Json => definition
                .traits
                .set(MediaType::ID, json!("application/json")),
        }
        Some(definition)
    }

    /// What the root of a document is called.
    fn root_name(&self, name: &str, shape: &Shape, traits: &mut Traits) {
        let as_input = self.input_names.get(name).copied();
        let named = shape
            .location_name
            .as_deref()
            .or(as_input.filter(|named| *named != name));
        if let Some(named) = named.filter(|_| self.protocols.has_xml) {
            traits.set(XmlName::ID, json!(named));
        }
    }

    /// What errors say beside their members.
    fn error(&self, name: &str, shape: &Shape, traits: &mut Traits) {
        if !shape.exception {
            return;
        }
        let status = shape.error.http_status_code;
        let is_servers = shape.fault || status.is_some_and(|status| status >= 500);
        let side = if is_servers { "server" } else { "client" };
        traits.set(Error::ID, json!(side));
        if let Some(status) = status {
            traits.set(HttpError::ID, json!(status));
        }
        if self.protocols.has_codes
            && let Some(code) = shape.error.code.as_deref().filter(|code| *code != name)
        {
            let status = status.unwrap_or(if is_servers { 500 } else { 400 });
            let value = json!({ "code": code, "httpResponseCode": status });
            traits.set(AwsQueryError::ID, value);
        }
        if let Some(retryable) = &shape.retryable {
            traits.set(Retryable::ID, json!({ "throttling": retryable.throttling }));
        }
    }
}

/// That a shape is of a type that nobody knows.
pub(super) fn unknown_type(name: &str, kind: &str) -> Diagnostic {
    let message = format!("`{name}` has the type `{kind}`, which botocore does not have");
    let known = || TYPES.iter().map(|(known, _)| *known);
    let help = did_you_mean(kind, known())
        .unwrap_or_else(|| format!("use one of {}", known().collect::<Vec<_>>().join(", ")));
    Diagnostic::new(Code::UnknownShapeType, message).help(help)
}

/// How long a value may be, or how large.
fn limits(traits: &mut Traits, id: &str, shape: &Shape) {
    let limits = [("min", &shape.min), ("max", &shape.max)];
    let limits = limits.into_iter().filter_map(|(key, limit)| {
        let limit = limit.clone()?;
        Some((key.to_owned(), Value::Number(limit)))
    });
    let limits: Map<String, Value> = limits.collect();
    if !limits.is_empty() {
        traits.set(id, Value::Object(limits));
    }
}

/// What a string may be.
fn text(traits: &mut Traits, shape: &Shape) {
    if let Some(pattern) = &shape.pattern {
        traits.set(Pattern::ID, json!(pattern::anywhere(pattern)));
    }
    if !shape.values.is_empty() {
        // Values have no names here, as in Smithy 1.0: what gives them names is the same.
        let values = shape.values.iter().map(|value| json!({ "value": value }));
        traits.set(StringEnum::ID, Value::Array(values.collect()));
    }
}
