//! The life of a token, as a client sees it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jsonwebtoken::dangerous::insecure_decode;
use serde_json::{Value, json};
use tinsmith_tests::local_license_manager::LocalLicenseManager;

use crate::caller::{LICENSE, call, create, server};

const OTHER_LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-4567";
const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);
const START: Duration = Duration::from_secs(1_800_000_000);

/// A server whose clock stands still.
fn stopped_server() -> LocalLicenseManager {
    let server = server();
    server.clock().stop_at(SystemTime::UNIX_EPOCH + START);
    server
}

fn claims(token: &Value) -> Value {
    let token = token.as_str().expect("a token is a string");
    insecure_decode::<Value>(token)
        .expect("a token is a JWT")
        .claims
}

fn created(server: &LocalLicenseManager, client_token: &str) -> Value {
    call(server, "CreateToken", &create(client_token)).output()
}

fn listed(server: &LocalLicenseManager, input: &Value) -> Vec<String> {
    let output = call(server, "ListTokens", input).output();
    let tokens = output["Tokens"].as_array().expect("Tokens is a list");
    let id = |token: &Value| {
        token["TokenId"]
            .as_str()
            .expect("an id is a string")
            .to_owned()
    };
    tokens.iter().map(id).collect()
}

fn code(server: &LocalLicenseManager, operation: &str, input: &Value) -> String {
    call(server, operation, input).error().0
}

#[test]
fn a_refresh_token_says_what_it_was_created_with() {
    let server = stopped_server();
    let input = json!({
        "LicenseArn": LICENSE,
        "ClientToken": "order-1",
        "RoleArns": ["arn:aws:iam::123456789012:role/Reader"],
        "TokenProperties": ["seat=7"],
        "ExpirationInDays": 30,
    });
    let output = call(&server, "CreateToken", &input).output();
    assert_eq!(output["TokenType"], "REFRESH_TOKEN");
    let expected = json!({
        "iss": server.endpoint_url(),
        "aud": LICENSE,
        "jti": output["TokenId"],
        "iat": START.as_secs(),
        "exp": (START + 30 * DAY).as_secs(),
        "amr": ["seat=7"],
        "role_arns": ["arn:aws:iam::123456789012:role/Reader"],
        "token_use": "refresh",
    });
    assert_eq!(claims(&output["Token"]), expected);
}

#[test]
fn a_token_lasts_a_year_unless_asked_otherwise() {
    let output = created(&stopped_server(), "order-1");
    assert_eq!(
        claims(&output["Token"])["exp"],
        (START + 365 * DAY).as_secs()
    );
}

#[test]
fn a_token_must_expire_in_the_future_and_before_the_year_10000() {
    for days in [-1, 0, i32::MAX] {
        let mut input = create("order-1");
        input["ExpirationInDays"] = days.into();
        assert_eq!(
            code(&server(), "CreateToken", &input),
            "ValidationException",
            "{days}"
        );
    }
}

#[test]
fn a_license_that_is_unknown_has_no_tokens() {
    let server = server();
    server.unknown_license(LICENSE);
    assert_eq!(
        code(&server, "CreateToken", &create("order-1")),
        "ResourceNotFoundException"
    );
}

#[test]
fn a_repeated_call_gives_the_same_token_for_ten_minutes() {
    let server = stopped_server();
    let first = created(&server, "order-1");
    server.clock().advance(10 * MINUTE - Duration::from_secs(1));
    assert_eq!(created(&server, "order-1"), first);
    server.clock().advance(Duration::from_secs(1));
    assert_ne!(created(&server, "order-1")["TokenId"], first["TokenId"]);
    assert_eq!(listed(&server, &json!({})).len(), 2);
}

#[test]
fn another_client_token_gives_another_token() {
    let server = server();
    assert_ne!(
        created(&server, "order-1")["TokenId"],
        created(&server, "order-2")["TokenId"]
    );
}

#[test]
fn a_client_token_cannot_be_used_with_other_parameters() {
    let server = server();
    created(&server, "order-1");
    let mut input = create("order-1");
    input["ExpirationInDays"] = 30.into();
    assert_eq!(code(&server, "CreateToken", &input), "ValidationException");
}

#[test]
fn an_access_token_lasts_an_hour_and_is_for_the_same_license() {
    let server = stopped_server();
    let refresh = created(&server, "order-1");
    server.clock().advance(MINUTE);
    let input = json!({ "Token": refresh["Token"] });
    let access = claims(&call(&server, "GetAccessToken", &input).output()["AccessToken"]);
    assert_eq!(access["aud"], LICENSE);
    assert_eq!(access["token_use"], "access");
    assert_eq!(access["exp"], (START + 61 * MINUTE).as_secs());
}

#[test]
fn an_access_token_needs_properties_that_the_refresh_token_has() {
    let server = server();
    let mut input = create("order-1");
    input["TokenProperties"] = json!(["seat=7", "floor=2"]);
    let token = call(&server, "CreateToken", &input).output()["Token"].clone();
    let status = |properties: Value| {
        let input = json!({ "Token": token, "TokenProperties": properties });
        call(&server, "GetAccessToken", &input).status()
    };
    assert_eq!(status(json!(["floor=2"])), 200);
    assert_eq!(status(json!(["floor=2", "seat=8"])), 401);
}

#[test]
fn no_access_token_comes_of_a_token_that_is_forged_expired_deleted_or_no_refresh_token() {
    let server = server();
    let refresh = created(&server, "order-1");
    let input = json!({ "Token": refresh["Token"] });
    let access = call(&server, "GetAccessToken", &input).output()["AccessToken"].clone();
    let forged = format!("{}A", refresh["Token"].as_str().expect("a string"));
    for not_refresh in [access, forged.into(), json!("nonsense")] {
        let input = json!({ "Token": not_refresh });
        assert_eq!(
            code(&server, "GetAccessToken", &input),
            "ValidationException"
        );
    }
    let deleted = created(&server, "order-2");
    call(
        &server,
        "DeleteToken",
        &json!({ "TokenId": deleted["TokenId"] }),
    )
    .output();
    let deleted = json!({ "Token": deleted["Token"] });
    assert_eq!(
        code(&server, "GetAccessToken", &deleted),
        "AccessDeniedException"
    );
    server.clock().advance(366 * DAY);
    assert_eq!(
        code(&server, "GetAccessToken", &input),
        "AccessDeniedException"
    );
}

#[test]
fn tokens_are_listed_with_all_that_is_known_of_them() {
    let server = stopped_server();
    let token = created(&server, "order-1");
    let expected = json!({
        "Tokens": [{
            "TokenId": token["TokenId"],
            "TokenType": "REFRESH_TOKEN",
            "LicenseArn": LICENSE,
            "ExpirationTime": "2028-01-15T08:00:00Z",
            "TokenProperties": [],
            "RoleArns": [],
            "Status": "AVAILABLE",
        }]
    });
    let now = server.clock().now().duration_since(UNIX_EPOCH);
    assert_eq!(now.expect("after 1970"), START);
    assert_eq!(call(&server, "ListTokens", &json!({})).output(), expected);
}

#[test]
fn tokens_are_listed_by_id_and_by_license() {
    let server = server();
    let first = created(&server, "order-1")["TokenId"].clone();
    let mut other = create("order-2");
    other["LicenseArn"] = OTHER_LICENSE.into();
    let second = call(&server, "CreateToken", &other).output()["TokenId"].clone();

    let of_license = |arn: &str| json!([{ "Name": "LicenseArns", "Values": [arn] }]);
    let by_id = json!({ "TokenIds": [first] });
    assert_eq!(json!(listed(&server, &by_id)), json!([first]));
    let by_license = json!({ "Filters": of_license(OTHER_LICENSE) });
    assert_eq!(json!(listed(&server, &by_license)), json!([second]));
    let by_both = json!({ "TokenIds": [first], "Filters": of_license(OTHER_LICENSE) });
    assert_eq!(json!(listed(&server, &by_both)), json!([]));
    let unknown = json!({ "Filters": [{ "Name": "Colour", "Values": ["red"] }] });
    assert_eq!(code(&server, "ListTokens", &unknown), "ValidationException");
}

#[test]
fn pages_hold_every_token_once() {
    let server = server();
    for order in 0..5 {
        created(&server, &format!("order-{order}"));
    }
    let mut input = json!({ "MaxResults": 2 });
    let mut sizes = Vec::new();
    let mut seen = Vec::new();
    loop {
        let page = call(&server, "ListTokens", &input).output();
        let tokens = page["Tokens"].as_array().expect("a list");
        sizes.push(tokens.len());
        seen.extend(tokens.iter().map(|token| token["TokenId"].to_string()));
        if page["NextToken"].is_null() {
            break;
        }
        input["NextToken"] = page["NextToken"].clone();
    }
    seen.dedup();
    assert_eq!((sizes, seen.len()), (vec![2, 2, 1], 5));
    input["NextToken"] = "made up".into();
    assert_eq!(code(&server, "ListTokens", &input), "ValidationException");
}

#[test]
fn a_deleted_token_stays_listed_as_deleted() {
    let server = server();
    let input = json!({ "TokenId": created(&server, "order-1")["TokenId"] });
    for _ in 0..2 {
        assert_eq!(call(&server, "DeleteToken", &input).output(), json!({}));
    }
    let tokens = call(&server, "ListTokens", &json!({})).output();
    assert_eq!(tokens["Tokens"][0]["Status"], "DELETED");
}

#[test]
fn a_token_that_never_was_cannot_be_deleted() {
    let input = json!({ "TokenId": "token-0" });
    assert_eq!(
        code(&server(), "DeleteToken", &input),
        "ResourceNotFoundException"
    );
}
