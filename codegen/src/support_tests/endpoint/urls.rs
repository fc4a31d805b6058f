//! `parseURL` and `aws.parseArn`: which texts they take, and the parts they find.

use serde_json::{Value, json};

use super::{evaluated, holds};

fn parsed(function: &str) -> Value {
    json!({ "fn": function, "argv": [{ "ref": "text" }] })
}

fn part(function: &str, text: &str, path: &str) -> Option<String> {
    let expression = json!({ "fn": "getAttr", "argv": [parsed(function), path] });
    evaluated(&expression, text)
}

#[test]
fn a_url_has_scheme_authority_and_path() {
    for (url, expected) in [
        ("https://example.com", ["https", "example.com", "", "/"]),
        ("https://example.com/", ["https", "example.com", "/", "/"]),
        (
            "http://a_b.test:80/x/y",
            ["http", "a_b.test:80", "/x/y", "/x/y/"],
        ),
        (
            "https://[fe80::1]:8443/x/",
            ["https", "[fe80::1]:8443", "/x/", "/x/"],
        ),
        (
            "https://user:secret@example.com/x",
            ["https", "example.com", "/x", "/x/"],
        ),
    ] {
        let keys = ["scheme", "authority", "path", "normalizedPath"];
        let found = keys.map(|key| part("parseURL", url, key).unwrap_or_default());
        assert_eq!(found, expected, "{url}");
    }
}

#[test]
fn a_url_knows_whether_its_host_is_an_ip_address() {
    let is_ip = json!({ "fn": "getAttr", "argv": [parsed("parseURL"), "isIp"] });
    for ip in [
        "http://127.0.0.1",
        "http://10.0.0.1:80/x",
        "https://[::1]",
        "https://[::1]:443",
    ] {
        assert!(holds(&is_ip, ip), "{ip}");
    }
    for name in [
        "http://localhost",
        "http://1.2.3",
        "http://256.0.0.1",
        "http://[x]",
    ] {
        assert!(!holds(&is_ip, name), "{name}");
    }
}

#[test]
fn a_text_that_is_no_url_of_http_is_absent() {
    for text in [
        "",
        "example.com",
        "//example.com",
        "ftp://example.com",
        "https://",
        "https:///path",
        "https://:80",
        "https://example.com:x",
        "https://example.com:70000",
        "https://example.com/?query",
        "https://example.com/#fragment",
        "https://exam ple.com",
    ] {
        assert!(!holds(&parsed("parseURL"), text), "{text}");
    }
}

#[test]
fn an_arn_has_five_parts_after_its_prefix() {
    let arn = "arn:aws:s3:us-west-2:123456789012:accesspoint/name:more";
    for (path, expected) in [
        ("partition", "aws"),
        ("service", "s3"),
        ("region", "us-west-2"),
        ("accountId", "123456789012"),
        ("resourceId[0]", "accesspoint"),
        ("resourceId[1]", "name"),
        ("resourceId[2]", "more"),
    ] {
        assert_eq!(
            part("aws.parseArn", arn, path).as_deref(),
            Some(expected),
            "{path}"
        );
    }
    assert_eq!(part("aws.parseArn", arn, "resourceId[3]"), None);
}

#[test]
fn an_arn_may_lack_region_and_account() {
    let arn = "arn:aws:s3:::bucket";
    assert_eq!(part("aws.parseArn", arn, "region").as_deref(), Some(""));
    assert_eq!(part("aws.parseArn", arn, "accountId").as_deref(), Some(""));
    assert_eq!(
        part("aws.parseArn", arn, "resourceId[0]").as_deref(),
        Some("bucket")
    );
}

#[test]
fn a_text_that_is_no_arn_is_absent() {
    for text in [
        "",
        "arn",
        "arn:aws:s3:::",
        "arn::s3:::bucket",
        "arn:aws::::bucket",
        "arn:aws:s3::bucket",
        "urn:aws:s3:::bucket",
    ] {
        assert!(!holds(&parsed("aws.parseArn"), text), "{text}");
    }
}

#[test]
fn parts_of_a_text_made_on_the_way_outlive_it() {
    let template = "{text}/path";
    let parsed = json!({ "fn": "parseURL", "argv": [template] });
    let path = json!({ "fn": "getAttr", "argv": [parsed, "path"] });
    assert_eq!(
        evaluated(&path, "https://example.com").as_deref(),
        Some("/path")
    );
}
