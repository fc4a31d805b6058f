//! Values of traits and metadata in an order of their own: what is generated, and an AST that is written, must not
//! depend on which features others have given `serde_json`. `Traits` and the merged metadata put them into it,
//! whatever notation they come from.

use serde_json::Value;

/// A value with the entries of its objects sorted, whatever order they have in the file, and
/// whichever order `serde_json` was built to keep.
pub(super) fn in_order(value: Value) -> Value {
    if is_in_order(&value) {
        return value;
    }
    match value {
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.into_iter().collect();
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            entries
                .into_iter()
                .map(|(key, value)| (key, in_order(value)))
                .collect()
        }
        Value::Array(items) => items.into_iter().map(in_order).collect(),
        other => other,
    }
}

fn is_in_order(value: &Value) -> bool {
    match value {
        Value::Object(entries) => entries.keys().is_sorted() && entries.values().all(is_in_order),
        Value::Array(items) => items.iter().all(is_in_order),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_sorted_however_deep_and_lists_are_not() {
        let value = serde_json::from_str(r#"{"z":[{"b":1,"a":2},0],"a":null}"#).unwrap();
        let sorted = r#"{"a":null,"z":[{"a":2,"b":1},0]}"#;
        assert_eq!(in_order(value).to_string(), sorted);
    }
}
