//! The functions of plain values: strings, host labels, bucket names, logic.

use serde_json::{Value, json};

use super::{evaluated, holds};

fn call(function: &str, rest: Value) -> Value {
    let mut arguments = vec![json!({ "ref": "text" })];
    if let Value::Array(rest) = rest {
        arguments.extend(rest);
    }
    json!({ "fn": function, "argv": arguments })
}

#[test]
fn substring_counts_from_either_end() {
    let from_start = call("substring", json!([1, 3, false]));
    let from_end = call("substring", json!([1, 3, true]));
    assert_eq!(evaluated(&from_start, "abcde").as_deref(), Some("bc"));
    assert_eq!(evaluated(&from_end, "abcde").as_deref(), Some("cd"));
}

#[test]
fn substring_is_absent_where_the_text_is_too_short_or_not_ascii() {
    let four = call("substring", json!([0, 4, false]));
    let last_four = call("substring", json!([0, 4, true]));
    for text in ["abc", "", "abcdé"] {
        assert_eq!(evaluated(&four, text), None, "{text}");
        assert_eq!(evaluated(&last_four, text), None, "{text}");
    }
}

#[test]
fn substring_of_nothing_or_of_a_reversed_range_is_absent() {
    for range in [
        json!([2, 2, false]),
        json!([3, 1, false]),
        json!([-1, 2, true]),
    ] {
        let expression = call("substring", range.clone());
        assert_eq!(evaluated(&expression, "abcde"), None, "{range}");
    }
}

#[test]
fn split_parts_are_found_by_place_from_either_end() {
    let part = |path| json!({ "fn": "getAttr", "argv": [call("split", json!(["--", 0])), path] });
    for (path, expected) in [
        ("[0]", Some("a")),
        ("[2]", Some("c")),
        ("[-1]", Some("c")),
        ("[-3]", Some("a")),
        ("[3]", None),
        ("[-4]", None),
    ] {
        assert_eq!(
            evaluated(&part(path), "a--b--c").as_deref(),
            expected,
            "{path}"
        );
    }
}

#[test]
fn split_leaves_the_rest_whole_at_its_limit() {
    let split = call("split", json!(["-", 2]));
    let second = json!({ "fn": "getAttr", "argv": [split, "[1]"] });
    assert_eq!(evaluated(&second, "a-b-c").as_deref(), Some("b-c"));
}

#[test]
fn split_at_an_empty_delimiter_is_absent() {
    assert!(!holds(&call("split", json!(["", 0])), "abc"));
}

#[test]
fn uri_encoding_leaves_unreserved_characters_alone() {
    let encoded = call("uriEncode", json!([]));
    assert_eq!(evaluated(&encoded, "aZ09-_.~").as_deref(), Some("aZ09-_.~"));
    assert_eq!(
        evaluated(&encoded, "a b/ü").as_deref(),
        Some("a%20b%2F%C3%BC")
    );
}

#[test]
fn host_labels_are_those_of_rfc_1123() {
    let longest = "a".repeat(63);
    let too_long = "a".repeat(64);
    let label = call("isValidHostLabel", json!([false]));
    for valid in ["us-east-1", "3com", "A", &longest] {
        assert!(holds(&label, valid), "{valid}");
    }
    for invalid in ["", "-a", "a-", "a.b", "a_b", "a b", "é", &too_long] {
        assert!(!holds(&label, invalid), "{invalid}");
    }
}

#[test]
fn host_labels_may_be_joined_by_dots_where_that_is_allowed() {
    let labels = call("isValidHostLabel", json!([true]));
    assert!(holds(&labels, "a.b-c.d"));
    for invalid in ["a..b", ".a", "a.", "a.-b"] {
        assert!(!holds(&labels, invalid), "{invalid}");
    }
}

#[test]
fn buckets_are_hostable_where_dns_knows_no_difference() {
    let one_label = call("aws.isVirtualHostableS3Bucket", json!([false]));
    let labels = call("aws.isVirtualHostableS3Bucket", json!([true]));
    assert!(holds(&one_label, "my-bucket-1"));
    assert!(!holds(&one_label, "my.bucket"));
    assert!(holds(&labels, "my.bucket"));
    for invalid in [
        "ab",
        "My-Bucket",
        "-bucket",
        "bucket-",
        "a..b",
        "192.168.5.4",
    ] {
        assert!(!holds(&labels, invalid), "{invalid}");
    }
}

#[test]
fn coalesce_gives_the_first_value_that_is_there() {
    let nothing = json!({ "ref": "nothing" });
    let text = json!({ "ref": "text" });
    let coalesce = |argv| json!({ "fn": "coalesce", "argv": argv });
    let present = coalesce(json!([nothing, text, "default"]));
    let absent = coalesce(json!([nothing, nothing]));
    assert_eq!(evaluated(&present, "given").as_deref(), Some("given"));
    assert_eq!(evaluated(&absent, "given"), None);
}

#[test]
fn ite_chooses_by_its_condition() {
    let is_a = json!({ "fn": "stringEquals", "argv": [{ "ref": "text" }, "a"] });
    let chosen = json!({ "fn": "ite", "argv": [is_a, "yes", "no"] });
    assert_eq!(evaluated(&chosen, "a").as_deref(), Some("yes"));
    assert_eq!(evaluated(&chosen, "b").as_deref(), Some("no"));
}

#[test]
fn boolean_equals_compares_with_either_literal_on_either_side() {
    let is_a = json!({ "fn": "stringEquals", "argv": [{ "ref": "text" }, "a"] });
    let equals = |argv: Value| json!({ "fn": "booleanEquals", "argv": argv });
    for (arguments, for_a) in [
        (json!([is_a, true]), true),
        (json!([true, is_a]), true),
        (json!([is_a, false]), false),
        (json!([false, is_a]), false),
        (json!([is_a, is_a]), true),
    ] {
        assert_eq!(holds(&equals(arguments.clone()), "a"), for_a, "{arguments}");
    }
    assert!(holds(&equals(json!([false, is_a])), "b"));
    assert!(holds(&equals(json!([false, false])), "b"));
    assert!(!holds(&equals(json!([true, false])), "b"));
}

#[test]
fn a_function_of_an_absent_value_is_absent() {
    let nothing = json!({ "ref": "nothing" });
    let equals = json!({ "fn": "stringEquals", "argv": [nothing, "a"] });
    let not = json!({ "fn": "not", "argv": [equals] });
    assert!(!holds(&equals, ""));
    assert!(!holds(&not, ""));
    assert!(!holds(&json!({ "fn": "isSet", "argv": [nothing] }), ""));
}
