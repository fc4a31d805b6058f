//! How values reach the rules: by name, as built-ins, by default.

use serde_json::{Value, json};

use super::resolved_with;
use crate::support::endpoint::{BuiltIn, EndpointError, Parameters};

/// The URL for these parameters, of rules that write what they know into it.
fn url(given: &Parameters<'_>) -> Result<String, EndpointError> {
    resolved_with(&declared(), &rules(), given).map(|endpoint| endpoint.url().to_owned())
}

fn declared() -> Value {
    json!({
        "Region": { "type": "string", "builtIn": "AWS::Region", "required": true },
        "UseFIPS": {
            "type": "Boolean", "builtIn": "AWS::UseFIPS", "required": true, "default": false,
        },
        "Names": { "type": "stringArray", "required": true, "default": ["{none}", "other"] },
        "Future": { "type": "string", "builtIn": "Later::Unknown" },
    })
}

fn rules() -> Value {
    let first_name = json!({
        "fn": "getAttr", "argv": [{ "ref": "Names" }, "[0]"], "assign": "first",
    });
    let fips = json!({ "fn": "booleanEquals", "argv": [{ "ref": "UseFIPS" }, true] });
    json!([
        {
            "type": "endpoint",
            "conditions": [fips, first_name],
            "endpoint": { "url": "https://fips.{Region}.test/{first}" },
        },
        {
            "type": "endpoint",
            "conditions": [first_name],
            "endpoint": { "url": "https://{Region}.test/{first}" },
        },
    ])
}

#[test]
fn built_ins_reach_the_parameters_that_ask_for_them() {
    let given = Parameters::new().region("eu-west-1").use_fips(true);
    assert_eq!(
        url(&given).as_deref(),
        Ok("https://fips.eu-west-1.test/{none}")
    );
}

#[test]
fn a_value_by_name_wins_over_a_built_in_wherever_it_comes() {
    let given = Parameters::new().set("Region", "named").region("eu-west-1");
    assert_eq!(url(&given).as_deref(), Ok("https://named.test/{none}"));
}

#[test]
fn the_last_of_equals_wins() {
    let given = Parameters::new().region("first").region("second");
    assert_eq!(url(&given).as_deref(), Ok("https://second.test/{none}"));
}

#[test]
fn a_given_value_takes_the_place_of_the_default() {
    let given = Parameters::new().region("r").set("Names", vec!["given"]);
    assert_eq!(url(&given).as_deref(), Ok("https://r.test/given"));
}

#[test]
fn a_built_in_that_nobody_asks_for_is_ignored() {
    let given = Parameters::new()
        .region("r")
        .account_id("123456789012")
        .use_dual_stack(true)
        .endpoint_url("https://example.com")
        .built_in(BuiltIn::S3Accelerate, true);
    assert_eq!(url(&given).as_deref(), Ok("https://r.test/{none}"));
}

#[test]
fn a_parameter_of_an_unknown_built_in_can_be_given_by_name() {
    let given = Parameters::new().region("r").set("Future", "value");
    assert_eq!(url(&given).as_deref(), Ok("https://r.test/{none}"));
}

#[test]
fn a_required_parameter_without_a_value_is_an_error_that_names_it() {
    let error = url(&Parameters::new()).expect_err("the region is missing");
    assert_eq!(error, EndpointError::MissingParameter("Region".to_owned()));
    assert_eq!(
        error.to_string(),
        "the endpoint parameter `Region` has no value"
    );
}

#[test]
fn a_name_that_the_rules_do_not_have_is_an_error() {
    let error = url(&Parameters::new().set("Regoin", "r")).expect_err("the name is wrong");
    assert_eq!(
        error.to_string(),
        "the service has no endpoint parameter `Regoin`"
    );
}

#[test]
fn a_value_of_the_wrong_type_is_an_error() {
    for (given, message) in [
        (
            Parameters::new().set("Region", true),
            "the endpoint parameter `Region` must be a string",
        ),
        (
            Parameters::new().region("r").set("UseFIPS", "yes"),
            "the endpoint parameter `UseFIPS` must be a boolean",
        ),
        (
            Parameters::new().region("r").set("Names", "one".to_owned()),
            "the endpoint parameter `Names` must be a list of strings",
        ),
    ] {
        let error = url(&given).expect_err("the type is wrong");
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn a_setting_of_a_client_stands_between_a_name_and_a_built_in() {
    let client = || {
        Parameters::new()
            .client("Region", "client")
            .region("built-in")
    };
    assert_eq!(url(&client()).as_deref(), Ok("https://client.test/{none}"));
    for given in [
        client().set("Region", "call"),
        Parameters::new()
            .set("Region", "call")
            .client("Region", "client"),
    ] {
        assert_eq!(url(&given).as_deref(), Ok("https://call.test/{none}"));
    }
}

#[test]
fn parameters_that_are_owned_say_the_same() {
    let names = vec!["a".to_owned()];
    let borrowed = Parameters::new().region("here").client("Names", names);
    assert_eq!(url(&borrowed).as_deref(), Ok("https://here.test/a"));
    assert_eq!(url(&borrowed.clone().into_owned()), url(&borrowed));
}

#[test]
fn parameters_are_printed_without_what_comes_from_inputs() {
    let given = Parameters::new().region("eu-west-1").set("Name", "hunter2");
    let printed = format!("{given:?}");
    assert!(
        printed.contains("eu-west-1") && printed.contains("Name"),
        "{printed}"
    );
    assert!(!printed.contains("hunter2"), "{printed}");
}
