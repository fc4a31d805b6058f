//! Which rule sets are refused, with which words, and what the accepted ones become.

mod accepted;
mod refused;

use serde_json::{Value, json};

/// A rule set of one rule with these conditions and this error.
fn with(conditions: Value, error: Value) -> Value {
    json!({
        "version": "1.0",
        "parameters": {
            "Region": { "type": "string" },
            "Tags": { "type": "stringArray" },
            "UseFIPS": { "type": "boolean" },
        },
        "rules": [{ "type": "error", "conditions": conditions, "error": error }],
    })
}
