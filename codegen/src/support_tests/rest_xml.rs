//! What bodies of restXml have around them, and what its error responses say.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use crate::support::operation::Response;
use crate::support::rest_xml::RestXml;
use crate::support::wire::{DecodeMember, EncodeMembers, Error, Layout, Members, Reader};

/// The configuration of a bucket.
#[derive(Debug, Default, PartialEq)]
struct Bucket {
    region: Option<String>,
}

impl EncodeMembers for Bucket {
    fn encode_members(&self, w: &mut impl Members) {
        w.field("Region", &self.region);
    }
}

impl DecodeMember for Bucket {
    fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
        match name {
            "Region" => r.member(&mut self.region),
            _ => r.skip(),
        }
    }
}

fn bucket(region: &str) -> Bucket {
    Bucket {
        region: Some(region.to_owned()),
    }
}

const ROOT: Layout = Layout::PLAIN.namespace("", "http://s3.example/");

fn text(request: &http::Request<Vec<u8>>) -> &str {
    std::str::from_utf8(request.body()).expect("a document is UTF-8")
}

#[test]
fn a_body_is_a_document_in_a_root_with_a_name_and_a_namespace() {
    let request = RestXml::request("PUT", "/b");
    let request = RestXml::members(request, "Bucket", &ROOT, &bucket("r"));
    let request = request.expect("the request can be built");
    assert_eq!(
        text(&request),
        "<Bucket xmlns=\"http://s3.example/\"><Region>r</Region></Bucket>"
    );
    assert_eq!(request.headers().len(), 1);
    assert_eq!(request.headers()["content-type"], "application/xml");
}

#[test]
fn members_of_which_none_is_set_are_a_root_alone() {
    let request = RestXml::request("PUT", "/b");
    let request = RestXml::members(request, "Bucket", &Layout::PLAIN, &Bucket::default());
    let request = request.expect("the request can be built");
    assert_eq!(text(&request), "<Bucket></Bucket>");
}

#[test]
fn a_payload_that_is_not_set_is_no_body_and_has_no_media_type() {
    let request = || RestXml::request("PUT", "/b");
    for request in [
        RestXml::structure(request(), "Bucket", &ROOT, None::<&Bucket>),
        RestXml::payload(request(), "Bucket", &ROOT, None::<&Bucket>),
    ] {
        let request = request.expect("the request can be built");
        assert_eq!(text(&request), "");
        assert!(request.headers().is_empty());
    }
    let request = RestXml::structure(request(), "Bucket", &ROOT, Some(&bucket("r")));
    assert!(text(&request.expect("it can be built")).contains("<Region>r</Region>"));
}

#[test]
fn a_media_type_that_is_a_member_counts() {
    let mut request = RestXml::request("PUT", "/b");
    request.header("Content-Type", &Some("text/xml".to_owned()));
    let request = RestXml::payload(request, "Bucket", &Layout::PLAIN, Some(&bucket("r")));
    let request = request.expect("the request can be built");
    assert_eq!(request.headers()["content-type"], "text/xml");
}

#[test]
fn what_xml_cannot_hold_is_refused() {
    let request = RestXml::request("PUT", "/b");
    let request = RestXml::members(request, "Bucket", &Layout::PLAIN, &bucket("\u{1}"));
    let refusal = request.expect_err("XML has no such character").to_string();
    assert!(refusal.contains("`Region` has a character"), "{refusal}");
}

#[test]
fn an_empty_answer_has_no_members() {
    let response = http::Response::new("");
    let response = Response::from(&response);
    let output: Bucket = RestXml::output(&response).expect("nothing can be read");
    assert_eq!(output, Bucket::default());
    let mut payload = bucket("r");
    RestXml::read_payload(&response, &mut payload).expect("nothing can be read");
    assert_eq!(payload, bucket("r"));
}

#[test]
fn an_answer_is_read_whatever_its_root_is_called() {
    let response = http::Response::new("<Any xmlns=\"http://a\"><Region>r</Region></Any>");
    let response = Response::from(&response);
    let output: Bucket = RestXml::output(&response).expect("it can be read");
    assert_eq!(output, bucket("r"));
    let mut payload = Bucket::default();
    RestXml::read_payload(&response, &mut payload).expect("it can be read");
    assert_eq!(payload, bucket("r"));
}

/// What a response with this body says: the code, the message and the request id.
fn told(body: &str) -> [Option<String>; 3] {
    let response = http::Response::builder()
        .status(404)
        .header("x-amz-request-id", "of-the-header")
        .header("x-amzn-errortype", "Header")
        .header("x-amzn-error-message", "of the header");
    let response = response.body(body).expect("a valid response");
    let response = Response::from(&response);
    let fault = RestXml::fault(&response);
    let error = fault.unhandled();
    let request_id = error.meta().extra("aws_request_id");
    [Some(fault.code()), error.message(), request_id].map(|text| text.map(str::to_owned))
}

fn says(code: &str, message: Option<&str>, request_id: &str) -> [Option<String>; 3] {
    [Some(code), message, Some(request_id)].map(|text| text.map(str::to_owned))
}

#[test]
fn an_error_may_have_an_envelope_or_none() {
    let wrapped = "<ErrorResponse><Error><Code>NoSuchKey</Code><Message>m</Message></Error>\
                   <RequestId>r-1</RequestId></ErrorResponse>";
    assert_eq!(told(wrapped), says("NoSuchKey", Some("m"), "r-1"));
    let bare =
        "<Error><Code>NoSuchKey</Code><Message>m</Message><RequestId>r-2</RequestId></Error>";
    assert_eq!(told(bare), says("NoSuchKey", Some("m"), "r-2"));
}

#[test]
fn an_answer_to_head_has_no_body_and_its_status_for_a_code() {
    assert_eq!(told(""), says("HTTP status 404", None, "of-the-header"));
}
