//! Request ids, wherever a protocol finds them: outputs and errors tell them, with a client and without.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::service_double::Answer::{Give, Respond};
use super::service_double::ServiceDouble;
use super::tide::{ReadTide, TideError, TideTable};
use crate::support::client::CallError;
use crate::support::error::{Metadata, Unhandled};
use crate::support::operation::{
    BuildError, Failure, Operation, Protocol, RequestId, RequestIdField, Response, UnreadableError,
    request_id,
};

/// Asks for the moon of today.
#[derive(Debug)]
struct ReadMoon;

#[derive(Clone, Debug, Default, PartialEq)]
struct Moon {
    phase: String,
    _request_id: RequestIdField,
}

request_id!(Moon);

impl Operation for ReadMoon {
    type Service = TideTable;
    type Output = Moon;
    type Protocol = IdInBody;

    const NAME: &'static str = "ReadMoon";

    fn request_id_field(output: &mut Moon) -> Option<&mut RequestIdField> {
        Some(&mut output._request_id)
    }
}

/// A protocol whose answers have the request id in the first line of their bodies, where they have
/// one, and in the second line an output or the code of an error.
struct IdInBody;

impl Protocol<ReadMoon> for IdInBody {
    fn request(_: &ReadMoon) -> Result<http::Request<Vec<u8>>, BuildError> {
        Ok(http::Request::default())
    }

    fn response(response: &Response<'_>) -> Result<Moon, Failure<TideError>> {
        let text = str::from_utf8(response.body())
            .map_err(|error| UnreadableError::new(response, error))?;
        let (id, text) = text.split_once('\n').unwrap_or(("", text));
        let response = match id {
            "" => *response,
            id => response.with_request_id(id),
        };
        if !response.is_success_of::<ReadMoon>() {
            let meta = Metadata::of(&response, text, None);
            return Err(Failure::Service(TideError::Unhandled(Unhandled::new(meta))));
        }
        if text.is_empty() {
            return Err(UnreadableError::new(&response, "there is no moon").into());
        }
        let mut moon = Moon {
            phase: text.to_owned(),
            ..Moon::default()
        };
        moon._request_id.fill(&response);
        Ok(moon)
    }
}

/// What is made of an answer without a client.
fn read(
    status: u16,
    headers: &[(&str, &str)],
    body: &'static str,
) -> Result<Moon, Failure<TideError>> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(body).expect("a response");
    ReadMoon::response(&(&response).into())
}

/// The id in the metadata of an error, as code that knows AWS's crates looks for it.
fn in_metadata(error: &impl ProvideErrorMetadata) -> Option<&str> {
    error.meta().extra("aws_request_id")
}

#[test]
fn a_header_tells_the_request_id_of_an_output() {
    for name in ["x-amzn-requestid", "X-Amz-Request-Id", "x-amzn-request-id"] {
        let moon = read(200, &[(name, "4f1c")], "full").expect("an output");
        assert_eq!(moon.request_id(), Some("4f1c"), "{name}");
    }
    let moon = read(200, &[], "full").expect("an output");
    assert_eq!(moon.request_id(), None);
}

#[test]
fn of_several_headers_the_one_that_official_crates_read_counts() {
    let headers = [
        ("x-amzn-request-id", "third"),
        ("x-amz-request-id", "second"),
        ("x-amzn-requestid", "first"),
    ];
    for (left_out, expected) in [(0, "first"), (1, "second"), (2, "third")] {
        let headers = &headers[..headers.len() - left_out];
        let moon = read(200, headers, "full").expect("an output");
        assert_eq!(moon.request_id(), Some(expected));
    }
}

#[test]
fn an_id_that_the_protocol_found_in_the_body_counts_before_headers() {
    let headers = [("x-amzn-requestid", "of a proxy")];
    let moon = read(200, &headers, "4f1c\nfull").expect("an output");
    assert_eq!(moon.request_id(), Some("4f1c"));

    let failure = read(400, &headers, "4f1c\nNewMoon").expect_err("an error");
    assert_eq!(failure.request_id(), Some("4f1c"));
    assert_eq!(failure.to_string(), "NewMoon (request id 4f1c)");
    let Failure::Service(error) = failure else {
        panic!("the service refused");
    };
    assert_eq!(in_metadata(&error), Some("4f1c"));

    let failure = read(200, &headers, "4f1c\n").expect_err("an error");
    assert_eq!(failure.request_id(), Some("4f1c"));
    assert!(failure.to_string().ends_with("(request id 4f1c)"));
}

#[test]
fn outputs_that_differ_in_their_request_id_alone_are_equal() {
    let [one, other] = ["one\nfull", "other\nfull"].map(|body| read(200, &[], body).unwrap());
    assert_ne!(one.request_id(), other.request_id());
    assert_eq!(one, other);
    assert_ne!(one, read(200, &[], "one\nnew").unwrap());
    assert_eq!(one.clone().request_id(), Some("one"));
}

#[test]
fn debug_shows_the_request_id_as_official_outputs_do() {
    let moon = read(200, &[], "4f1c\nfull").unwrap();
    assert_eq!(
        format!("{moon:?}"),
        r#"Moon { phase: "full", _request_id: Some("4f1c") }"#
    );
}

#[test]
fn a_result_tells_the_request_id_however_the_call_went() {
    assert_eq!(read(200, &[], "4f1c\nfull").request_id(), Some("4f1c"));
    assert_eq!(read(400, &[], "4f1c\nNewMoon").request_id(), Some("4f1c"));
}

#[tokio::test]
async fn a_client_gives_the_id_that_stands_in_the_body_with_outputs_and_errors() {
    // The double adds `x-amzn-requestid: 4f1c`.
    for (status, body, id) in [
        (200, "in body\nfull", "in body"),
        (200, "full", "4f1c"),
        (400, "in body\nNewMoon", "in body"),
        (400, "NewMoon", "4f1c"),
        (200, "in body\n", "in body"),
        (200, "\n", "4f1c"),
    ] {
        let service = ServiceDouble::with([Respond(status, body)]);
        let called = service.client().call(ReadMoon).await;
        assert_eq!(called.request_id(), Some(id), "{status} {body:?}");
    }
}

#[tokio::test]
async fn a_call_error_reads_the_headers_that_outputs_do() {
    let mut response = HttpResponse::new(400.try_into().unwrap(), SdkBody::from("Tsunami: run"));
    response.headers_mut().insert("x-amzn-request-id", "4f1c");
    let service = ServiceDouble::with([Give(Box::new(response))]);
    let error = service.client().call(ReadTide::at("Brest")).await;
    let error = error.expect_err("the service refused");
    assert_eq!(error.request_id(), Some("4f1c"));
    assert!(format!("{error:?}").contains(r#"request_id: Some("4f1c"), body_bytes"#));
}

#[test]
fn an_error_that_an_interceptor_made_has_the_id_of_its_response() {
    let mut response = HttpResponse::new(400.try_into().unwrap(), SdkBody::empty());
    response.headers_mut().insert("x-amz-request-id", "4f1c");
    let error: CallError<TideError> = CallError::Service {
        error: Box::new(TideError::HarbourClosed(Metadata::new(
            "HarbourClosed",
            None,
        ))),
        response: Box::new(response),
    };
    assert_eq!(error.request_id(), Some("4f1c"));
}
