//! The server fails as it is told to.

use std::time::{Duration, Instant};

use serde_json::json;
use tinsmith_tests::local_license_manager::{ErrorEncoding, Fault, ServiceError};

use crate::caller::{call, create, server, try_call};

#[test]
fn each_error_travels_with_the_status_of_its_shape() {
    let server = server();
    for (code, status) in [
        ("AccessDeniedException", 401),
        ("AuthorizationException", 403),
        ("RateLimitExceededException", 429),
        ("RedirectException", 308),
        ("ResourceLimitExceededException", 400),
        ("ResourceNotFoundException", 400),
        ("ServerInternalException", 500),
        ("ValidationException", 400),
        ("AnErrorAddedLater", 400),
    ] {
        server.fail_next(ServiceError::new(code, "as told"));
        let answer = call(&server, "CreateToken", &create("order-1"));
        assert_eq!(answer.status(), status, "{code}");
        assert_eq!(answer.error(), (code.to_owned(), "as told".to_owned()));
        assert_ne!(answer.header("x-amzn-requestid"), "");
    }
}

#[test]
fn a_redirect_says_where_to() {
    let server = server();
    let error = ServiceError::new("RedirectException", "moved").location("https://elsewhere/");
    server.fail_next(error);
    let answer = call(&server, "CreateToken", &create("order-1"));
    assert_eq!(answer.header("location"), "https://elsewhere/");
}

#[test]
fn throttling_travels_with_the_status_it_is_given() {
    let server = server();
    for status in [400, 429, 503] {
        let error = ServiceError::new("ThrottlingException", "slow down").status(status);
        server.fail_next(error);
        assert_eq!(call(&server, "ListTokens", &json!({})).status(), status);
    }
}

#[test]
fn an_error_code_is_written_in_every_way_that_services_write_it() {
    let server = server();
    let address = ":http://internal.amazon.com/coral/com.amazonaws.licensemanager/";
    let addressed = format!("ValidationException{address}");
    let namespaced = "com.amazonaws.licensemanager#ValidationException";
    let mut seen = Vec::new();
    for encoding in ErrorEncoding::ALL {
        let error = ServiceError::new("ValidationException", "no").encoding(encoding);
        server.fail_next(error.message_member("message"));
        let answer = call(&server, "CreateToken", &create("order-1"));
        assert_eq!(answer.status(), 400);
        seen.push((answer.header("x-amzn-errortype").to_owned(), answer.json()));
    }
    let body = |member: &str, code: &str| (String::new(), json!({ member: code, "message": "no" }));
    let header = |code: &str| (code.to_owned(), json!({ "message": "no" }));
    let expected = [
        body("__type", "ValidationException"),
        body("__type", namespaced),
        body("__type", &addressed),
        body("code", "ValidationException"),
        header("ValidationException"),
        header(&addressed),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn answers_can_be_empty_or_no_json() {
    let server = server();
    for status in [200, 500, 503] {
        server.fail_next(Fault::EmptyBody(status));
        let answer = call(&server, "CreateToken", &create("order-1"));
        assert_eq!((answer.status(), answer.body.len()), (status, 0));
    }
    server.fail_next(Fault::Html(502));
    let answer = call(&server, "CreateToken", &create("order-1"));
    assert_eq!(
        (answer.status(), answer.header("content-type")),
        (502, "text/html")
    );
    assert!(answer.body.starts_with(b"<html>"));
}

#[test]
fn a_connection_can_close_before_anything_is_done() {
    let server = server();
    server.fail_next(Fault::Disconnect);
    assert!(try_call(&server, "CreateToken", &create("order-1")).is_err());
    assert_eq!(
        call(&server, "ListTokens", &json!({})).output(),
        json!({ "Tokens": [] })
    );
}

#[test]
fn an_answer_can_get_lost_after_all_is_done() {
    for fault in [Fault::LostAnswer, Fault::CutBody] {
        let server = server();
        server.fail_next(fault);
        assert!(try_call(&server, "CreateToken", &create("order-1")).is_err());
        let again = call(&server, "CreateToken", &create("order-1")).output();
        let tokens = call(&server, "ListTokens", &json!({})).output();
        assert_eq!(tokens["Tokens"].as_array().map(Vec::len), Some(1));
        assert_eq!(tokens["Tokens"][0]["TokenId"], again["TokenId"]);
    }
}

#[test]
fn an_answer_can_stop_halfway_with_its_connection_intact() {
    let server = server();
    server.fail_next(Fault::TruncatedJson);
    let cut = call(&server, "CreateToken", &create("order-1"));
    let whole = call(&server, "CreateToken", &create("order-1"));
    assert_eq!(cut.status(), 200);
    assert_eq!(cut.body, whole.body[..whole.body.len() / 2]);
}

#[test]
fn answers_can_be_late_or_slow() {
    let server = server();
    let pause = Duration::from_millis(150);
    for fault in [Fault::Delay(pause), Fault::SlowBody(pause)] {
        server.fail_next(fault);
        let start = Instant::now();
        let answer = call(&server, "CreateToken", &create("order-1"));
        assert!(start.elapsed() >= pause);
        assert_eq!(answer.output()["TokenType"], "REFRESH_TOKEN");
    }
}

#[test]
fn a_later_version_adds_members_and_values_and_keeps_the_rest() {
    let server = server();
    server.fail_times(2, Fault::LaterVersion);
    let created = call(&server, "CreateToken", &create("order-1")).output();
    assert_eq!(created["TokenType"], "ADDED_LATER");
    assert!(created["AddedLater"].is_object() && created["Token"].is_string());
    let listed = call(&server, "ListTokens", &json!({})).output();
    assert!(listed["Tokens"][0]["AddedLater"].is_object());
    assert_eq!(listed["Tokens"][0]["TokenId"], created["TokenId"]);
}

#[test]
fn faults_come_in_order_to_the_operations_they_are_for_and_then_end() {
    let server = server();
    server.fail_operation("ListTokens", 1, Fault::EmptyBody(503));
    server.fail_times(2, Fault::EmptyBody(500));
    let status = |operation| call(&server, operation, &create("order-1")).status();
    assert_eq!(status("CreateToken"), 500);
    assert_eq!(status("ListTokens"), 503);
    assert_eq!(status("ListTokens"), 500);
    assert_eq!(status("ListTokens"), 200);
    server.fail_times(usize::MAX, Fault::EmptyBody(500));
    assert_eq!(status("CreateToken"), 500);
    server.recover();
    assert_eq!(status("CreateToken"), 200);
}
