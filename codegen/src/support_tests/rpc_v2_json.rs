//! What rpcv2Json says of itself, and what it takes for an answer.

use std::fmt;

use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};
use aws_smithy_types::{BigDecimal, BigInteger};

use crate::support::endpoint::RuleSet;
use crate::support::fault::{Fault, FromFault};
use crate::support::operation::{Failure, Operation, Protocol, Service};
use crate::support::rpc_v2_json::{RpcV2Json, WithoutInput};
use crate::support::wire::{Encode, Format, Writer};

#[derive(Clone, Copy, Debug)]
struct Tides;

impl Service for Tides {
    type Error = TidesError;

    const SHAPE: &'static str = "Tides";
    const SDK_ID: &'static str = "Tides";
    const USER_AGENT: &'static str = "tides";
    const API_VERSION: &'static str = "1";
    const SIGNING_NAME: Option<&'static str> = None;
    const AUTH_SCHEMES: &'static [&'static str] = &["noAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = None;
}

/// The code of an error.
#[derive(Debug)]
struct TidesError(String);

impl fmt::Display for TidesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TidesError {}

impl ProvideErrorMetadata for TidesError {
    fn meta(&self) -> &ErrorMetadata {
        &aws_smithy_types::error::metadata::EMPTY_ERROR_METADATA
    }
}

impl ProvideErrorKind for TidesError {
    fn code(&self) -> Option<&str> {
        Some(&self.0)
    }

    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        None
    }
}

impl FromFault for TidesError {
    fn from_fault(fault: &Fault<'_, impl Format>) -> Self {
        Self(fault.code().to_owned())
    }
}

/// Sends a value, and is told whether it was to the service's liking.
#[derive(Debug)]
struct Forecast<T>(T);

impl<T: Encode> Encode for Forecast<T> {
    fn encode(&self, w: &mut impl Writer) {
        self.0.encode(w);
    }
}

impl<T: Encode + fmt::Debug + Send + Sync + 'static> Operation for Forecast<T> {
    type Service = Tides;
    type Protocol = RpcV2Json;
    type Output = bool;

    const NAME: &'static str = "Forecast";
}

/// Takes nothing.
#[derive(Debug)]
struct Ping;

impl Operation for Ping {
    type Service = Tides;
    type Protocol = WithoutInput;
    type Output = bool;

    const NAME: &'static str = "Ping";
}

#[test]
fn a_request_names_the_operation_in_its_path_and_the_protocol_in_a_header() {
    let request = Forecast(true).request().expect("a request");
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "/service/Tides/operation/Forecast");
    assert_eq!(request.headers()["smithy-protocol"], "rpc-v2-json");
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.headers()["content-type"], "application/json");
}

#[test]
fn without_an_input_there_is_no_body_and_no_type_of_it() {
    let request = Ping.request().expect("a request");
    assert_eq!(request.uri(), "/service/Tides/operation/Ping");
    assert!(request.body().is_empty());
    assert!(!request.headers().contains_key("content-type"));
    assert_eq!(request.headers()["smithy-protocol"], "rpc-v2-json");
}

#[test]
fn big_numbers_are_sent_as_strings() {
    let whole: BigInteger = "18446744073709551616".parse().expect("a number");
    let fraction: BigDecimal = "0.10".parse().expect("a number");
    let whole = Forecast(vec![whole]).request().expect("a request");
    assert_eq!(whole.body(), br#"["18446744073709551616"]"#);
    let fraction = Forecast(vec![fraction]).request().expect("a request");
    assert_eq!(fraction.body(), br#"["0.10"]"#);
}

/// What a response with this status, this header and this body is read as.
fn read(status: u16, protocol: Option<&str>, body: &str) -> Result<bool, Failure<TidesError>> {
    let mut response = http::Response::builder().status(status);
    if let Some(protocol) = protocol {
        response = response.header("Smithy-Protocol", protocol);
    }
    let response = response.body(body.to_owned()).expect("a valid response");
    let read = Ping::response(&(&response).into());
    let same = <RpcV2Json as Protocol<Forecast<bool>>>::response(&(&response).into());
    assert_eq!(read.is_ok(), same.is_ok());
    read
}

#[test]
fn an_answer_of_the_protocol_is_read() {
    assert!(matches!(read(200, Some("rpc-v2-json"), "true"), Ok(true)));
}

#[test]
fn an_answer_that_is_not_of_the_protocol_is_unreadable() {
    for protocol in [None, Some("rpc-v2-cbor"), Some("")] {
        let read = read(200, protocol, "true");
        assert!(matches!(read, Err(Failure::Unreadable(_))), "{protocol:?}");
    }
}

#[test]
fn an_error_is_told_by_its_code_where_the_answer_is_of_the_protocol() {
    for (protocol, expected) in [
        (Some("rpc-v2-json"), "HarbourClosed"),
        (None, "HTTP status 400"),
    ] {
        let read = read(400, protocol, r#"{"__type": "tides#HarbourClosed"}"#);
        let Err(Failure::Service(TidesError(code))) = read else {
            panic!("{read:?}");
        };
        assert_eq!(code, expected);
    }
}
