//! Rule sets that cannot be understood, and the words that say so.

use serde_json::{Value, json};

use super::super::{Problem, lower, of};
use super::with;
use crate::model;

/// The problems, each as the place and the message.
fn problems(rule_set: &Value) -> Vec<String> {
    let problems = lower(rule_set).expect_err("the rule set is not valid");
    let line = |problem: Problem| format!("{}: {}", problem.pointer.join("."), problem.message);
    problems.into_iter().map(line).collect()
}

fn problem_of_condition(condition: Value) -> String {
    let mut found = problems(&with(json!([condition]), json!("error")));
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0).replace("rules.0.conditions.0", "here")
}

#[test]
fn an_unknown_function_is_a_problem_at_its_name() {
    assert_eq!(
        problem_of_condition(json!({ "fn": "isPrime", "argv": [7] })),
        "here.fn: the function `isPrime` is not known"
    );
}

#[test]
fn an_unknown_reference_is_a_problem_in_rules_and_in_templates() {
    let unknown = "there is no parameter called `Regoin`, and no variable that is set before";
    assert_eq!(
        problem_of_condition(json!({ "fn": "isSet", "argv": [{ "ref": "Regoin" }] })),
        format!("here.argv.0.ref: {unknown}")
    );
    assert_eq!(
        problems(&with(json!([]), json!("no {Regoin}"))),
        [format!("rules.0.error: {unknown}")]
    );
}

#[test]
fn a_variable_is_unknown_outside_its_rule() {
    let mut rule_set = with(
        json!([{ "fn": "uriEncode", "argv": ["{Region}"], "assign": "encoded" }]),
        json!("{encoded}"),
    );
    assert!(lower(&rule_set).is_ok());
    let outside = json!({ "type": "error", "conditions": [], "error": "{encoded}" });
    let inside = rule_set["rules"][0].take();
    rule_set["rules"] = json!([inside, outside]);
    assert_eq!(
        problems(&rule_set),
        [
            "rules.1.error: there is no parameter called `encoded`, and no variable that is set before"
        ]
    );
}

#[test]
fn a_variable_cannot_take_the_name_of_a_value_that_is_known() {
    assert_eq!(
        problem_of_condition(json!({ "fn": "isSet", "argv": ["x"], "assign": "Region" })),
        "here: there is a value called `Region` already"
    );
}

#[test]
fn arguments_are_counted_and_their_types_compared() {
    for (condition, problem) in [
        (
            json!({ "fn": "not", "argv": [] }),
            "here: `not` takes 1 arguments, and here are 0",
        ),
        (
            json!({ "fn": "coalesce", "argv": ["one"] }),
            "here: `coalesce` takes 2 arguments, and here are 1",
        ),
        (
            json!({ "fn": "not", "argv": [{ "ref": "Region" }] }),
            "here.argv.0: a boolean is needed here, and this is a string",
        ),
        (
            json!({ "fn": "substring", "argv": ["text", 0, "4", false] }),
            "here.argv.2: a whole number is needed here, and this is a string",
        ),
        (
            json!({ "fn": "coalesce", "argv": [{ "ref": "UseFIPS" }, "text"] }),
            "here.argv.0: a string is needed here, and this is a boolean",
        ),
        (
            json!({ "fn": "isSet", "argv": [null] }),
            "here.argv.0: null is no value of endpoint rules",
        ),
        (
            json!({ "argv": [] }),
            "here: either `ref` or `fn` is needed here",
        ),
    ] {
        assert_eq!(problem_of_condition(condition), problem);
    }
}

#[test]
fn a_part_that_a_value_does_not_have_is_a_problem() {
    let part = |of: Value, path: &str| json!({ "fn": "getAttr", "argv": [of, path] });
    let partition = json!({ "fn": "aws.partition", "argv": [{ "ref": "Region" }] });
    for (condition, problem) in [
        (
            part(partition, "dnsSufix"),
            "here.argv.1: a partition has no such part",
        ),
        (
            part(json!({ "ref": "Tags" }), "first"),
            "here.argv.1: a list of strings has no such part",
        ),
        (
            part(json!({ "ref": "Tags" }), "[0].x"),
            "here.argv.1: a string has no such part",
        ),
        (
            part(json!({ "ref": "Tags" }), "[x]"),
            "here.argv.1: `[x]` is no path of keys and indices",
        ),
    ] {
        assert_eq!(problem_of_condition(condition), problem);
    }
}

#[test]
fn templates_take_strings_and_close_their_braces() {
    for (template, problem) in [
        (
            "{UseFIPS}",
            "a string is needed here, and this is a boolean",
        ),
        ("{Region", "`{Region` has a brace without its counterpart"),
        ("Region}", "`Region}` has a brace without its counterpart"),
    ] {
        let found = problems(&with(json!([]), json!(template)));
        assert_eq!(found, [format!("rules.0.error: {problem}")]);
    }
}

#[test]
fn all_problems_are_found_at_once() {
    let found = problems(&json!({
        "version": "1.0",
        "parameters": {
            "A": { "type": "number" },
            "B": { "type": "boolean", "default": "yes" },
        },
        "rules": [
            { "type": "loop", "conditions": [] },
            { "type": "endpoint", "conditions": [], "endpoint": { "headers": { "x": "y" } } },
            { "type": "error", "conditions": [], "error": "{A} {C}" },
        ],
    }));
    assert_eq!(
        found,
        [
            "parameters.A.type: `number` is no type of a parameter; `string`, `boolean` and \
             `stringArray` are",
            "parameters.B.default: this default is not of the parameter's type",
            "rules.0: `loop` is no type of a rule; `tree`, `endpoint` and `error` are",
            "rules.1.endpoint: `url` is missing here",
            "rules.1.endpoint.headers.x: an array is needed here",
            "rules.2.error: there is no parameter called `C`, and no variable that is set before",
        ]
    );
}

#[test]
fn a_rule_set_of_another_major_version_is_a_problem() {
    let found = problems(&json!({ "version": "2.0", "parameters": {}, "rules": [] }));
    assert_eq!(
        found,
        ["version: endpoint rules of version `2.0` are not supported; version 1 is"]
    );
    assert!(lower(&json!({ "version": "1.9", "parameters": {}, "rules": [] })).is_ok());
}

#[test]
fn a_problem_is_told_with_its_place_in_the_file() {
    let text = r#"{
        "smithy": "2.0",
        "shapes": {
            "test#Weather": {
                "type": "service",
                "version": "1",
                "traits": {
                    "smithy.rules#endpointRuleSet": {
                        "version": "2.0",
                        "parameters": {},
                        "rules": []
                    }
                }
            }
        }
    }"#;
    let model = model::parse([("weather.json", text)]).expect("the model is valid otherwise");
    let (service, _) = model.services().next().expect("a service");
    let problems = of(&model, service).expect_err("the version is not known");
    let place = problems[0].places().first().expect("a place");
    assert_eq!(problems.len(), 1);
    assert_eq!(place.position(), "weather.json:9:36");
    assert_eq!(problems[0].shape_id(), Some("test#Weather"));
}

#[test]
fn a_service_without_rules_has_none() {
    let text = r#"{
        "smithy": "2.0",
        "shapes": { "test#Weather": { "type": "service", "version": "1" } }
    }"#;
    let model = model::parse([("weather.json", text)]).expect("the model is valid");
    let (service, _) = model.services().next().expect("a service");
    assert_eq!(of(&model, service), Ok(None));
}
