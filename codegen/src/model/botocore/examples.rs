//! Examples of calls.
//!
//! <https://smithy.io/2.0/spec/documentation-traits.html#examples-trait>

use serde_json::{Map, Value};

use super::beside::Example;

/// What shows how an operation is called, as `@examples` has it.
pub(super) fn list(examples: Vec<Example>) -> Value {
    let examples = examples.into_iter().map(|example| {
        let said = [
            ("title", example.title.map(Value::from)),
            ("documentation", example.description.map(Value::from)),
            ("input", example.input),
            ("output", example.output),
        ];
        let said = said
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)));
        Value::Object(said.collect::<Map<String, Value>>())
    });
    Value::Array(examples.collect())
}
