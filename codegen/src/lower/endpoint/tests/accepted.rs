//! What rule sets become.

use serde_json::{Value, json};

use super::super::lower;
use super::with;
use crate::ir::endpoint::{
    Condition, EndpointRules, Expr, Function, Rule, RuleOutcome, RuleSet, SlotId, Step,
};

fn lowered(rule_set: &Value) -> RuleSet {
    lower(rule_set).expect("the rule set is valid")
}

/// The rules of a rule set, which are no diagram.
fn tree(rule_set: &RuleSet) -> &[Rule] {
    match &rule_set.rules {
        EndpointRules::Tree(rules) => rules,
        EndpointRules::Diagram(_) => panic!("the rules are a diagram"),
    }
}

fn error_of(rule_set: &RuleSet) -> &Expr {
    match &tree(rule_set)[0].then {
        RuleOutcome::Error(error) => error,
        other => panic!("{other:?} is no error"),
    }
}

#[test]
fn a_template_becomes_its_text_and_its_values() {
    let arn = json!({ "fn": "aws.parseArn", "argv": ["{Region}"], "assign": "arn" });
    let rule_set = lowered(&with(
        json!([arn]),
        json!("a {{b}} {Region}{arn#service}/{arn#resourceId[1]}{{}}"),
    ));
    let (region, arn) = (SlotId(0), SlotId(3));
    let resource = vec![Step::Key("resourceId".to_owned()), Step::Index(1)];
    let values = vec![
        Expr::Ref(region),
        Expr::Part(arn, "service".to_owned()),
        Expr::GetAttr(Box::new(Expr::Ref(arn)), resource),
        Expr::Text("{}".to_owned()),
    ];
    assert_eq!(
        error_of(&rule_set),
        &Expr::Format("a {b} {}{}/{}{}".to_owned(), values)
    );
}

#[test]
fn a_template_of_one_reference_is_that_reference() {
    let rule_set = lowered(&with(json!([]), json!("{Region}")));
    assert_eq!(error_of(&rule_set), &Expr::Ref(SlotId(0)));
}

#[test]
fn comparing_with_a_literal_boolean_is_the_value_or_its_opposite() {
    let fips = json!({ "ref": "UseFIPS" });
    let rule_set = lowered(&with(
        json!([
            { "fn": "booleanEquals", "argv": [fips, true] },
            { "fn": "booleanEquals", "argv": [false, fips] },
        ]),
        json!("error"),
    ));
    let fips = Expr::Ref(SlotId(2));
    let not = Expr::Call(Function::Not, vec![fips.clone()]);
    let condition = |value| Condition {
        value,
        assign: None,
    };
    assert_eq!(tree(&rule_set)[0].when, [condition(fips), condition(not)]);
}

#[test]
fn trees_that_decide_nothing_are_left_out() {
    let error = |text: &str| json!({ "type": "error", "conditions": [], "error": text });
    let set = json!([{ "fn": "isSet", "argv": [{ "ref": "Region" }] }]);
    let mut rule_set = with(json!([]), json!(""));
    rule_set["rules"] = json!([
        { "type": "tree", "conditions": set, "rules": [error("one")] },
        { "type": "tree", "conditions": [], "rules": [
            { "type": "error", "conditions": set, "error": "two" },
            error("three"),
        ] },
    ]);
    let rule_set = lowered(&rule_set);
    let texts: Vec<_> = tree(&rule_set)
        .iter()
        .map(|rule| (rule.when.len(), &rule.then))
        .collect();
    let error = |text: &str| RuleOutcome::Error(Expr::Text(text.to_owned()));
    assert_eq!(
        texts,
        [(1, &error("one")), (1, &error("two")), (0, &error("three"))]
    );
}

#[test]
fn every_slot_has_a_constant_of_its_own() {
    let conditions = json!([
        { "fn": "uriEncode", "argv": ["a"], "assign": "useFips" },
        { "fn": "uriEncode", "argv": ["a"], "assign": "rules" },
        { "fn": "uriEncode", "argv": ["a"], "assign": "_" },
    ]);
    let slots = lowered(&with(conditions, json!("error"))).slots;
    let constants: Vec<_> = slots.iter().map(|slot| slot.constant.as_str()).collect();
    assert_eq!(
        constants,
        ["REGION", "TAGS", "USE_FIPS", "USE_FIPS_2", "RULES_", "U5F"]
    );
}

#[test]
fn variables_of_one_name_in_rules_apart_share_a_slot() {
    let rule = json!({
        "type": "error",
        "conditions": [{ "fn": "uriEncode", "argv": ["a"], "assign": "encoded" }],
        "error": "{encoded}",
    });
    let rules = json!([rule, rule]);
    let slots = lowered(&json!({ "version": "1.0", "parameters": {}, "rules": rules })).slots;
    assert_eq!(slots.len(), 1);
}
