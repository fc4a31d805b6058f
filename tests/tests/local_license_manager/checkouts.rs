//! Checking out a license, as the account that it was issued to.

use serde_json::{Value, json};
use tinsmith_tests::local_license_manager::{License, LocalLicenseManager};

use crate::caller::{self, LICENSE, call};

/// A server with a license for five seats.
fn server() -> LocalLicenseManager {
    let server = caller::server();
    server.issue(License::new("editor-pro", LICENSE).entitlement("Seats", 5));
    server
}

pub fn check_out(client_token: &str, seats: &str) -> Value {
    json!({
        "ProductSKU": "editor-pro",
        "CheckoutType": "PROVISIONAL",
        "KeyFingerprint": "aws:123456789012:Example:issuer-fingerprint",
        "Entitlements": [{"Name": "Seats", "Value": seats, "Unit": "Count"}],
        "ClientToken": client_token,
        "NodeId": "node-1",
    })
}

#[test]
fn what_is_checked_out_is_told_with_its_end() {
    let server = server();
    server.clock().stop_at(std::time::UNIX_EPOCH);
    let output = call(&server, "CheckoutLicense", &check_out("start-1", "2")).output();
    let expected = json!({
        "CheckoutType": "PROVISIONAL",
        "LicenseConsumptionToken": "consumption-00000001",
        "EntitlementsAllowed": [{"Name": "Seats", "Value": "2", "Unit": "Count"}],
        "NodeId": "node-1",
        "IssuedAt": "1970-01-01T00:00:00Z",
        "Expiration": "1970-01-01T01:00:00Z",
        "LicenseArn": LICENSE,
    });
    assert_eq!(output, expected);
}

#[test]
fn no_more_than_is_left_can_be_had() {
    let server = server();
    call(&server, "CheckoutLicense", &check_out("start-1", "4")).output();
    let refused = call(&server, "CheckoutLicense", &check_out("start-2", "2"));
    assert_eq!(refused.error().0, "NoEntitlementsAllowedException");
    // What was refused has taken nothing.
    call(&server, "CheckoutLicense", &check_out("start-3", "1")).output();
}

#[test]
fn a_call_that_is_repeated_takes_nothing_twice() {
    let server = server();
    let first = call(&server, "CheckoutLicense", &check_out("start-1", "4")).output();
    let again = call(&server, "CheckoutLicense", &check_out("start-1", "4")).output();
    assert_eq!(again, first);
    let other = call(&server, "CheckoutLicense", &check_out("start-1", "1"));
    assert_eq!(other.error().0, "ValidationException");
}

#[test]
fn there_is_no_license_for_any_other_product() {
    let server = server();
    let mut input = check_out("start-1", "1");
    input["ProductSKU"] = "editor-free".into();
    let refused = call(&server, "CheckoutLicense", &input);
    assert_eq!(refused.error().0, "ResourceNotFoundException");
}

#[test]
fn members_of_entitlements_are_checked_too() {
    let server = server();
    let mut input = check_out("start-1", "1");
    input["Entitlements"][0] = json!({"Name": "Seats"});
    let (code, message) = call(&server, "CheckoutLicense", &input).error();
    assert_eq!(code, "ValidationException");
    assert_eq!(message, "`Entitlements[0].Unit` is required");
}
