//! Which rule decides, and what comes of it.

use aws_smithy_types::Document;
use serde_json::{Value, json};

use super::{resolved, resolved_with};
use crate::support::endpoint::{EndpointError, Parameters};

fn endpoint(conditions: Value, url: &str) -> Value {
    json!({ "type": "endpoint", "conditions": conditions, "endpoint": { "url": url } })
}

fn never() -> Value {
    json!({ "fn": "not", "argv": [{ "fn": "isSet", "argv": ["value"] }] })
}

#[test]
fn the_first_rule_whose_conditions_hold_decides() {
    let rules = json!([
        endpoint(json!([never()]), "https://first.test"),
        endpoint(json!([]), "https://second.test"),
        endpoint(json!([]), "https://third.test"),
    ]);
    let resolved = resolved(&rules).expect("a rule applies");
    assert_eq!(resolved.url(), "https://second.test");
}

#[test]
fn a_tree_that_applies_must_decide() {
    let always = json!({ "fn": "isSet", "argv": ["value"] });
    let rules = json!([
        {
            "type": "tree",
            "conditions": [always],
            "rules": [endpoint(json!([never()]), "https://inner.test")],
        },
        endpoint(json!([]), "https://after.test"),
    ]);
    assert_eq!(resolved(&rules), Err(EndpointError::NoRuleMatches));
}

#[test]
fn a_tree_without_conditions_stops_the_rules_after_it() {
    let tree = json!({
        "type": "tree",
        "conditions": [],
        "rules": [endpoint(json!([never()]), "https://inner.test")],
    });
    let rules = json!([tree, endpoint(json!([]), "https://after.test")]);
    assert_eq!(resolved(&rules), Err(EndpointError::NoRuleMatches));
}

#[test]
fn no_rule_at_all_is_an_error() {
    assert_eq!(resolved(&json!([])), Err(EndpointError::NoRuleMatches));
}

#[test]
fn a_variable_of_a_tree_is_known_to_the_rules_inside() {
    let partition = json!({
        "fn": "aws.partition", "argv": ["cn-north-1"], "assign": "partition",
    });
    let rules = json!([{
        "type": "tree",
        "conditions": [partition],
        "rules": [
            endpoint(json!([never()]), "https://wrong.test"),
            endpoint(json!([]), "https://example.{partition#dnsSuffix}"),
        ],
    }]);
    let resolved = resolved(&rules).expect("a rule applies");
    assert_eq!(resolved.url(), "https://example.amazonaws.com.cn");
}

#[test]
fn an_error_rule_refuses_in_the_words_of_the_model() {
    let declared = json!({ "Name": { "type": "string", "required": true } });
    let rules = json!([{
        "type": "error", "conditions": [], "error": "no {Name}, {{braces}} and {{}} stay",
    }]);
    let given = Parameters::new().set("Name", "{Name}");
    let error = resolved_with(&declared, &rules, &given).expect_err("the rules refuse");
    assert_eq!(error.to_string(), "no {Name}, {braces} and {} stay");
}

#[test]
fn a_url_without_scheme_and_host_is_an_error_that_shows_it() {
    let declared = json!({ "Endpoint": { "type": "string", "builtIn": "SDK::Endpoint" } });
    let rules = json!([{
        "type": "endpoint", "conditions": [], "endpoint": { "url": { "ref": "Endpoint" } },
    }]);
    for url in [
        "localhost:8080",
        "",
        "https://",
        "https://a b.test",
        "https://a.test#x",
    ] {
        let given = Parameters::new().endpoint_url(url);
        let error = resolved_with(&declared, &rules, &given).expect_err("the URL is wrong");
        assert_eq!(error, EndpointError::InvalidUrl(url.to_owned()));
    }
}

#[test]
fn headers_and_properties_are_filled_in() {
    let declared = json!({ "Account": { "type": "string", "required": true } });
    let rules = json!([{
        "type": "endpoint",
        "conditions": [],
        "endpoint": {
            "url": "https://example.com",
            "headers": { "x-account": ["{Account}", "*"] },
            "properties": { "limits": { "burst": 7, "open": true, "for": ["{Account}"] } },
        },
    }]);
    let given = Parameters::new().set("Account", "123");
    let resolved = resolved_with(&declared, &rules, &given).expect("a rule applies");
    let headers = resolved.headers();
    let headers: Vec<_> = headers
        .map(|(name, values)| (name, values.collect::<Vec<_>>()))
        .collect();
    assert_eq!(headers, [("x-account", vec!["123", "*"])]);
    let limits = resolved.properties()["limits"].as_object();
    let limits = limits.expect("the limits are an object");
    let account = Document::Array(vec![Document::from("123")]);
    assert_eq!(limits.get("burst"), Some(&Document::from(7)));
    assert_eq!(limits.get("open"), Some(&Document::Bool(true)));
    assert_eq!(limits.get("for"), Some(&account));
}
