//! The service's Smithy model, as far as a server needs it: which operations there are, what
//! their inputs look like, and with which status each error travels.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value};

/// A Smithy JSON AST with the patterns of its strings compiled.
#[derive(Debug)]
pub(super) struct Model {
    /// The shape id of the service, e.g. `com.example#Weather`.
    service: String,
    shapes: Map<String, Value>,
    patterns: HashMap<String, Regex>,
}

impl Model {
    /// The model of License Manager.
    ///
    /// # Errors
    /// Where the model is not a Smithy JSON AST with one service.
    pub(super) fn license_manager() -> Result<&'static Self, &'static str> {
        static MODEL: LazyLock<Result<Model, String>> =
            LazyLock::new(|| Model::parse(include_str!("../../../model/license-manager.json")));
        MODEL.as_ref().map_err(String::as_str)
    }

    /// Reads a model.
    ///
    /// # Errors
    /// Where it is not a Smithy JSON AST with one service, or a pattern in it is not a regular
    /// expression.
    pub(super) fn parse(json: &str) -> Result<Self, String> {
        let mut document: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let Some(Value::Object(shapes)) = document.get_mut("shapes").map(Value::take) else {
            return Err("the model has no `shapes`".to_owned());
        };
        let service = shapes
            .iter()
            .find(|(_, shape)| shape["type"] == "service")
            .map(|(id, _)| id.clone())
            .ok_or("the model has no service")?;
        let mut patterns = HashMap::new();
        for pattern in shapes.values().flat_map(patterns_of) {
            let regex = Regex::new(pattern).map_err(|error| error.to_string())?;
            patterns.insert(pattern.to_owned(), regex);
        }
        Ok(Self {
            service,
            shapes,
            patterns,
        })
    }

    /// The namespace of the service, e.g. `com.example`.
    pub(super) fn namespace(&self) -> &str {
        self.service.split('#').next().unwrap_or_default()
    }

    /// The service's name without its namespace, e.g. `Weather`.
    pub(super) fn service_name(&self) -> &str {
        self.service.rsplit('#').next().unwrap_or_default()
    }

    /// The shape id of an operation's `input` or `output`.
    pub(super) fn structure_of(&self, operation: &str, direction: &str) -> Option<&str> {
        self.named(operation)?[direction]["target"].as_str()
    }

    /// The HTTP status of an error shape, if the model has it.
    pub(super) fn error_status(&self, code: &str) -> Option<u16> {
        let traits = &self.named(code)?["traits"];
        let by_fault = match traits["smithy.api#error"].as_str()? {
            "server" => 500,
            _ => 400,
        };
        let stated = traits["smithy.api#httpError"].as_u64();
        Some(stated.map_or(by_fault, |status| u16::try_from(status).unwrap_or(by_fault)))
    }

    /// The shape with this id. Shapes of Smithy's prelude are known by their type alone.
    pub(super) fn shape(&self, id: &str) -> Option<&Value> {
        self.shapes.get(id)
    }

    /// The type of a shape, e.g. `structure`.
    pub(super) fn type_of(&self, id: &str) -> String {
        if let Some(shape) = self.shape(id) {
            return shape["type"].as_str().unwrap_or_default().to_owned();
        }
        let prelude = id.strip_prefix("smithy.api#").unwrap_or_default();
        let mut kind = prelude
            .strip_prefix("Primitive")
            .unwrap_or(prelude)
            .to_owned();
        if let Some(initial) = kind.get_mut(..1) {
            initial.make_ascii_lowercase();
        }
        kind
    }

    /// The members of a structure or union, each with its name.
    pub(super) fn members(&self, id: &str) -> impl Iterator<Item = (&str, &Value)> {
        self.shape(id)
            .and_then(|shape| shape["members"].as_object())
            .into_iter()
            .flatten()
            .map(|(name, member)| (name.as_str(), member))
    }

    /// A pattern of this model, compiled.
    pub(super) fn pattern(&self, source: &str) -> Option<&Regex> {
        self.patterns.get(source)
    }

    fn named(&self, name: &str) -> Option<&Value> {
        self.shape(&format!("{}#{name}", self.namespace()))
    }
}

/// The values of `@pattern` on a shape and on its members.
fn patterns_of(shape: &Value) -> impl Iterator<Item = &str> {
    let members = shape["members"].as_object().into_iter().flatten();
    let single = ["member", "key", "value"]
        .into_iter()
        .map(|part| &shape[part]);
    members
        .map(|(_, member)| member)
        .chain(single)
        .chain([shape])
        .filter_map(|bearer| bearer["traits"]["smithy.api#pattern"].as_str())
}
