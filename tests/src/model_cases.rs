//! What was recorded elsewhere, as tests that a model carries: the generator makes tests of the crate of
//! them.
//!
//! <https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html>

use std::path::Path;

use aws_smithy_types::base64;
use serde_json::{Map, Value, json};

use crate::workspace::read;

/// The trait with the requests of operations.
pub const REQUESTS: &str = "smithy.test#httpRequestTests";

/// The trait with the responses of operations and errors.
pub const RESPONSES: &str = "smithy.test#httpResponseTests";

/// A model in the JSON AST, whose own tests are left out.
pub struct ModelWithCases {
    model: Value,
}

impl ModelWithCases {
    /// Reads a model.
    ///
    /// # Panics
    ///
    /// Where it is none.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let mut model: Value = serde_json::from_str(&read(path)).expect("the model is JSON");
        let shapes = model["shapes"]
            .as_object_mut()
            .expect("shapes by their ids");
        for shape in shapes.values_mut() {
            if let Some(traits) = shape.get_mut("traits").and_then(Value::as_object_mut) {
                for tests in ["smithy.rules#endpointTests", REQUESTS, RESPONSES] {
                    traits.remove(tests);
                }
            }
        }
        Self { model }
    }

    /// The id of an operation whose name has these letters, whichever of them are capital.
    #[must_use]
    pub fn operation(&self, name: &str) -> Option<String> {
        let shapes = self.model["shapes"].as_object()?;
        let mut operations = shapes
            .iter()
            .filter(|(_, shape)| shape["type"] == "operation");
        let is_called = |id: &str| name_of(id).eq_ignore_ascii_case(name);
        let (id, _) = operations.find(|(id, _)| is_called(id))?;
        Some(id.clone())
    }

    /// The id of what an operation takes (`input`) or gives (`output`).
    #[must_use]
    pub fn structure(&self, operation: &str, which: &str) -> Option<String> {
        let target = self.shape(operation).get(which)?["target"].as_str()?;
        Some(target.to_owned())
    }

    /// The error that an operation has for a code.
    #[must_use]
    pub fn error(&self, operation: &str, code: &str) -> Option<String> {
        let errors = self.shape(operation)["errors"].as_array()?;
        let ids = errors.iter().filter_map(|error| error["target"].as_str());
        let mut found = ids.filter(|id| {
            let query = &self.shape(id)["traits"]["aws.protocols#awsQueryError"]["code"];
            query.as_str().unwrap_or(name_of(id)) == code
        });
        found.next().map(str::to_owned)
    }

    /// Makes the service speak a protocol, if it does not.
    ///
    /// # Panics
    ///
    /// Where the model has no service.
    pub fn speaks(&mut self, protocol: &str) {
        let shapes = self.model["shapes"].as_object_mut();
        let mut shapes = shapes.expect("shapes by their ids").values_mut();
        let service = shapes.find(|shape| shape["type"] == "service");
        let traits = &mut service.expect("the model has a service")["traits"];
        if traits[protocol].is_null() {
            traits[protocol] = json!({});
        }
    }

    /// Takes a parameter with a fixed value out of the queries of all operations.
    ///
    /// # Panics
    ///
    /// Where the model has no shapes.
    pub fn asks_without(&mut self, parameter: &str) {
        let shapes = self.model["shapes"].as_object_mut();
        for shape in shapes.expect("shapes by their ids").values_mut() {
            let Some(uri) = shape.pointer_mut("/traits/smithy.api#http/uri") else {
                continue;
            };
            let text = uri.as_str().unwrap_or_default();
            if let Some((path, query)) = text.split_once('?') {
                let query = query.split('&');
                let others = query.filter(|one| one.split('=').next() != Some(parameter));
                let others: Vec<&str> = others.collect();
                *uri = match others.as_slice() {
                    [] => path.into(),
                    others => format!("{path}?{}", others.join("&")).into(),
                };
            }
        }
    }

    /// The members of a structure that have a random value where they are not set.
    #[must_use]
    pub fn idempotency_tokens(&self, structure: &str) -> Vec<String> {
        let members = self.shape(structure)["members"].as_object();
        let is_token = |member: &Value| !member["traits"]["smithy.api#idempotencyToken"].is_null();
        let tokens = members.into_iter().flatten();
        let tokens = tokens.filter(|(_, member)| is_token(member));
        tokens.map(|(name, _)| name.clone()).collect()
    }

    /// The member of a structure whose name has these letters, whichever of them are capital.
    #[must_use]
    pub fn member(&self, structure: &str, name: &str) -> Option<String> {
        let members = self.shape(structure)["members"].as_object()?;
        let mut names = members.keys();
        names
            .find(|member| member.eq_ignore_ascii_case(name))
            .cloned()
    }

    /// A value as botocore has it, as the params of a test: what JSON has no values for is written as
    /// there.
    ///
    /// # Errors
    ///
    /// Where a value is not of the shape that it should be of: the path to it.
    pub fn params(&self, shape: &str, value: &Value) -> Result<Value, String> {
        let of_member = |member: &Value, name: &str, value: &Value| {
            let target = member["target"].as_str().unwrap_or_default();
            let params = self.params(target, value);
            params.map_err(|path| format!("{name}/{path}"))
        };
        let type_ = self.type_of(shape);
        match (type_.as_str(), value) {
            ("structure" | "union", Value::Object(members)) => members
                .iter()
                .map(|(name, value)| {
                    let member = self.shape(shape)["members"].get(name);
                    let member = member.ok_or(format!("{name} is no member of {shape}"))?;
                    Ok((name.clone(), of_member(member, name, value)?))
                })
                .collect::<Result<Map<_, _>, _>>()
                .map(Value::Object),
            ("map", Value::Object(entries)) => entries
                .iter()
                .map(|(key, value)| {
                    Ok((
                        key.clone(),
                        of_member(&self.shape(shape)["value"], key, value)?,
                    ))
                })
                .collect::<Result<Map<_, _>, _>>()
                .map(Value::Object),
            ("list", Value::Array(values)) => {
                let member = &self.shape(shape)["member"];
                let values = values.iter().enumerate();
                values
                    .map(|(index, value)| of_member(member, &index.to_string(), value))
                    .collect::<Result<Vec<_>, _>>()
                    .map(Value::Array)
            }
            ("timestamp", Value::String(_)) => Ok(value.clone()),
            ("timestamp", value) => Ok(value["$timestamp"].clone()),
            ("blob", Value::String(_)) => Ok(value.clone()),
            ("blob", value) if value["$stream"].is_string() => Ok(value["$stream"].clone()),
            ("blob", value) => {
                let base64 = value["$blob"].as_str().unwrap_or_default();
                let bytes = base64::decode(base64).map_err(|error| error.to_string())?;
                let text = String::from_utf8(bytes);
                Ok(text.unwrap_or_else(|_| no_text(base64)).into())
            }
            // botocore has texts for some numbers of Route 53.
            ("integer", Value::String(digits)) => {
                let number: Result<i32, _> = digits.parse();
                number.map(Value::from).map_err(|error| error.to_string())
            }
            // It has numbers for some texts of S3.
            ("string", Value::Number(number)) => Ok(number.to_string().into()),
            ("boolean", Value::Bool(_))
            | ("byte" | "short" | "integer" | "long" | "float" | "double", Value::Number(_))
            | ("string" | "enum", Value::String(_)) => Ok(value.clone()),
            (type_, _) => Err(format!("{value} is no {type_}")),
        }
    }

    /// Gives a shape another test, of clients alone: a double of the service writes a message in its own way, where
    /// what was recorded has another namespace, say.
    ///
    /// # Panics
    ///
    /// Where there is no such shape.
    pub fn add(&mut self, shape: &str, tests: &str, mut case: Value) {
        case["appliesTo"] = "client".into();
        let traits = &mut self.model["shapes"][shape]["traits"];
        if traits.is_null() {
            *traits = json!({});
        }
        if traits[tests].is_null() {
            traits[tests] = json!([]);
        }
        let cases = traits[tests].as_array_mut().expect("a list of tests");
        cases.push(case);
    }

    /// The model, as JSON.
    #[must_use]
    pub fn text(&self) -> String {
        self.model.to_string()
    }

    fn shape(&self, id: &str) -> &Value {
        &self.model["shapes"][id]
    }

    /// The type of a shape; that of one of the prelude is its name.
    fn type_of(&self, id: &str) -> String {
        match id.strip_prefix("smithy.api#") {
            Some("Unit") => "structure".to_owned(),
            Some(name) => name.trim_start_matches("Primitive").to_lowercase(),
            None => match self.shape(id)["type"].as_str() {
                Some("set") => "list".to_owned(),
                type_ => type_.unwrap_or_default().to_owned(),
            },
        }
    }
}

/// The name of a shape.
#[must_use]
pub fn name_of(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// What stands for a blob that is no UTF-8: tests of models cannot have such.
fn no_text(base64: &str) -> String {
    format!("base64:{base64}")
}

/// Puts these bytes into the code of tests where something stands for them.
///
/// # Panics
///
/// Where they are no Base64.
#[must_use]
pub fn with_blobs(code: &str) -> String {
    let start = format!("b\"{}", no_text(""));
    let mut parts = code.split(&start);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (base64, rest) = part.split_once('"').expect("a literal ends");
        let bytes = base64::decode(base64).expect("Base64");
        whole += &format!("b\"{}\"{rest}", bytes.escape_ascii());
    }
    whole
}
