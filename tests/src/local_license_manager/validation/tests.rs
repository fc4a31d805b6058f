//! Constraints on a small model that has one of each.

use serde_json::{Value, json};

use super::check;
use crate::local_license_manager::model::Model;

fn model() -> Model {
    let model = json!({
        "smithy": "2.0",
        "shapes": {
            "a.b#Service": { "type": "service", "version": "1" },
            "a.b#Op": { "type": "operation", "input": { "target": "a.b#Input" } },
            "a.b#Input": { "type": "structure", "members": {
                "Map": { "target": "a.b#Map", "traits": { "smithy.api#length": { "max": 1 } } },
                "Enum": { "target": "a.b#Enum" },
                "Blob": { "target": "smithy.api#Blob",
                          "traits": { "smithy.api#length": { "min": 3, "max": 3 } } },
                "Double": { "target": "smithy.api#Double",
                            "traits": { "smithy.api#range": { "min": -1, "max": 0.5 } } },
                "Byte": { "target": "smithy.api#PrimitiveByte" },
                "Text": { "target": "a.b#Text",
                          "traits": { "smithy.api#pattern": "z$" } },
                "Tree": { "target": "a.b#Tree" }
            } },
            "a.b#Map": { "type": "map",
                "key": { "target": "a.b#Text" },
                "value": { "target": "a.b#Enum" } },
            "a.b#Enum": { "type": "enum", "members": {
                "RED": { "target": "smithy.api#Unit",
                         "traits": { "smithy.api#enumValue": "red" } } } },
            "a.b#Text": { "type": "string", "traits": { "smithy.api#pattern": "^a" } },
            "a.b#Tree": { "type": "structure", "members": {
                "Name": { "target": "a.b#Text", "traits": { "smithy.api#required": {} } },
                "Branches": { "target": "a.b#Branches" } } },
            "a.b#Branches": { "type": "list", "member": { "target": "a.b#Tree" } }
        }
    });
    Model::parse(&model.to_string()).expect("the model is one")
}

/// Why an input is refused; `None` where it is not.
fn refusal(input: &Value) -> Option<String> {
    check(&model(), "Op", input)
        .err()
        .map(|error| format!("{error:?}"))
}

#[track_caller]
fn assert_refused(input: &Value, reason: &str) {
    let refusal = refusal(input).expect("the input breaks a constraint");
    assert!(refusal.contains(reason), "{refusal}");
}

#[test]
fn an_input_that_meets_every_constraint_passes() {
    let input = json!({
        "Map": { "a": "red" },
        "Enum": "red",
        "Blob": "AAAA",
        "Double": 0.5,
        "Byte": -128,
        "Text": "a to z",
        "Tree": { "Name": "a", "Branches": [{ "Name": "ab" }] },
    });
    assert_eq!(refusal(&input), None);
    assert_eq!(refusal(&json!({})), None);
}

#[test]
fn keys_and_values_of_a_map_are_checked() {
    assert_refused(
        &json!({ "Map": { "b": "red" } }),
        "`Map.b` must match the pattern ^a",
    );
    assert_refused(
        &json!({ "Map": { "a": "blue" } }),
        "`Map.a` is not one of the values",
    );
    assert_refused(
        &json!({ "Map": { "a": "red", "ab": "red" } }),
        "the length of `Map` must be at most 1",
    );
}

#[test]
fn the_length_of_a_blob_counts_the_bytes_it_stands_for() {
    assert_refused(
        &json!({ "Blob": "AAA=" }),
        "the length of `Blob` must be at least 3",
    );
    assert_refused(
        &json!({ "Blob": "AAAAAA==" }),
        "the length of `Blob` must be at most 3",
    );
}

#[test]
fn ranges_may_have_fractions() {
    assert_refused(&json!({ "Double": 0.6 }), "`Double` must be at most 0.5");
    assert_refused(&json!({ "Double": -1.5 }), "`Double` must be at least -1");
}

#[test]
fn a_member_adds_its_constraints_to_those_of_its_shape() {
    assert_refused(&json!({ "Text": "a" }), "`Text` must match the pattern z$");
    assert_refused(&json!({ "Text": "z" }), "`Text` must match the pattern ^a");
}

#[test]
fn constraints_hold_at_any_depth() {
    let input = json!({ "Tree": { "Name": "a", "Branches": [{ "Branches": [] }] } });
    assert_refused(&input, "`Tree.Branches[0].Name` is required");
}

#[test]
fn a_number_must_fit_its_type() {
    assert_refused(&json!({ "Byte": 128 }), "SerializationException");
    assert_refused(&json!({ "Double": "1.0" }), "SerializationException");
}

#[test]
fn a_model_that_is_none_is_refused() {
    for broken in ["", "[]", "{}", r#"{"shapes": {}}"#] {
        assert!(Model::parse(broken).is_err(), "{broken}");
    }
}
