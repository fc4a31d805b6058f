//! The protocols awsJson1_0 and awsJson1_1: every call is a `POST /` with a JSON object as its
//! body and the operation's name in `X-Amz-Target`.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>

#[cfg(feature = "test-util")]
mod served;

// needed by: event streams
use http::header::ACCEPT;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};

use super::fault::{Fault, FromFault, Place};
use super::json::Json;
use super::operation::{BuildError, ErrorOf, Failure, Operation, Protocol, Response, Service};
use super::wire::{self, Decode, Encode};

/// awsJson1_0
pub type V1_0 = AwsJson<0>;
/// awsJson1_1
pub type V1_1 = AwsJson<1>;

/// The two versions of the protocol, which differ in their media type.
pub struct AwsJson<const MINOR: u8>;

impl<const MINOR: u8, O> Protocol<O> for AwsJson<MINOR>
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode> + Encode,
{
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        let body = wire::write::<Json>(input)?;
        let media_type = Self::MEDIA_TYPE;
        // needed by: event streams
        let accepted = media_type;
        // needed by: events to send
        let media_type = match O::SENDS_EVENTS {
            true => EVENT_STREAM,
            false => media_type,
        };
        // needed by: event streams
        if O::ANSWERS_IN_EVENTS {
            let request = request(media_type, O::Service::SHAPE, O::NAME, body)?;
            return accepting(request, format!("{EVENT_STREAM}, {accepted}"));
        }
        request(media_type, O::Service::SHAPE, O::NAME, body)
    }

    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        if response.is_success_of::<O>() {
            return Ok(wire::output::<Json, _>(response)?);
        }
        Err(Self::fault(response).failure())
    }
}

impl<const MINOR: u8> AwsJson<MINOR> {
    const MEDIA_TYPE: &'static str = match MINOR {
        0 => "application/x-amz-json-1.0",
        _ => "application/x-amz-json-1.1",
    };

    /// What an error response says. Of header and `__type`, which are the protocol's, and `code`,
    /// which some services have in their place, the first counts.
    #[inline]
    pub fn fault<'a>(response: &Response<'a>) -> Fault<'a, Json> {
        Fault::of(response, &[Place::Header, Place::Type, Place::Code])
    }
}

// needed by: event streams
/// The media type of streams of events.
const EVENT_STREAM: &str = "application/vnd.amazon.eventstream";

// needed by: event streams
/// The same request, for an answer of these media types.
#[inline]
fn accepting(
    mut request: http::Request<Vec<u8>>,
    accepted: String,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let accepted = HeaderValue::try_from(accepted);
    let accepted = accepted.map_err(|error| BuildError::new(error.to_string()))?;
    request.headers_mut().insert(ACCEPT, accepted);
    Ok(request)
}

#[inline]
fn request(
    media_type: &'static str,
    service: &str,
    operation: &str,
    body: Vec<u8>,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let target = HeaderValue::try_from(format!("{service}.{operation}"));
    let target = target.map_err(|error| BuildError::new(error.to_string()))?;
    let mut request = http::Request::new(body);
    *request.method_mut() = http::Method::POST;
    let headers = request.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(HeaderName::from_static("x-amz-target"), target);
    Ok(request)
}
