//! What a caller gives to the rules does not change to whom a request goes.

use serde_json::{Value, json};

use super::resolved_with;
use crate::support::endpoint::{EndpointError, Parameters};

/// What a rule with this URL gives, where the parameter `Name` has this value.
fn url_with(template: &str, name: &str) -> Result<String, EndpointError> {
    url_of(template, &Parameters::new().set("Name", name))
}

fn url_of(template: &str, given: &Parameters<'_>) -> Result<String, EndpointError> {
    let declared = json!({
        "Name": { "type": "string" },
        "Names": { "type": "stringArray" },
        "Region": { "type": "string", "builtIn": "AWS::Region" },
        "Endpoint": { "type": "string", "builtIn": "SDK::Endpoint" },
    });
    let found = |function: &str, argv: Value, name: &str| json!({ "fn": function, "argv": argv, "assign": name });
    let known = |conditions: Value, then: Value| json!({ "type": "tree", "conditions": conditions, "rules": [then] });
    let endpoint = json!({ "type": "endpoint", "conditions": [], "endpoint": { "url": template } });
    let mut rule = endpoint;
    for (mark, condition) in [
        (
            "url#",
            found("parseURL", json!([{ "ref": "Endpoint" }]), "url"),
        ),
        (
            "arn#",
            found("aws.parseArn", json!([{ "ref": "Name" }]), "arn"),
        ),
        (
            "{end}",
            found("substring", json!([{ "ref": "Name" }, 0, 4, true]), "end"),
        ),
        (
            "{first}",
            found("getAttr", json!([{ "ref": "Names" }, "[0]"]), "first"),
        ),
    ] {
        if template.contains(mark) {
            rule = known(json!([condition]), rule);
        }
    }
    let resolved = resolved_with(&declared, &json!([rule]), given);
    resolved.map(|endpoint| endpoint.url().to_owned())
}

/// What is neither a label nor several joined by dots.
const NO_LABELS: [&str; 13] = [
    "", ".", "a..b", "a.", "-a", "a-", "a b", "a/b", "x@b", "a:1", "a%2e", "a\"b", "[a]",
];

#[track_caller]
fn assert_refused(found: Result<String, EndpointError>, wanted: &str) {
    match found {
        Err(EndpointError::InvalidValue { parameter, .. }) => assert_eq!(parameter, wanted),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_stands_in_a_host_is_labels_joined_by_dots() {
    for template in [
        "https://{Name}.test/x",
        "https://a.{Name}",
        "https://{Name}",
    ] {
        for labels in ["a", "a.b-1.c", "123456789012", "A"] {
            let expected = template.replace("{Name}", labels);
            assert_eq!(url_with(template, labels), Ok(expected));
        }
        for wrong in NO_LABELS
            .into_iter()
            .chain(["a\u{e4}", "a\r\nb", "a?b", "a#b", "a_b"])
        {
            assert_refused(url_with(template, wrong), "Name");
        }
        assert_refused(url_with(template, &"a".repeat(64)), "Name");
    }
}

#[test]
fn a_region_is_labels_too() {
    let in_region = |region: &str| {
        let given = Parameters::new().region(region.to_owned());
        url_of("https://harbour.{Region}.test", &given)
    };
    for region in ["eu-west-1", "us-east.special"] {
        assert_eq!(
            in_region(region),
            Ok(format!("https://harbour.{region}.test"))
        );
    }
    for wrong in NO_LABELS {
        assert_refused(in_region(wrong), "Region");
    }
}

#[test]
fn what_is_cut_out_of_a_parameter_is_checked_too_and_may_be_a_part_of_a_label() {
    assert_eq!(
        url_with("https://data{end}.test", "name-end").as_deref(),
        Ok("https://data-end.test")
    );
    for wrong in ["name@end", "name/end", "name:end", "name%2e0", "name\"end"] {
        assert_refused(url_with("https://data{end}.test", wrong), "Name");
    }
    let arn = |account: &str| format!("arn:aws:tides:eu-west-1:{account}:x");
    assert!(url_with("https://{arn#accountId}.test", &arn("123")).is_ok());
    for wrong in ["1/2", "1@2", "1 2"] {
        assert_refused(
            url_with("https://{arn#accountId}.test", &arn(wrong)),
            "Name",
        );
    }
    let names = |name: &str| Parameters::new().set("Names", vec![name.to_owned()]);
    assert!(url_of("https://{first}.test", &names("a.b")).is_ok());
    assert_refused(url_of("https://{first}.test", &names("a/b")), "Names");
}

#[test]
fn a_label_of_nothing_makes_no_host() {
    let arn = "arn:aws:tides:::x";
    for template in [
        "https://{arn#accountId}.test",
        "https://data.{arn#region}.test",
    ] {
        let shown = template
            .replace("{arn#accountId}", "{}")
            .replace("{arn#region}", "{}");
        assert_eq!(
            url_with(template, arn),
            Err(EndpointError::InvalidUrl(shown))
        );
    }
}

#[test]
fn the_authority_and_path_of_a_url_that_was_parsed_are_taken_as_they_are() {
    for (endpoint, expected) in [
        ("http://my_docker:8080/x", "http://data.my_docker:8080/x"),
        ("http://127.0.0.1", "http://data.127.0.0.1"),
    ] {
        let given = Parameters::new().endpoint_url(endpoint).set("Name", "data");
        let template = "{url#scheme}://{Name}.{url#authority}{url#path}";
        assert_eq!(url_of(template, &given).as_deref(), Ok(expected));
    }
    let given = Parameters::new()
        .endpoint_url("http://[::1]:80/x/")
        .set("Name", "a b@c");
    assert_eq!(
        url_of(
            "{url#scheme}://{url#authority}{url#normalizedPath}y",
            &given
        )
        .as_deref(),
        Ok("http://[::1]:80/x/y")
    );
    assert_refused(
        url_of("{url#scheme}://{Name}.{url#authority}{url#path}", &given),
        "Name",
    );
}

#[test]
fn a_path_takes_what_a_url_takes() {
    for name in ["a", "a/b", "a@b:c", "a%20b", "{a}", "\u{e4}"] {
        let expected = format!("https://a.test/{name}/b");
        assert_eq!(url_with("https://a.test/{Name}/b", name), Ok(expected));
    }
    for wrong in ["a b", "a?b", "a#b", "a\nb"] {
        assert_refused(url_with("https://a.test/{Name}/b", wrong), "Name");
    }
}

#[test]
fn what_stands_before_a_host_cannot_bring_one() {
    assert_refused(url_with("{Name}://a.test", "https://b/x"), "Name");
    let begun = |name| url_with("{Name}.test", name);
    assert_eq!(begun("https://a").as_deref(), Ok("https://a.test"));
    assert!(begun("a").is_err());
    let given = Parameters::new()
        .set("Name", "https://a")
        .set("Endpoint", "@b");
    assert_refused(url_of("{Name}{Endpoint}", &given), "Endpoint");
}

#[test]
fn an_error_shows_no_value_of_a_parameter() {
    for template in ["https://{Name}.test", "https://a.test/{Name}"] {
        let error = url_with(template, "mar ked").expect_err("it is refused");
        assert!(!format!("{error} {error:?}").contains("mar"), "{error}");
    }
    assert_eq!(
        url_with("https://{Name}.test", "mar/ked")
            .unwrap_err()
            .to_string(),
        "the endpoint parameter `Name` must be host labels: letters, digits and hyphens, joined by \
         dots"
    );
}

#[test]
fn what_is_wrong_with_a_url_is_told_without_its_secrets() {
    let told = |endpoint: &str| {
        let given = Parameters::new().endpoint_url(endpoint.to_owned());
        let error = url_of("{Endpoint}", &given).expect_err("it is refused");
        assert!(!format!("{error:?}").contains("hunter"), "{error:?}");
        error.to_string()
    };
    for (endpoint, expected) in [
        (
            "a.test",
            "the endpoint `a.test` is not a URL with scheme and host, e.g. https://example.com",
        ),
        (
            "https://me:hunter2@a.test/x",
            "the endpoint `https://**@a.test/x` has a user name or password in it: who calls is told by \
             credentials",
        ),
        (
            "https://a.test?key=hunter2",
            "the endpoint `https://a.test?**` has a query or a fragment, which no request would have",
        ),
        (
            "https://a.test/#x",
            "the endpoint `https://a.test/#x` has a query or a fragment, which no request would have",
        ),
        (
            "https://a.test:70000",
            "the endpoint `https://a.test:70000` has a port that is no number up to 65535",
        ),
        (
            "https://a.test:",
            "the endpoint `https://a.test:` has a port that is no number up to 65535",
        ),
        (
            "http://a.[::1]:80",
            "the endpoint `http://a.[::1]:80` is not a URL with scheme and host, e.g. https://example.com",
        ),
        (
            "https://:80",
            "the endpoint `https://:80` is not a URL with scheme and host, e.g. https://example.com",
        ),
        (
            "https://hunt:hunter2@a b",
            "the endpoint `https://**@a b` is not a URL with scheme and host, e.g. https://example.com",
        ),
    ] {
        assert_eq!(told(endpoint), expected);
    }
}
