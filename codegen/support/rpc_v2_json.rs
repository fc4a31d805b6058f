//! The protocol rpcv2Json: every call is a `POST` to the path of its operation, with a JSON object
//! as its body.
//!
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-json.html>

use super::json::{Decode, Encode, Reader, Writer};
use super::operation::{BuildError, Failure, Response, UnreadableError};

/// The header that tells the protocol, in requests and in responses, and what it says.
const PROTOCOL_HEADER: &str = "smithy-protocol";
const PROTOCOL: &str = "rpc-v2-json";

const MEDIA_TYPE: http::HeaderValue = http::HeaderValue::from_static("application/json");

/// The request of an operation; `path` is `/service/Service/operation/Operation`.
#[inline]
pub fn request(
    path: &'static str,
    input: &impl Encode,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let mut writer = Writer::new().quote_big_numbers();
    input.encode(&mut writer);
    let mut request = new(path, writer.finish()?);
    let headers = request.headers_mut();
    headers.insert(http::header::CONTENT_TYPE, MEDIA_TYPE);
    Ok(request)
}

/// The request of an operation that takes nothing at all.
#[inline]
pub fn request_without_input(path: &'static str) -> Result<http::Request<Vec<u8>>, BuildError> {
    Ok(new(path, Vec::new()))
}

#[inline]
fn new(path: &'static str, body: Vec<u8>) -> http::Request<Vec<u8>> {
    let mut request = http::Request::new(body);
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = http::Uri::from_static(path);
    let headers = request.headers_mut();
    headers.insert(
        http::HeaderName::from_static(PROTOCOL_HEADER),
        http::HeaderValue::from_static(PROTOCOL),
    );
    headers.insert(http::header::ACCEPT, MEDIA_TYPE);
    request
}

/// Reads a successful response, which has to be of this protocol: what stands between a client and
/// its service may answer too. An empty body is an output without members.
#[inline]
pub fn output<O: Decode, E>(response: &Response<'_>) -> Result<O, Failure<E>> {
    if response.header(PROTOCOL_HEADER) != Some(PROTOCOL) {
        let reason = "the header `smithy-protocol` does not say `rpc-v2-json`";
        return Err(Failure::Unreadable(UnreadableError::new(response, reason)));
    }
    let body = match response.body() {
        [] => b"{}",
        body => body,
    };
    Reader::read_document(body)
        .map_err(|error| Failure::Unreadable(UnreadableError::new(response, error)))
}
