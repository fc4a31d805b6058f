//! The protocol restJson1: HTTP bindings, and bodies of JSON.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>

use super::http_binding::{Bindings, Request};
use super::json::{Decode, Encode, Reader, Writer};
use super::json_fault::{Fault, FromFault, Place};
use super::operation::{
    BuildError, ErrorOf, Failure, Operation, Protocol, Response, Service, UnreadableError,
};

const MEDIA_TYPE: &str = "application/json";

/// The protocol, as far as operations do not differ.
pub struct RestJson1;

impl<O> Protocol<O> for RestJson1
where
    O: Operation<Service: Service<Error: FromFault>> + Bindings,
{
    #[inline]
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        input.write()
    }

    #[inline]
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        if response.is_success_of::<O>() {
            return Ok(O::read(response)?);
        }
        Err(fault(response).failure())
    }
}

/// What an error response says. Of header, `code` and `__type` the first counts.
#[inline]
pub fn fault<'a>(response: &Response<'a>) -> Fault<'a> {
    Fault::of(response, &[Place::Header, Place::Code, Place::Type])
}

/// A request for an answer in JSON, with this method and a path that begins with this.
///
/// Most services send JSON whatever is asked for. Some have other media types too.
#[inline]
pub fn request(method: &'static str, path: &str) -> Request {
    let mut request = Request::new(method, path);
    request.default_header(http::header::ACCEPT, MEDIA_TYPE);
    request
}

/// The request with an object of the members that are bound to nothing else as its body.
///
/// # Errors
/// Where a member's value cannot be sent.
#[inline]
pub fn members(
    request: Request,
    input: &impl Encode,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    payload(request, Some(input))
}

/// The request with a structure as its body, which is empty where it is not set.
///
/// # Errors
/// Where a member's value cannot be sent.
#[inline]
pub fn structure(
    request: Request,
    value: Option<&impl Encode>,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    match value {
        Some(value) => payload(request, Some(value)),
        None => request.typed(MEDIA_TYPE, b"{}".to_vec()),
    }
}

/// The request with a value as its body, or without a body where it is not set.
///
/// # Errors
/// Where a member's value cannot be sent.
#[inline]
pub fn payload(
    request: Request,
    value: Option<&impl Encode>,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let Some(value) = value else {
        return request.empty();
    };
    let mut writer = Writer::new();
    value.encode(&mut writer);
    request.typed(MEDIA_TYPE, writer.finish()?)
}

/// Reads a body that is one value into its member. Where it is empty, or `null`, the member stays
/// as it is.
///
/// # Errors
/// Where the body is not the member's JSON.
#[inline]
pub fn read_payload<T: Decode>(
    response: &Response<'_>,
    member: &mut T,
) -> Result<(), UnreadableError> {
    if response.body().is_empty() {
        return Ok(());
    }
    let value: Option<T> = Reader::read_document(response.body())
        .map_err(|error| UnreadableError::new(response, error))?;
    if let Some(value) = value {
        *member = value;
    }
    Ok(())
}
