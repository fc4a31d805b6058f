//! Protocols with HTTP bindings, whatever the format of their bodies.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html>

#[cfg(feature = "test-util")]
mod served;

use std::marker::PhantomData;

use super::fault::{Fault, FromFault, Place};
use super::http_binding::{Bindings, Request};
use super::operation::{
    BuildError, ErrorOf, Failure, Operation, Protocol, Response, Service, UnreadableError,
};
use super::wire::{self, Decode, Encode, Format};

/// Such a protocol, with bodies in the format `F`, as far as operations do not differ.
pub struct Rest<F>(PhantomData<F>);

impl<F: Format, O> Protocol<O> for Rest<F>
where
    O: Operation<Service: Service<Error: FromFault>> + Bindings,
{
    #[inline]
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        input.write()
    }

    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        if response.is_success_of::<O>() {
            return Ok(O::read(response)?);
        }
        Err(Self::fault(response).failure())
    }
}

impl<F: Format> Rest<F> {
    /// What an error response says. Of header, `code` and `__type` the first counts.
    #[inline]
    pub fn fault<'a>(response: &Response<'a>) -> Fault<'a, F> {
        Fault::of(response, &[Place::Header, Place::Code, Place::Type])
    }

    /// A request for an answer in the protocol's format, with this method and a path that begins
    /// with this.
    ///
    /// Most services send it whatever is asked for. Some have other media types too.
    pub fn request(method: &'static str, path: &str) -> Request {
        let mut request = Request::new(method, path);
        request.default_header(http::header::ACCEPT, F::MEDIA_TYPE);
        request
    }

    /// The request with the members that are bound to nothing else as its body.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn members(
        request: Request,
        input: &impl Encode,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        Self::payload(request, Some(input))
    }

    /// The request with a structure as its body, which is empty where it is not set.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    pub fn structure(
        request: Request,
        value: Option<&impl Encode>,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        match value {
            Some(value) => Self::payload(request, Some(value)),
            None => request.typed(F::MEDIA_TYPE, F::EMPTY.to_vec()),
        }
    }

    /// The request with a value as its body, or without a body where it is not set.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    pub fn payload(
        request: Request,
        value: Option<&impl Encode>,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        match value {
            Some(value) => request.typed(F::MEDIA_TYPE, wire::write::<F>(value)?),
            None => request.empty(),
        }
    }

    /// Reads the members of an output that are bound to nothing else.
    ///
    /// # Errors
    /// Where the body is not the output.
    #[inline]
    pub fn output<O: Decode>(response: &Response<'_>) -> Result<O, UnreadableError> {
        wire::output::<F, O>(response)
    }

    /// Reads a body that is one value into its member. Where it is empty, or null, the member stays
    /// as it is.
    ///
    /// # Errors
    /// Where the body is not the member's value.
    pub fn read_payload<T: Decode>(
        response: &Response<'_>,
        member: &mut T,
    ) -> Result<(), UnreadableError> {
        if response.body().is_empty() {
            return Ok(());
        }
        let value: Option<T> = wire::read::<F, _>(response.body())
            .map_err(|error| UnreadableError::new(response, error))?;
        if let Some(value) = value {
            *member = value;
        }
        Ok(())
    }
}
