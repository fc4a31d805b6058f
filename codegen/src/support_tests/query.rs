//! What awsQuery and ec2Query ask, and what they take for answers.

use std::fmt;

use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};

use crate::support::endpoint::RuleSet;
use crate::support::error::{Metadata, ServiceFault, Told};
use crate::support::fault::{Fault, FromFault};
use crate::support::operation::{Failure, Operation, RequestId, RequestIdField, Service};
use crate::support::query::{AwsQuery, Ec2Query};
use crate::support::wire::{DecodeMember, EncodeMembers, Error, Format, Layout, Members, Reader};

#[derive(Clone, Copy, Debug)]
struct Tides;

impl Service for Tides {
    type Error = TidesError;

    const SHAPE: &'static str = "Tides";
    const SDK_ID: &'static str = "Tides";
    const USER_AGENT: &'static str = "tides";
    const API_VERSION: &'static str = "2020-01-08";
    const SIGNING_NAME: Option<&'static str> = None;
    const AUTH_SCHEMES: &'static [&'static str] = &["noAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = None;
}

/// Any error, read as the one that the service has.
#[derive(Debug, Default)]
struct TidesError {
    code: String,
    station: Option<String>,
    meta: Metadata,
}

impl fmt::Display for TidesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.meta.fmt(f)
    }
}

impl std::error::Error for TidesError {}

impl ProvideErrorMetadata for TidesError {
    fn meta(&self) -> &ErrorMetadata {
        self.meta.get()
    }
}

impl ProvideErrorKind for TidesError {
    fn code(&self) -> Option<&str> {
        Some(&self.code)
    }

    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        None
    }
}

impl RequestId for TidesError {
    fn request_id(&self) -> Option<&str> {
        self.meta.request_id()
    }
}

impl DecodeMember for TidesError {
    fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
        match name {
            "Station" => r.member(&mut self.station),
            _ => r.skip(),
        }
    }
}

impl ServiceFault for TidesError {
    fn complete(&mut self, told: &Told<'_>) {
        told.code.clone_into(&mut self.code);
        self.meta = told.metadata();
    }
}

impl FromFault for TidesError {
    fn from_fault(fault: &Fault<'_, impl Format>) -> Self {
        fault.read()
    }
}

/// An operation that asks for the tides of some stations, in each protocol.
macro_rules! list_tides {
    ($($name:ident: $protocol:ident),*) => {$(
        #[derive(Debug)]
        struct $name(Vec<String>);

        impl From<Vec<String>> for $name {
            fn from(stations: Vec<String>) -> Self {
                Self(stations)
            }
        }

        impl EncodeMembers for $name {
            fn encode_members(&self, w: &mut impl Members) {
                w.value("Stations", &self.0);
            }
        }

        impl Operation for $name {
            type Service = Tides;
            type Protocol = $protocol;
            type Output = ListTidesOutput;

            const NAME: &'static str = "ListTides";

            fn request_id_field(output: &mut ListTidesOutput) -> Option<&mut RequestIdField> {
                Some(&mut output.request_id)
            }
        }
    )*};
}

list_tides!(OfAws: AwsQuery, OfEc2: Ec2Query);

#[derive(Debug, Default, PartialEq)]
struct ListTidesOutput {
    heights: Option<Vec<i32>>,
    request_id: RequestIdField,
}

impl DecodeMember for ListTidesOutput {
    fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
        const ITEMS: Layout = Layout::list("item");
        match name {
            "Heights" => r.layout(&ITEMS).member(&mut self.heights),
            _ => r.skip(),
        }
    }
}

/// An operation whose output has nothing but a request id, in each protocol.
macro_rules! forget {
    ($($name:ident: $protocol:ident),*) => {$(
        #[derive(Debug)]
        struct $name;

        impl EncodeMembers for $name {}

        impl Operation for $name {
            type Service = Tides;
            type Protocol = $protocol;
            type Output = ForgetOutput;

            const NAME: &'static str = "Forget";

            fn request_id_field(output: &mut ForgetOutput) -> Option<&mut RequestIdField> {
                Some(&mut output.0)
            }
        }
    )*};
}

forget!(ForgetOfAws: AwsQuery, ForgetOfEc2: Ec2Query);

#[derive(Debug, Default)]
struct ForgetOutput(RequestIdField);

impl DecodeMember for ForgetOutput {}

/// The request of a protocol for these stations.
fn request<O: Operation + From<Vec<String>>>(stations: &[&str]) -> http::Request<Vec<u8>> {
    let stations: Vec<String> = stations.iter().map(|name| (*name).to_owned()).collect();
    let request = O::from(stations).request();
    request.expect("the request can be built")
}

/// What a protocol makes of a response.
fn read<O: Operation<Service = Tides>>(
    status: u16,
    body: &str,
) -> Result<O::Output, Failure<TidesError>> {
    let response = http::Response::builder()
        .status(status)
        .header("x-amzn-requestid", "of-the-header")
        .header("x-amzn-errortype", "Header");
    let response = response.body(body).expect("a valid response");
    O::response(&(&response).into())
}

/// What it says of an error: the code, the message, the request id and a member.
fn told<O: Operation<Service = Tides>>(status: u16, body: &str) -> [Option<String>; 4] {
    match read::<O>(status, body) {
        Err(Failure::Service(error)) => [
            Some(error.code.clone()),
            error.message().map(str::to_owned),
            error.meta.request_id().map(str::to_owned),
            error.station,
        ],
        other => panic!("no error of the service: {other:?}"),
    }
}

fn says(code: &str, message: &str, request_id: &str, station: &str) -> [Option<String>; 4] {
    [code, message, request_id, station].map(|text| Some(text.to_owned()))
}

fn heights(heights: &[i32]) -> ListTidesOutput {
    ListTidesOutput {
        heights: Some(heights.to_vec()),
        ..ListTidesOutput::default()
    }
}

#[test]
fn a_request_is_a_form_that_names_the_operation_and_the_version_of_the_api() {
    for (request, body) in [
        (
            request::<OfAws>(&["a", "b c"]),
            "Action=ListTides&Version=2020-01-08&Stations.member.1=a&Stations.member.2=b%20c",
        ),
        (
            request::<OfEc2>(&["a", "b c"]),
            "Action=ListTides&Version=2020-01-08&Stations.1=a&Stations.2=b%20c",
        ),
    ] {
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri(), "/");
        assert_eq!(request.headers().len(), 1);
        assert_eq!(
            request.headers()["content-type"],
            "application/x-www-form-urlencoded"
        );
        assert_eq!(std::str::from_utf8(request.body()), Ok(body));
    }
}

#[test]
fn an_output_of_aws_query_is_inside_the_answer() {
    let body = "<ListTidesResponse><ListTidesResult><Heights><item>1</item><item>2</item></Heights>\
                </ListTidesResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>\
                </ListTidesResponse>";
    assert_eq!(
        read::<OfAws>(200, body).expect("a success"),
        heights(&[1, 2])
    );
}

#[test]
fn an_output_of_ec2_query_is_the_answer() {
    let body = "<ListTidesResponse><requestId>r</requestId><Heights><item>1</item></Heights>\
                </ListTidesResponse>";
    assert_eq!(read::<OfEc2>(200, body).expect("a success"), heights(&[1]));
}

#[test]
fn the_request_id_of_a_success_is_in_its_body_or_else_in_a_header() {
    let id = |output: Result<ListTidesOutput, Failure<TidesError>>| {
        let output = output.expect("a success");
        output.request_id.get().map(str::to_owned)
    };
    let of_aws = "<R><S/><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></R>";
    assert_eq!(id(read::<OfAws>(200, of_aws)).as_deref(), Some("r-1"));
    let of_ec2 = "<R><requestId>r-2</requestId></R>";
    assert_eq!(id(read::<OfEc2>(200, of_ec2)).as_deref(), Some("r-2"));
    let in_header = Some("of-the-header");
    assert_eq!(id(read::<OfAws>(200, "<R><S/></R>")).as_deref(), in_header);
    assert_eq!(id(read::<OfEc2>(200, "<R></R>")).as_deref(), in_header);
    assert_eq!(id(read::<OfEc2>(200, "")).as_deref(), in_header);
}

#[test]
fn an_answer_that_cannot_be_read_has_its_request_id_too() {
    let of_aws = "<R><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>\
                  <S><Heights><item>high</item></Heights></S></R>";
    let failure = read::<OfAws>(200, of_aws).expect_err("no height is so");
    assert_eq!(failure.request_id(), Some("r-1"));
    let of_ec2 = "<R><requestId>r-2</requestId><Heights><item>high</item></Heights></R>";
    let failure = read::<OfEc2>(200, of_ec2).expect_err("no height is so");
    assert_eq!(failure.request_id(), Some("r-2"));
}

#[test]
fn an_empty_success_is_an_output_without_members() {
    let nothing = ListTidesOutput::default();
    assert_eq!(read::<OfAws>(200, "").expect("a success"), nothing);
    assert_eq!(read::<OfEc2>(200, "").expect("a success"), nothing);
}

#[test]
fn for_an_output_without_members_the_body_does_not_matter_but_for_its_request_id() {
    let body = "<R><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata><Unclosed>";
    for body in [body, "no XML"] {
        let expected = Some(if body == "no XML" {
            "of-the-header"
        } else {
            "r"
        });
        let output = read::<ForgetOfAws>(200, body).expect("a success");
        assert_eq!(output.0.get(), expected);
        let output = read::<ForgetOfEc2>(200, body).expect("a success");
        assert_eq!(output.0.get(), expected);
    }
}

#[test]
fn a_success_that_is_no_xml_cannot_be_read() {
    for body in ["<!DOCTYPE html><html></html>", "{}", "<a><b>"] {
        for answer in [read::<OfAws>(200, body), read::<OfEc2>(200, body)] {
            assert!(matches!(answer, Err(Failure::Unreadable(_))), "{body}");
        }
    }
}

#[test]
fn an_error_of_aws_query_is_in_an_envelope_with_the_request_id_beside_it() {
    let body = "<ErrorResponse><Error><Type>Sender</Type><Code>NoStation</Code>\
                <Message>none there</Message><Station>x</Station></Error>\
                <RequestId>r-1</RequestId></ErrorResponse>";
    assert_eq!(
        told::<OfAws>(400, body),
        says("NoStation", "none there", "r-1", "x")
    );
}

#[test]
fn an_error_is_one_with_a_status_of_success_too() {
    let of_aws = "<ErrorResponse><Error><Code>NoStation</Code><Message>none there</Message>\
                  <Station>x</Station></Error><RequestId>r</RequestId></ErrorResponse>";
    let of_ec2 = "<Response><Errors><Error><Code>NoStation</Code><Message>none there</Message>\
                  <Station>x</Station></Error></Errors><RequestID>r</RequestID></Response>";
    let expected = says("NoStation", "none there", "r", "x");
    for body in [of_aws, of_ec2] {
        assert_eq!(told::<OfAws>(200, body), expected);
        assert_eq!(told::<OfEc2>(200, body), expected);
        assert_eq!(told::<ForgetOfAws>(200, body), expected);
        assert_eq!(told::<ForgetOfEc2>(200, body), expected);
    }
}

#[test]
fn a_code_in_xml_is_the_whole_of_it() {
    let body = "<ErrorResponse><Error><Code> a:b#c\n</Code></Error></ErrorResponse>";
    let [code, ..] = told::<OfAws>(400, body);
    assert_eq!(code.as_deref(), Some("a:b#c"));
}

#[test]
fn an_error_without_an_envelope_tells_its_message() {
    let body = "<AccessDeniedException>\n  <Message>none there</Message>\n</AccessDeniedException>";
    let [code, message, ..] = told::<OfAws>(403, body);
    assert_eq!(code.as_deref(), Some("HTTP status 403"));
    assert_eq!(message.as_deref(), Some("none there"));
}

#[test]
fn an_error_of_ec2_query_is_the_first_of_a_list() {
    let body = "<Response><Errors><Error><Code>NoStation</Code><Message>none there</Message>\
                <Station>x</Station></Error><Error><Code>Other</Code></Error></Errors>\
                <RequestID>r-2</RequestID></Response>";
    assert_eq!(
        told::<OfEc2>(400, body),
        says("NoStation", "none there", "r-2", "x")
    );
}

#[test]
fn a_member_named_code_is_not_the_code() {
    let body = "<ErrorResponse><Error><code>7</code><Code>NoStation</Code></Error></ErrorResponse>";
    assert_eq!(told::<OfAws>(400, body)[0].as_deref(), Some("NoStation"));
}

#[test]
fn an_error_that_is_cut_off_still_has_what_came_of_it() {
    let body = "<ErrorResponse><Error><Code>NoStation</Code><Message>none there</Message>\
                <Station>x</Station><Unfini";
    assert_eq!(
        told::<OfAws>(400, body),
        says("NoStation", "none there", "of-the-header", "x")
    );
}

#[test]
fn what_is_no_text_of_xml_in_a_message_costs_no_code() {
    let body = "<ErrorResponse><Error><Message>a\u{1}b &unknown;</Message><Code>NoStation</Code>\
                <Station>x</Station></Error></ErrorResponse>";
    let [code, _, _, station] = told::<OfAws>(400, body);
    assert_eq!(code.as_deref(), Some("NoStation"));
    assert_eq!(station.as_deref(), Some("x"));
}

#[test]
fn without_an_error_in_its_body_a_response_is_judged_by_its_status() {
    for body in [
        "",
        "<html><body>503 Service Temporarily Unavailable</body></html>",
        "<!DOCTYPE html><html></html>",
        "{\"code\": \"Json\"}",
        "<ErrorResponse></ErrorResponse>",
        "<ErrorResponse><Error><Code></Code></Error></ErrorResponse>",
    ] {
        for told in [told::<OfAws>(503, body), told::<OfEc2>(503, body)] {
            let status = Some("HTTP status 503".to_owned());
            let request_id = Some("of-the-header".to_owned());
            assert_eq!(told, [status, None, request_id, None], "{body}");
        }
    }
}
