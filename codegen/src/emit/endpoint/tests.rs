//! What a rule set looks like in Rust.

use serde_json::json;

use super::rules;
use crate::lower::endpoint::lower;

const EXPECTED: &str = r#"use crate::support::endpoint::table::*;
const REGION: Slot = Slot(0);
const TAGS: Slot = Slot(1);
const USE_FIPS: Slot = Slot(2);
const ARN: Slot = Slot(3);
/// The rules that give this service's endpoint. Tried in order, the first that applies
/// decides.
pub const RULES: RuleSet<'static> = RuleSet {
    slots: 4,
    parameters: &[
        Parameter::string(REGION, "Region").built_in(BuiltIn::Region).required(),
        Parameter::string_array(TAGS, "Tags").default(List(&[Text("a")])),
        Parameter::boolean(USE_FIPS, "UseFIPS")
            .built_in(BuiltIn::UseFips)
            .default(Boolean(false)),
    ],
    rules: &[
        Tree {
            when: &[If(Ref(USE_FIPS)), Let(ARN, Call(parse_arn, &[Ref(REGION)]))],
            rules: &[
                Error {
                    when: &[If(Call(not, &[Call(is_set, &[Ref(TAGS)])]))],
                    error: Text("no tags"),
                },
                Other {
                    when: &[
                        If(
                            Call(
                                substring,
                                &[Text("text"), Integer(0), Integer(2), Boolean(true)],
                            ),
                        ),
                    ],
                    then: &EndpointWith {
                        url: Format("https://{}.test", &[Part(ARN, "service")]),
                        headers: &[("x-last", &[GetAttr(&Ref(TAGS), &[Index(-1)])])],
                        properties: &[
                            ("authSchemes", List(&[Record(&[("name", Text("sigv4"))])])),
                        ],
                    },
                },
            ],
        },
        Endpoint {
            when: &[],
            url: Ref(REGION),
        },
    ],
};
"#;

#[test]
fn a_rule_set_reads_like_the_rules_of_the_model() {
    let model = json!({
        "version": "1.0",
        "parameters": {
            "Region": { "type": "string", "builtIn": "AWS::Region", "required": true },
            "Tags": { "type": "stringArray", "required": true, "default": ["a"] },
            "UseFIPS": {
                "type": "boolean", "builtIn": "AWS::UseFIPS", "required": true, "default": false,
            },
        },
        "rules": [
            {
                "type": "tree",
                "conditions": [
                    { "fn": "booleanEquals", "argv": [{ "ref": "UseFIPS" }, true] },
                    { "fn": "aws.parseArn", "argv": [{ "ref": "Region" }], "assign": "arn" },
                ],
                "rules": [
                    {
                        "type": "error",
                        "conditions": [{
                            "fn": "not", "argv": [{ "fn": "isSet", "argv": [{ "ref": "Tags" }] }],
                        }],
                        "error": "no tags",
                    },
                    {
                        "type": "endpoint",
                        "conditions": [{ "fn": "substring", "argv": ["text", 0, 2, true] }],
                        "endpoint": {
                            "url": "https://{arn#service}.test",
                            "headers": { "x-last": ["{Tags#[-1]}"] },
                            "properties": { "authSchemes": [{ "name": "sigv4" }] },
                        },
                    },
                ],
            },
            { "type": "endpoint", "conditions": [], "endpoint": { "url": "{Region}" } },
        ],
    });
    let rule_set = lower(&model).expect("the rule set is valid");
    let file = syn::parse2(rules(&rule_set)).expect("the tokens are a file");
    assert_eq!(prettyplease::unparse(&file), EXPECTED);
}

/// Rules that ask in this region, or in that one, for what is signed alike.
fn rules_of_regions(deep: usize) -> serde_json::Value {
    let endpoint = |region: &str| {
        json!({
            "type": "endpoint",
            "conditions": [
                { "fn": "stringEquals", "argv": [{ "ref": "Region" }, region] },
            ],
            "endpoint": {
                "url": format!("https://{region}.example.com"),
                "properties": {
                    "authSchemes": [{
                        "name": "sigv4", "signingName": "lighthouse", "signingRegion": "{Region}",
                    }],
                },
            },
        })
    };
    let mut rules = json!([endpoint("north-1"), endpoint("south-1")]);
    for _ in 0..deep {
        let set = json!({ "fn": "isSet", "argv": [{ "ref": "Region" }] });
        rules = json!([{ "type": "tree", "conditions": [set], "rules": rules }]);
    }
    json!({
        "version": "1.0",
        "parameters": { "Region": { "type": "string", "required": true, "builtIn": "AWS::Region" } },
        "rules": rules,
    })
}

fn written(model: &serde_json::Value) -> String {
    let rule_set = lower(model).expect("the rule set is valid");
    let file = syn::parse2(rules(&rule_set)).expect("the tokens are a file");
    prettyplease::unparse(&file)
}

#[test]
fn what_several_endpoints_have_is_written_once() {
    let text = written(&rules_of_regions(0));
    assert_eq!(text.matches("signingName").count(), 1, "{text}");
    assert_eq!(
        text.matches("properties: PROPERTIES_1").count(),
        2,
        "{text}"
    );
    let constant = "const PROPERTIES_1: &[(&str, Expr<'_>)] = &[";
    assert_eq!(text.matches(constant).count(), 1, "{text}");
}

#[test]
fn rules_that_are_deep_in_others_have_names() {
    let text = written(&rules_of_regions(20));
    let indent = |line: &str| line.len() - line.trim_start().len();
    let deepest = text.lines().map(indent).max();
    assert!(deepest < Some(60), "{text}");
    assert_eq!(text.matches("north-1").count(), 2, "{text}");
}

#[test]
fn a_name_that_the_model_has_is_no_name_of_a_list() {
    let mut model = rules_of_regions(0);
    for name in ["properties_1", "PROPERTIES_2", "Diagram", "Rules"] {
        model["parameters"][name] = json!({ "type": "string" });
    }
    let text = written(&model);
    assert_eq!(
        text.matches("properties: PROPERTIES_3").count(),
        2,
        "{text}"
    );
    for name in ["PROPERTIES_1", "PROPERTIES_2", "DIAGRAM_", "RULES_"] {
        assert_eq!(
            text.matches(&format!("const {name}: Slot")).count(),
            1,
            "{text}"
        );
    }
}
