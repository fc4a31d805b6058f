//! The protocols rpcv2Cbor and rpcv2Json: every call is a `POST` to the path of its operation, with
//! its input as the body. They differ in their format alone.
//!
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html>

#[cfg(feature = "test-util")]
mod served;

use std::marker::PhantomData;

use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};

use super::fault::{Fault, FromFault, Place};
use super::operation::{
    BuildError, ErrorOf, Failure, Operation, Protocol, Response, Service, UnreadableError,
};
use super::wire::{self, Decode, Encode, Format};

/// The header that tells the protocol, in requests and in responses.
const PROTOCOL_HEADER: &str = "smithy-protocol";

// needed by: event streams
/// The media type of streams of events.
const EVENT_STREAM: &str = "application/vnd.amazon.eventstream";

/// The format of such a protocol.
pub trait RpcFormat: Format {
    /// What says that messages are of the protocol.
    const PROTOCOL: &'static str;
}

/// The protocol of the format `F`.
pub struct RpcV2<F>(PhantomData<F>);

impl<F: RpcFormat, O> Protocol<O> for RpcV2<F>
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode> + Encode,
{
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        let mut request = request::<F, O>(wire::write::<F>(input)?)?;
        let media_type = HeaderValue::from_static(F::MEDIA_TYPE);
        // needed by: events to send
        let media_type = match O::SENDS_EVENTS {
            true => HeaderValue::from_static(EVENT_STREAM),
            false => media_type,
        };
        request.headers_mut().insert(CONTENT_TYPE, media_type);
        Ok(request)
    }

    #[inline]
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        self::response::<F, O>(response)
    }
}

/// The protocol of the format `F`, where an operation takes nothing at all.
pub struct RpcV2WithoutInput<F>(PhantomData<F>);

impl<F: RpcFormat, O> Protocol<O> for RpcV2WithoutInput<F>
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode>,
{
    #[inline]
    fn request(_: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        request::<F, O>(Vec::new())
    }

    #[inline]
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        self::response::<F, O>(response)
    }
}

impl<F: RpcFormat> RpcV2<F> {
    /// What an error response says: its `__type` is its code, and nothing else is.
    pub fn fault<'a>(response: &Response<'a>) -> Fault<'a, F> {
        if is_of_protocol::<F>(response) {
            Fault::of(response, &[Place::Type])
        } else {
            Fault::of_status(response)
        }
    }
}

fn request<F: RpcFormat, O: Operation>(
    body: Vec<u8>,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let (service, operation) = (O::Service::SHAPE, O::NAME);
    let path = http::Uri::try_from(format!("/service/{service}/operation/{operation}"));
    let path = path.map_err(|error| BuildError::new(error.to_string()))?;
    let mut request = http::Request::new(body);
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = path;
    let headers = request.headers_mut();
    headers.insert(
        HeaderName::from_static(PROTOCOL_HEADER),
        HeaderValue::from_static(F::PROTOCOL),
    );
    headers.insert(ACCEPT, HeaderValue::from_static(F::MEDIA_TYPE));
    // needed by: event streams
    if O::ANSWERS_IN_EVENTS {
        headers.insert(ACCEPT, HeaderValue::from_static(EVENT_STREAM));
    }
    Ok(request)
}

fn response<F: RpcFormat, O>(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>>
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode>,
{
    if !response.is_success_of::<O>() {
        return Err(RpcV2::<F>::fault(response).failure());
    }
    if !is_of_protocol::<F>(response) {
        let reason = format!(
            "the header `{PROTOCOL_HEADER}` does not say `{}`",
            F::PROTOCOL
        );
        return Err(UnreadableError::new(response, reason).into());
    }
    Ok(wire::output::<F, _>(response)?)
}

/// A response has to be of this protocol: what stands between a client and its service may answer
/// too.
#[inline]
fn is_of_protocol<F: RpcFormat>(response: &Response<'_>) -> bool {
    response.header(PROTOCOL_HEADER) == Some(F::PROTOCOL)
}
