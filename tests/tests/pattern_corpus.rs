//! Patterns of AWS's own models: what the crate `regex` is given in their place compiles.

use std::collections::BTreeSet;
use std::path::Path;

use regex::Regex;
use serde_json::{Map, Value, json};
use tinsmith::ir::Pattern;
use tinsmith::rust::Scope;
use tinsmith::{lower, model, protocol, select};
use tinsmith_tests::corpus;

const PATTERN: &str = "smithy.api#pattern";

#[test]
fn almost_every_pattern_is_checked_by_a_regular_expression_that_compiles() {
    let Some(models) = corpus::aws_models(Path::new(env!("CARGO_TARGET_TMPDIR"))) else {
        return;
    };
    let mut patterns = BTreeSet::new();
    for path in models {
        let text = std::fs::read_to_string(&path).expect("a readable model");
        collect(
            &serde_json::from_str(&text).expect("a model"),
            &mut patterns,
        );
    }
    let checked = checked(&patterns);
    for pattern in &checked {
        let compiled = Regex::new(&pattern.regex);
        assert!(compiled.is_ok(), "{}: {compiled:?}", pattern.model);
    }
    let known: BTreeSet<&str> = checked.iter().map(|one| one.model.as_str()).collect();
    let unknown: Vec<&String> = patterns
        .iter()
        .filter(|one| !known.contains(one.as_str()))
        .collect();
    println!("{} of {} patterns are checked", known.len(), patterns.len());
    println!("left to the service: {unknown:#?}");
    assert!(
        known.len() * 20 > patterns.len() * 19,
        "{} of {}",
        known.len(),
        patterns.len()
    );
}

/// All patterns in a model.
fn collect(value: &Value, patterns: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            let pattern = entries.get(PATTERN).and_then(Value::as_str);
            patterns.extend(pattern.map(str::to_owned));
            entries.values().for_each(|value| collect(value, patterns));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, patterns)),
        _ => {}
    }
}

/// What is checked of an input with a member for each pattern.
fn checked(patterns: &BTreeSet<String>) -> Vec<Pattern> {
    let members = patterns.iter().enumerate().map(|(number, pattern)| {
        let traits = json!({ PATTERN: pattern });
        let member = json!({ "target": "smithy.api#String", "traits": traits });
        (format!("member{number}"), member)
    });
    let members: Map<String, Value> = members.collect();
    let model = json!({
        "smithy": "2.0",
        "shapes": {
            "a.b#Service": {
                "type": "service",
                "version": "1",
                "operations": [{ "target": "a.b#Write" }],
                "traits": { "aws.protocols#awsJson1_1": {} }
            },
            "a.b#Write": { "type": "operation", "input": { "target": "a.b#Input" } },
            "a.b#Input": { "type": "structure", "members": members }
        }
    });
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("patterns.json");
    std::fs::write(&path, model.to_string()).expect("a file below the target folder");
    let model = model::load(&[path]).unwrap_or_else(|problems| panic!("{problems}"));
    let selection = select::select(&model, None, None).expect("an operation");
    let protocol = protocol::of(&model, selection.service).expect("a protocol");
    let service = lower::lower(&model, &selection, &protocol.rules(), &mut Scope::default());
    service.expect("a service").constraints.patterns
}
