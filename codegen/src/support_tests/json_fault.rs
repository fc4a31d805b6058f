//! What error responses say, however they are made.

mod query_mode;

use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use crate::support::json_fault::fault;

/// The code and the message of a response with this header and this body.
fn told(header: Option<&str>, body: &str) -> (String, Option<String>) {
    let mut response = http::Response::builder().status(503);
    if let Some(code) = header {
        response = response.header("X-Amzn-Errortype", code);
    }
    let response = response.body(body).expect("a valid response");
    let response = (&response).into();
    let fault = fault(&response);
    let message = fault.unhandled().message().map(str::to_owned);
    (fault.code().to_owned(), message)
}

fn says(code: &str, message: Option<&str>) -> (String, Option<String>) {
    (code.to_owned(), message.map(str::to_owned))
}

#[test]
fn the_header_comes_before_the_type_and_the_type_before_the_code() {
    let body = r#"{"code": "Third", "__type": "Second"}"#;
    assert_eq!(told(Some("First"), body), says("First", None));
    assert_eq!(told(None, body), says("Second", None));
    assert_eq!(told(None, r#"{"code": "Third"}"#), says("Third", None));
}

#[test]
fn a_code_stands_without_its_namespace_and_its_address() {
    for code in [
        "Closed",
        "a.b#Closed",
        "Closed:http://example.com/x",
        "a.b#Closed:http://c/d#e",
    ] {
        assert_eq!(told(Some(code), ""), says("Closed", None), "{code}");
    }
}

#[test]
fn members_of_the_same_names_that_are_no_texts_hide_nothing() {
    let body = r#"{"code": 42, "message": {"text": "no"}, "__type": "Closed", "Message": "ebb"}"#;
    assert_eq!(told(None, body), says("Closed", Some("ebb")));
}

#[test]
fn a_text_that_is_not_utf_8_hides_nothing() {
    let response = http::Response::builder().status(400);
    let body = &b"{\"message\": \"caf\xe9 ferm\xe9\", \"__type\": \"Closed\"}"[..];
    let response = response.body(body).expect("a valid response");
    let response = (&response).into();
    let fault = fault(&response);
    let expected = says("Closed", Some("caf\u{fffd} ferm\u{fffd}"));
    let unhandled = fault.unhandled();
    assert_eq!(says(fault.code(), unhandled.message()), expected);
}

#[test]
fn without_a_code_the_status_says_what_there_is_to_say() {
    for body in ["", "{}", "<html>", r#"{"code": ""}"#] {
        assert_eq!(told(None, body), says("HTTP status 503", None), "{body}");
    }
}
