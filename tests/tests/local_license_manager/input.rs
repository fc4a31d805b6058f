//! Inputs are held to the constraints in the model.

use serde_json::{Value, json};

use crate::caller::{LICENSE, add_signature, call, create, send, server, unsigned};

/// Creates a token with one member set to this value, and says how that was refused.
fn refusal(member: &str, value: Value) -> (String, String) {
    let mut input = create("order-1");
    input[member] = value;
    call(&server(), "CreateToken", &input).error()
}

fn assert_invalid(refusal: &(String, String), reason: &str) {
    let (code, message) = refusal;
    assert_eq!(code, "ValidationException", "{message}");
    assert!(message.contains(reason), "{message}");
}

#[test]
fn a_member_that_is_required_must_be_there() {
    for absent in [
        json!({}),
        json!({ "LicenseArn": null, "ClientToken": null }),
    ] {
        let refusal = call(&server(), "CreateToken", &absent).error();
        assert_invalid(&refusal, "`LicenseArn` is required");
        assert_invalid(&refusal, "`ClientToken` is required");
    }
}

#[test]
fn a_license_arn_must_look_like_one() {
    assert_invalid(
        &refusal("LicenseArn", json!("l-0123")),
        "`LicenseArn` must match the pattern",
    );
}

#[test]
fn every_item_of_a_list_is_checked() {
    let roles = json!([LICENSE, "reader"]);
    assert_invalid(
        &refusal("RoleArns", roles),
        "`RoleArns[1]` must match the pattern",
    );
}

#[test]
fn at_most_three_token_properties_are_taken() {
    let four = json!(["a", "b", "c", "d"]);
    assert_invalid(
        &refusal("TokenProperties", four),
        "the length of `TokenProperties` must be at most 3",
    );
    let three = json!(["a", "b", "c"]);
    assert_eq!(refusal("TokenProperties", three).0, "");
}

#[test]
fn the_length_of_a_string_counts_characters() {
    assert_eq!(
        refusal("ClientToken", "\u{1F511}".repeat(2048).into()).0,
        ""
    );
    assert_invalid(
        &refusal("ClientToken", "\u{1F511}".repeat(2049).into()),
        "the length of `ClientToken` must be at most 2048",
    );
}

#[test]
fn a_page_has_between_one_and_a_hundred_tokens() {
    for (size, reason) in [(0, "at least 1"), (101, "at most 100")] {
        let input = json!({ "MaxResults": size });
        let refusal = call(&server(), "ListTokens", &input).error();
        assert_invalid(&refusal, &format!("`MaxResults` must be {reason}"));
    }
}

#[test]
fn all_problems_are_told_at_once_and_no_value_is_repeated() {
    let input = json!({ "LicenseArn": "my secret", "ClientToken": "my secret" });
    let (code, message) = call(&server(), "CreateToken", &input).error();
    assert_eq!(code, "ValidationException");
    assert_eq!(message.matches(" must match ").count(), 2, "{message}");
    assert!(!message.contains("my secret"), "{message}");
}

#[test]
fn a_value_of_the_wrong_type_is_no_input() {
    for (member, value) in [
        ("LicenseArn", json!(1)),
        ("RoleArns", json!("reader")),
        ("RoleArns", json!([null])),
        ("ExpirationInDays", json!("30")),
        ("ExpirationInDays", json!(3_000_000_000_u32)),
        ("ExpirationInDays", json!(1.5)),
    ] {
        let (code, message) = refusal(member, value);
        assert_eq!(code, "SerializationException", "{message}");
        assert!(message.contains(member), "{message}");
    }
}

#[test]
fn a_body_that_is_no_json_object_is_no_input() {
    for body in ["[]", "{", "nonsense", "\u{0}"] {
        let server = server();
        let mut request = unsigned(&server, "CreateToken", body.to_owned());
        let now = server.clock().now();
        add_signature(&mut request, &server.credentials(), server.region(), now);
        let answer = send(request).expect("the server answers");
        assert_eq!(answer.error().0, "SerializationException", "{body}");
    }
}

#[test]
fn members_that_the_service_does_not_know_are_ignored() {
    assert_eq!(refusal("AddedLater", json!([{}])).0, "");
}

#[test]
fn an_operation_that_the_service_does_not_have_is_unknown() {
    for operation in ["CreateTokens", "createtoken", "CreateTokenRequest", ""] {
        let (code, _) = call(&server(), operation, &json!({})).error();
        assert_eq!(code, "UnknownOperationException", "{operation}");
    }
}
