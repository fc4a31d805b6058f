//! Tables that no model gives: they are an error, never a panic.

use serde_json::{Value, json};

use super::tables::try_tables;
use crate::support::endpoint::table::*;
use crate::support::endpoint::{EndpointError, Parameters, RuleSet};

const OUTSIDE: Slot = Slot(7);

fn resolved(rules: &[Rule<'_>]) -> Result<(), EndpointError> {
    let rule_set = RuleSet {
        slots: 1,
        parameters: &[],
        rules,
    };
    rule_set.resolve(&Parameters::new()).map(|_| ())
}

#[test]
fn a_slot_that_does_not_exist_is_absent() {
    let condition = [If(Ref(OUTSIDE))];
    let part = [If(Part(OUTSIDE, "name"))];
    for when in [&condition, &part] {
        let url = Text("https://example.com");
        assert_eq!(
            resolved(&[Endpoint { when, url }]),
            Err(EndpointError::NoRuleMatches)
        );
    }
}

#[test]
fn an_assignment_to_a_slot_that_does_not_exist_is_lost() {
    let when = &[Let(OUTSIDE, Text("value"))];
    let url = Text("https://example.com");
    assert_eq!(resolved(&[Endpoint { when, url }]), Ok(()));
}

#[test]
fn a_parameter_without_a_slot_is_an_error() {
    let rule_set = RuleSet {
        slots: 1,
        parameters: &[Parameter::string(OUTSIDE, "Name")],
        rules: &[],
    };
    let resolved = rule_set.resolve(&Parameters::new());
    assert_eq!(resolved, Err(EndpointError::InvalidRules));
}

#[test]
fn a_url_or_an_error_that_is_no_string_is_an_error() {
    let values = [
        Boolean(true),
        Integer(1),
        List(&[]),
        Record(&[]),
        Ref(Slot(0)),
        Format("{}", &[Boolean(true)]),
        Format("no place", &[Text("value")]),
        Call(string_equals, &[Text("one")]),
        GetAttr(&Text("text"), &[Key("key")]),
    ];
    for (place, value) in values.into_iter().enumerate() {
        let mut rule = Endpoint {
            when: &[],
            url: value,
        };
        let as_url = resolved(std::slice::from_ref(&rule));
        assert_eq!(as_url, Err(EndpointError::InvalidRules), "{place}");
        if let Endpoint { when, url } = rule {
            rule = Error { when, error: url };
        }
        assert_eq!(
            resolved(&[rule]),
            Err(EndpointError::InvalidRules),
            "{place}"
        );
    }
}

/// A rule set that uses a bit of everything.
fn rule_set() -> Value {
    json!({
        "version": "1.0",
        "parameters": {
            "Region": { "type": "string", "required": true, "default": "us-east-1" },
            "Flag": { "type": "boolean" },
        },
        "rules": [
            {
                "type": "tree",
                "conditions": [
                    { "fn": "aws.partition", "argv": [{ "ref": "Region" }], "assign": "p" },
                    { "fn": "substring", "argv": ["{Region}", 0, 2, false], "assign": "s" },
                    { "fn": "booleanEquals", "argv": [true, {
                        "fn": "getAttr", "argv": [{ "ref": "p" }, "supportsFIPS"],
                    }] },
                ],
                "rules": [{
                    "type": "endpoint",
                    "conditions": [],
                    "endpoint": {
                        "url": "https://{s}.{p#dnsSuffix}",
                        "headers": { "x-region": ["{Region}"] },
                        "properties": { "authSchemes": [{ "name": "sigv4" }] },
                    },
                }],
            },
            { "type": "error", "conditions": [], "error": "no {Region}" },
        ],
    })
}

/// Where each value of a document is.
fn pointers(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{here}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                pointers(member, &format!("{here}/{name}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn a_rule_set_with_any_one_value_replaced_is_refused_or_resolved() {
    let whole = rule_set();
    let mut places = Vec::new();
    pointers(&whole, "", &mut places);
    let replacements = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!("{"),
        json!("{Region}"),
        json!("{}[0]"),
        json!([]),
        json!({}),
        json!([null]),
        json!({ "ref": "Region" }),
        json!({ "fn": "split", "argv": ["{Region}", "-", 0] }),
    ];
    for place in &places {
        for replacement in &replacements {
            let mut changed = whole.clone();
            if let Some(value) = changed.pointer_mut(place) {
                *value = replacement.clone();
            }
            // Either outcome will do, as long as there is one.
            if let Ok(tables) = try_tables(&changed) {
                let _ = tables.resolve(&Parameters::new());
            }
        }
    }
    assert!(try_tables(&whole).is_ok_and(|tables| tables.resolve(&Parameters::new()).is_ok()));
}
