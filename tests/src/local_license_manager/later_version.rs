//! Outputs as a later version of the service might write them.

use http::Response;
use serde_json::{Value, json};

use super::model::Model;

impl Model {
    /// The response with such an output. One with an error stays as it is.
    pub(super) fn later_response(
        &self,
        operation: &str,
        response: Response<Vec<u8>>,
    ) -> Response<Vec<u8>> {
        match serde_json::from_slice(response.body()) {
            Ok(output) if response.status().is_success() => {
                let later = self.later_output(operation, output);
                response.map(|_| later.to_string().into_bytes())
            }
            _ => response,
        }
    }

    /// An output with members that this model does not have, and with values that its enums do
    /// not have.
    fn later_output(&self, operation: &str, output: Value) -> Value {
        match self.structure_of(operation, "output") {
            Some(shape) => self.later_value(shape, output),
            None => output,
        }
    }

    fn later_value(&self, shape: &str, value: Value) -> Value {
        match (self.type_of(shape).as_str(), value) {
            ("enum", Value::String(_)) => json!("ADDED_LATER"),
            ("list", Value::Array(items)) => {
                let target = self
                    .shape(shape)
                    .and_then(|list| list["member"]["target"].as_str());
                let later = |item| self.later_value(target.unwrap_or_default(), item);
                items.into_iter().map(later).collect()
            }
            ("structure", Value::Object(mut members)) => {
                for (name, member) in self.members(shape) {
                    if let (Some(target), Some(value)) =
                        (member["target"].as_str(), members.get_mut(name))
                    {
                        *value = self.later_value(target, value.take());
                    }
                }
                members.insert(
                    "AddedLater".to_owned(),
                    json!({"Deep": [1, null, {"er": ""}]}),
                );
                members.insert("AddedLaterToo".to_owned(), json!("\u{1F511} \"quoted\""));
                Value::Object(members)
            }
            (_, value) => value,
        }
    }
}
