//! The protocols awsJson1_0 and awsJson1_1: every call is a `POST /` with a JSON object as its
//! body and the operation's name in `X-Amz-Target`.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>

use super::json::{Decode, Encode, Reader, Writer};
use super::operation::{BuildError, Failure, Response, UnreadableError};

/// The two versions of the protocol, which differ in their media type.
pub enum Version {
    /// awsJson1_0
    V1_0,
    /// awsJson1_1
    V1_1,
}

impl Version {
    #[inline]
    fn media_type(self) -> &'static str {
        match self {
            Self::V1_0 => "application/x-amz-json-1.0",
            Self::V1_1 => "application/x-amz-json-1.1",
        }
    }
}

/// The request of an operation; `target` is `Service.Operation`.
#[inline]
pub fn request(
    version: Version,
    target: &'static str,
    input: &impl Encode,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let mut writer = Writer::new();
    input.encode(&mut writer);
    let mut request = http::Request::new(writer.finish()?);
    *request.method_mut() = http::Method::POST;
    let headers = request.headers_mut();
    headers.insert(
        http::header::CONTENT_TYPE,
        http::HeaderValue::from_static(version.media_type()),
    );
    headers.insert(
        http::HeaderName::from_static("x-amz-target"),
        http::HeaderValue::from_static(target),
    );
    Ok(request)
}

/// Reads a successful response. An empty body is an output without members.
#[inline]
pub fn output<O: Decode, E>(response: &Response<'_>) -> Result<O, Failure<E>> {
    let body = match response.body() {
        [] => b"{}",
        body => body,
    };
    Reader::read_document(body)
        .map_err(|error| Failure::Unreadable(UnreadableError::new(response, error)))
}
