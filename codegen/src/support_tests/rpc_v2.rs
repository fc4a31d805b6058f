//! What the protocols rpcv2Json and rpcv2Cbor say of themselves, and what they take for answers.

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;

use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};
use aws_smithy_types::{BigDecimal, BigInteger};

use crate::support::cbor::Cbor;
use crate::support::endpoint::RuleSet;
use crate::support::fault::{Fault, FromFault};
use crate::support::json::Json;
use crate::support::operation::{Failure, Operation, Protocol, Service};
use crate::support::rpc_v2::{RpcFormat, RpcV2, RpcV2WithoutInput};
use crate::support::wire::{self, Encode, Format, Writer};

/// The format of rpcv2Json.
type QuotingJson = Json<true>;

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
struct Forecast<F, T>(T, PhantomData<fn() -> F>);

impl<F, T: fmt::Debug> fmt::Debug for Forecast<F, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<F, T: Encode> Encode for Forecast<F, T> {
    fn encode(&self, w: &mut impl Writer) {
        self.0.encode(w);
    }
}

impl<F, T> Operation for Forecast<F, T>
where
    F: RpcFormat,
    T: Encode + fmt::Debug + Send + Sync + 'static,
{
    type Service = Tides;
    type Protocol = RpcV2<F>;
    type Output = bool;

    const NAME: &'static str = "Forecast";
}

/// Takes nothing.
struct Ping<F>(PhantomData<fn() -> F>);

impl<F> fmt::Debug for Ping<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ping")
    }
}

impl<F: RpcFormat> Operation for Ping<F> {
    type Service = Tides;
    type Protocol = RpcV2WithoutInput<F>;
    type Output = bool;

    const NAME: &'static str = "Ping";
}

/// The request of an operation that sends this.
fn request<F: RpcFormat>(
    value: impl Encode + fmt::Debug + Send + Sync + 'static,
) -> http::Request<Vec<u8>> {
    let input = Forecast::<F, _>(value, PhantomData);
    input.request().expect("a request")
}

#[test]
fn a_request_names_the_operation_in_its_path_and_the_protocol_in_a_header() {
    for (request, protocol, media_type) in [
        (
            request::<QuotingJson>(true),
            "rpc-v2-json",
            "application/json",
        ),
        (request::<Cbor>(true), "rpc-v2-cbor", "application/cbor"),
    ] {
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri(), "/service/Tides/operation/Forecast");
        assert_eq!(request.headers()["smithy-protocol"], protocol);
        assert_eq!(request.headers()["accept"], media_type);
        assert_eq!(request.headers()["content-type"], media_type);
    }
}

#[test]
fn without_an_input_there_is_no_body_and_no_type_of_it() {
    let in_json = Ping::<QuotingJson>(PhantomData).request();
    let in_cbor = Ping::<Cbor>(PhantomData).request();
    for (request, protocol) in [(in_json, "rpc-v2-json"), (in_cbor, "rpc-v2-cbor")] {
        let request = request.expect("a request");
        assert_eq!(request.uri(), "/service/Tides/operation/Ping");
        assert!(request.body().is_empty());
        assert!(!request.headers().contains_key("content-type"));
        assert_eq!(request.headers()["smithy-protocol"], protocol);
    }
}

#[test]
fn big_numbers_are_strings_in_json_alone() {
    let whole: BigInteger = "18446744073709551616".parse().expect("a number");
    let fraction: BigDecimal = "0.10".parse().expect("a number");
    let whole = vec![whole];
    let in_json = request::<QuotingJson>(whole.clone());
    assert_eq!(in_json.body(), br#"["18446744073709551616"]"#);
    let in_json = request::<QuotingJson>(vec![fraction]);
    assert_eq!(in_json.body(), br#"["0.10"]"#);
    let in_cbor = request::<Cbor>(whole);
    assert_eq!(in_cbor.body(), b"\x81\xc2\x49\x01\0\0\0\0\0\0\0\0");
}

/// What a response with this status, this header and this body is read as.
fn read<F: RpcFormat>(
    status: u16,
    protocol: Option<&str>,
    body: Vec<u8>,
) -> Result<bool, Failure<TidesError>> {
    let mut response = http::Response::builder().status(status);
    if let Some(protocol) = protocol {
        response = response.header("Smithy-Protocol", protocol);
    }
    let response = response
        .header("x-amzn-errortype", "NotThis")
        .body(body)
        .expect("a valid response");
    let read = Ping::<F>::response(&(&response).into());
    let same = <RpcV2<F> as Protocol<Forecast<F, bool>>>::response(&(&response).into());
    assert_eq!(read.is_ok(), same.is_ok());
    read
}

/// A value in the format `F`.
fn body<F: Format>(value: &impl Encode) -> Vec<u8> {
    wire::write::<F>(value).expect("it can be written")
}

#[test]
fn an_answer_of_the_protocol_is_read() {
    let in_json = read::<QuotingJson>(200, Some("rpc-v2-json"), body::<Json>(&true));
    assert!(matches!(in_json, Ok(true)));
    let in_cbor = read::<Cbor>(200, Some("rpc-v2-cbor"), body::<Cbor>(&true));
    assert!(matches!(in_cbor, Ok(true)));
}

#[test]
fn an_answer_that_is_not_of_the_protocol_is_unreadable() {
    for protocol in [None, Some("rpc-v2-cbor"), Some("")] {
        let read = read::<QuotingJson>(200, protocol, body::<Json>(&true));
        assert!(matches!(read, Err(Failure::Unreadable(_))), "{protocol:?}");
    }
    for protocol in [None, Some("rpc-v2-json"), Some("")] {
        let read = read::<Cbor>(200, protocol, body::<Cbor>(&true));
        assert!(matches!(read, Err(Failure::Unreadable(_))), "{protocol:?}");
    }
}

#[test]
fn an_error_is_told_by_its_type_alone_where_the_answer_is_of_the_protocol() {
    fn code<F: RpcFormat>(protocol: Option<&str>, members: &[(&str, &str)]) -> String {
        let members = members.iter();
        let members = members.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let members: HashMap<String, String> = members.collect();
        match read::<F>(400, protocol, body::<F>(&members)) {
            Err(Failure::Service(TidesError(code))) => code,
            other => panic!("{other:?}"),
        }
    }
    let closed = [("__type", "tides#HarbourClosed"), ("code", "Other")];
    let no_type = [("code", "HarbourClosed"), ("message", "it is closed")];
    for (said, expected) in [
        (
            code::<QuotingJson>(Some("rpc-v2-json"), &closed),
            "HarbourClosed",
        ),
        (code::<Cbor>(Some("rpc-v2-cbor"), &closed), "HarbourClosed"),
        (code::<QuotingJson>(None, &closed), "HTTP status 400"),
        (code::<Cbor>(None, &closed), "HTTP status 400"),
        (
            code::<QuotingJson>(Some("rpc-v2-json"), &no_type),
            "HTTP status 400",
        ),
        (
            code::<Cbor>(Some("rpc-v2-cbor"), &no_type),
            "HTTP status 400",
        ),
    ] {
        assert_eq!(said, expected);
    }
}

#[test]
fn what_cannot_be_read_of_an_error_costs_nothing_else_of_it() {
    // A text that is not UTF-8, then the type; and a type before the body ends too early.
    for message in [
        &b"\xbf\x67message\x62\xff\xff\x66__type\x66Closed\xff"[..],
        b"\xbf\x67message\xf5\x66__type\x66Closed\xff",
        b"\xbf\x66__type\x66Closed\x67message\x6a",
    ] {
        let read = read::<Cbor>(400, Some("rpc-v2-cbor"), message.to_vec());
        let Err(Failure::Service(TidesError(code))) = read else {
            panic!("{read:?}");
        };
        assert_eq!(code, "Closed");
    }
}
