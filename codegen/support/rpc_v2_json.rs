//! The protocol rpcv2Json: every call is a `POST` to the path of its operation, with a JSON object
//! as its body.
//!
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-json.html>

use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};

use super::json::{self, Decode, Encode, Writer};
use super::json_fault::{Fault, FromFault, Place};
use super::operation::{
    BuildError, ErrorOf, Failure, Operation, Protocol, Response, Service, UnreadableError,
};

/// The header that tells the protocol, in requests and in responses, and what it says.
const PROTOCOL_HEADER: &str = "smithy-protocol";
const PROTOCOL: &str = "rpc-v2-json";

const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/json");

/// The protocol.
pub struct RpcV2Json;

impl<O> Protocol<O> for RpcV2Json
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode> + Encode,
{
    #[inline]
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        let mut writer = Writer::new().quote_big_numbers();
        input.encode(&mut writer);
        let mut request = request(O::Service::SHAPE, O::NAME, writer.finish()?)?;
        request.headers_mut().insert(CONTENT_TYPE, MEDIA_TYPE);
        Ok(request)
    }

    #[inline]
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        self::response::<O>(response)
    }
}

/// The protocol, where an operation takes nothing at all.
pub struct WithoutInput;

impl<O> Protocol<O> for WithoutInput
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode>,
{
    #[inline]
    fn request(_: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        request(O::Service::SHAPE, O::NAME, Vec::new())
    }

    #[inline]
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        self::response::<O>(response)
    }
}

#[inline]
fn request(
    service: &str,
    operation: &str,
    body: Vec<u8>,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let path = http::Uri::try_from(format!("/service/{service}/operation/{operation}"));
    let path = path.map_err(|error| BuildError::new(error.to_string()))?;
    let mut request = http::Request::new(body);
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = path;
    let headers = request.headers_mut();
    headers.insert(
        HeaderName::from_static(PROTOCOL_HEADER),
        HeaderValue::from_static(PROTOCOL),
    );
    headers.insert(ACCEPT, MEDIA_TYPE);
    Ok(request)
}

/// What an error response says: its `__type` is its code, and nothing else is.
#[inline]
pub fn fault<'a>(response: &Response<'a>) -> Fault<'a> {
    if is_of_protocol(response) {
        Fault::of(response, &[Place::Type])
    } else {
        Fault::of_status(response)
    }
}

#[inline]
fn response<O>(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>>
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode>,
{
    if !response.is_success_of::<O>() {
        return Err(fault(response).failure());
    }
    if !is_of_protocol(response) {
        let reason = "the header `smithy-protocol` does not say `rpc-v2-json`";
        return Err(UnreadableError::new(response, reason).into());
    }
    Ok(json::output(response)?)
}

/// A response has to be of this protocol: what stands between a client and its service may answer
/// too.
#[inline]
fn is_of_protocol(response: &Response<'_>) -> bool {
    response.header(PROTOCOL_HEADER) == Some(PROTOCOL)
}
