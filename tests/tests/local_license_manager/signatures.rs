//! Requests that are not signed as they should be are refused, each with the code for it.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use http::{HeaderValue, Request};
use tinsmith_tests::local_license_manager::LocalLicenseManager;

use crate::caller::{Answer, add_signature, call, create, send, server, unsigned};

fn request(server: &LocalLicenseManager) -> Request<Vec<u8>> {
    unsigned(server, "CreateToken", create("order-1").to_string())
}

fn signed(server: &LocalLicenseManager) -> Request<Vec<u8>> {
    let mut request = request(server);
    let now = server.clock().now();
    add_signature(&mut request, &server.credentials(), server.region(), now);
    request
}

fn sent(request: Request<Vec<u8>>) -> Answer {
    send(request).expect("the server answers")
}

fn assert_refused(answer: &Answer, code: &str, reason: &str) {
    let (actual, message) = answer.error();
    assert_eq!((answer.status(), actual.as_str()), (400, code), "{message}");
    assert!(message.contains(reason), "{message}");
}

#[test]
fn a_signed_request_is_accepted() {
    let server = server();
    assert_eq!(sent(signed(&server)).status(), 200);
}

#[test]
fn an_unsigned_request_is_refused() {
    let server = server();
    let answer = sent(request(&server));
    assert_refused(&answer, "MissingAuthenticationTokenException", "not signed");
}

#[test]
fn a_wrong_secret_is_refused() {
    let server = server();
    let id = server.credentials().access_key_id().to_owned();
    let wrong = Credentials::new(id, "a guess", None, None, "test");
    let mut request = request(&server);
    add_signature(&mut request, &wrong, server.region(), server.clock().now());
    assert_refused(
        &sent(request),
        "InvalidSignatureException",
        "does not match",
    );
}

#[test]
fn an_unknown_access_key_is_refused() {
    let server = server();
    let stranger = Credentials::new("AKIDSTRANGER", "secret", None, None, "test");
    let mut request = request(&server);
    add_signature(
        &mut request,
        &stranger,
        server.region(),
        server.clock().now(),
    );
    assert_refused(&sent(request), "UnrecognizedClientException", "access key");
}

#[test]
fn a_session_token_is_part_of_the_credentials() {
    let server = server();
    let session = |token: &str| {
        let token = Some(token.to_owned());
        Credentials::new("AKIDSESSION", "secret", token, None, "test")
    };
    server.add_credentials(session("right"));
    for (token, status) in [("right", 200), ("wrong", 400)] {
        let mut request = request(&server);
        add_signature(
            &mut request,
            &session(token),
            server.region(),
            server.clock().now(),
        );
        assert_eq!(sent(request).status(), status, "{token}");
    }
}

#[test]
fn a_body_that_was_changed_after_signing_is_refused() {
    let server = server();
    let mut request = signed(&server);
    *request.body_mut() = create("order-2").to_string().into_bytes();
    assert_refused(
        &sent(request),
        "InvalidSignatureException",
        "does not match",
    );
}

#[test]
fn a_target_that_was_changed_after_signing_is_refused() {
    let server = server();
    let mut request = signed(&server);
    let target = HeaderValue::from_static("AWSLicenseManager.ListTokens");
    request.headers_mut().insert("x-amz-target", target);
    assert_refused(
        &sent(request),
        "InvalidSignatureException",
        "does not match",
    );
}

#[test]
fn a_meaningful_header_that_is_not_signed_is_refused() {
    let server = server();
    let mut request = signed(&server);
    let value = HeaderValue::from_static("added on the way");
    request.headers_mut().insert("x-amz-extra", value);
    assert_refused(
        &sent(request),
        "InvalidSignatureException",
        "x-amz-extra must be signed",
    );
}

#[test]
fn a_signature_for_another_region_is_refused() {
    let server = server();
    let mut request = request(&server);
    add_signature(
        &mut request,
        &server.credentials(),
        "eu-west-1",
        server.clock().now(),
    );
    assert_refused(
        &sent(request),
        "InvalidSignatureException",
        "us-east-1/license-manager",
    );
}

#[test]
fn a_server_in_another_region_takes_signatures_for_it() {
    let server = LocalLicenseManager::start_in("eu-west-1").expect("loopback can be listened on");
    assert_eq!(
        call(&server, "CreateToken", &create("order-1")).status(),
        200
    );
}

#[test]
fn a_clock_may_be_off_by_five_minutes_and_no_more() {
    let server = server();
    let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    server.clock().stop_at(noon);
    let minutes = |minutes: u64| Duration::from_mins(minutes);
    let second = Duration::from_secs(1);
    for (time, refusal) in [
        (noon - minutes(5), None),
        (noon - minutes(5) - second, Some("expired")),
        (noon + minutes(5), None),
        (noon + minutes(5) + second, Some("not valid yet")),
    ] {
        let mut request = request(&server);
        add_signature(&mut request, &server.credentials(), server.region(), time);
        let answer = sent(request);
        match refusal {
            None => assert_eq!(answer.status(), 200),
            Some(reason) => assert_refused(&answer, "InvalidSignatureException", reason),
        }
    }
}

#[test]
fn a_signature_with_a_part_missing_is_incomplete() {
    let server = server();
    let complete = signed(&server).headers()["authorization"]
        .to_str()
        .expect("text")
        .to_owned();
    for (authorization, reason) in [
        (
            complete.replace("SignedHeaders=", "Headers="),
            "lacks SignedHeaders",
        ),
        (complete.replace("Signature=", "Sig="), "lacks Signature"),
        (complete.replace("Credential=", "Key="), "lacks Credential"),
        (
            "Bearer of-bad-news".to_owned(),
            "must begin with AWS4-HMAC-SHA256",
        ),
    ] {
        let mut request = signed(&server);
        let value = HeaderValue::from_str(&authorization).expect("text");
        request.headers_mut().insert("authorization", value);
        assert_refused(&sent(request), "IncompleteSignatureException", reason);
    }
}

#[test]
fn a_date_that_is_none_is_incomplete() {
    let server = server();
    let mut request = signed(&server);
    let day = request.headers()["x-amz-date"].to_str().expect("text")[..8].to_owned();
    for date in [
        day.clone(),
        format!("{day}T99"),
        format!("{day}T996199Z"),
        format!("{day}\u{e9}"),
    ] {
        let value = HeaderValue::from_bytes(date.as_bytes()).expect("bytes of a header");
        request.headers_mut().insert("x-amz-date", value);
        let (code, _) = sent(request.clone()).error();
        assert_eq!(code, "IncompleteSignatureException", "{date}");
    }
}
