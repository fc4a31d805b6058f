//! What error responses say, however they are made.

mod query_mode;

use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use crate::support::aws_json::V1_1;
use crate::support::fault::Fault;
use crate::support::operation::Response;
use crate::support::rest_json::RestJson1;
use crate::support::rpc_v2_json::RpcV2Json;
use crate::support::wire::Format;

/// What an error response says: its code and its message.
type Told = (String, Option<String>);

/// How a protocol reads an error response.
type Read = fn(&Response<'_>) -> Told;

/// The protocols by their names.
const PROTOCOLS: [(&str, Read); 3] = [
    ("awsJson", |response| read(&V1_1::fault(response))),
    ("restJson1", |response| read(&RestJson1::fault(response))),
    ("rpcv2Json", |response| read(&RpcV2Json::fault(response))),
];

fn read(fault: &Fault<'_, impl Format>) -> Told {
    let message = fault.unhandled().message().map(str::to_owned);
    (fault.code().to_owned(), message)
}

/// The code and the message of a response of restJson1 with this header and this body.
fn told(header: Option<&str>, body: &str) -> Told {
    told_by(|response| read(&RestJson1::fault(response)), header, body)
}

/// The same of another protocol.
fn told_by(read: Read, header: Option<&str>, body: &str) -> Told {
    let mut response = http::Response::builder()
        .status(503)
        .header("smithy-protocol", "rpc-v2-json");
    if let Some(code) = header {
        response = response.header("X-Amzn-Errortype", code);
    }
    let response = response.body(body).expect("a valid response");
    read(&(&response).into())
}

fn says(code: &str, message: Option<&str>) -> Told {
    (code.to_owned(), message.map(str::to_owned))
}

#[test]
fn each_protocol_looks_for_the_code_in_its_own_order() {
    let status = "HTTP status 503";
    let all = r#"{"code": "Code", "__type": "Type"}"#;
    for (header, body, expected) in [
        (Some("Header"), all, ["Header", "Header", "Type"]),
        (None, all, ["Type", "Code", "Type"]),
        (Some(""), all, ["Type", "Code", "Type"]),
        (Some(" :http://example.com/"), all, ["Type", "Code", "Type"]),
        (Some(""), r#"{"code": "Code"}"#, ["Code", "Code", status]),
        (None, r#"{"Code": "Code"}"#, ["Code", "Code", status]),
        (None, r#"{"__type": "Type"}"#, ["Type", "Type", "Type"]),
        (
            None,
            r#"{"__type": "", "code": "Code"}"#,
            ["Code", "Code", status],
        ),
        (
            None,
            r#"{"__type": "Type", "code": ""}"#,
            ["Type", "Type", "Type"],
        ),
        (Some("Header"), "", ["Header", "Header", status]),
        (None, "", [status, status, status]),
    ] {
        for ((protocol, read), expected) in PROTOCOLS.into_iter().zip(expected) {
            let (code, _) = told_by(read, header, body);
            assert_eq!(code, expected, "{protocol}: {header:?} {body}");
        }
    }
}

#[test]
fn an_answer_that_is_not_of_rpc_v2_json_is_judged_by_its_status_alone() {
    for protocol in [None, Some("rpc-v2-cbor"), Some("")] {
        let mut response = http::Response::builder().status(502);
        if let Some(protocol) = protocol {
            response = response.header("smithy-protocol", protocol);
        }
        response = response.header("x-amzn-query-error", "Closed;Sender");
        let response = response.body(r#"{"__type": "Closed", "message": "ebb"}"#);
        let response = response.expect("a valid response");
        let unhandled = RpcV2Json::fault(&(&response).into()).unhandled();
        assert_eq!(unhandled.code(), Some("HTTP status 502"));
        assert_eq!(unhandled.message(), None);
    }
}

#[test]
fn the_namespace_is_found_where_the_code_is_or_with_the_same_code_elsewhere() {
    for (header, body, is_of_tides) in [
        (None, r#"{"__type": "tides#Closed"}"#, true),
        (None, r#"{"__type": "tides#Closed:http://a/b#c"}"#, true),
        (Some("tides#Closed"), "", true),
        (Some("Closed"), r#"{"__type": "tides#Closed"}"#, true),
        (Some("moon#Closed"), r#"{"__type": "tides#Closed"}"#, false),
        (Some("Closed"), r#"{"__type": "tides#Other"}"#, false),
        (None, r#"{"__type": "Closed"}"#, false),
        (None, "", false),
    ] {
        let mut response = http::Response::builder().status(400);
        if let Some(code) = header {
            response = response.header("X-Amzn-Errortype", code);
        }
        let response = response.body(body).expect("a valid response");
        let response = (&response).into();
        let is_of = V1_1::fault(&response).is_of("tides");
        assert_eq!(is_of, is_of_tides, "{header:?} {body}");
    }
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
    let fault = RestJson1::fault(&response);
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
