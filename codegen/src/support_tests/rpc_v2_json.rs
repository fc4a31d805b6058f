//! What rpcv2Json says of itself, and what it takes for an answer.

use std::convert::Infallible;

use aws_smithy_types::{BigDecimal, BigInteger};

use crate::support::operation::Failure;
use crate::support::rpc_v2_json::{output, request, request_without_input};

const PATH: &str = "/service/Tides/operation/Forecast";

#[test]
fn a_request_names_the_operation_in_its_path_and_the_protocol_in_a_header() {
    let request = request(PATH, &true).expect("a request");
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), PATH);
    assert_eq!(request.headers()["smithy-protocol"], "rpc-v2-json");
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.headers()["content-type"], "application/json");
}

#[test]
fn without_an_input_there_is_no_body_and_no_type_of_it() {
    let request = request_without_input(PATH).expect("a request");
    assert_eq!(request.uri(), PATH);
    assert!(request.body().is_empty());
    assert!(!request.headers().contains_key("content-type"));
    assert_eq!(request.headers()["smithy-protocol"], "rpc-v2-json");
}

#[test]
fn big_numbers_are_sent_as_strings() {
    let whole: BigInteger = "18446744073709551616".parse().expect("a number");
    let fraction: BigDecimal = "0.10".parse().expect("a number");
    let whole = request(PATH, &vec![whole]).expect("a request");
    assert_eq!(whole.body(), br#"["18446744073709551616"]"#);
    let fraction = request(PATH, &vec![fraction]).expect("a request");
    assert_eq!(fraction.body(), br#"["0.10"]"#);
}

/// What a response with this header and this body is read as.
fn read(protocol: Option<&str>, body: &[u8]) -> Result<bool, Failure<Infallible>> {
    let mut response = http::Response::builder();
    if let Some(protocol) = protocol {
        response = response.header("Smithy-Protocol", protocol);
    }
    let response = response.body(body.to_vec()).expect("a valid response");
    output(&(&response).into())
}

#[test]
fn an_answer_of_the_protocol_is_read() {
    assert!(matches!(read(Some("rpc-v2-json"), b"true"), Ok(true)));
}

#[test]
fn an_answer_that_is_not_of_the_protocol_is_unreadable() {
    for protocol in [None, Some("rpc-v2-cbor"), Some("")] {
        let read = read(protocol, b"true");
        assert!(matches!(read, Err(Failure::Unreadable(_))), "{protocol:?}");
    }
}
