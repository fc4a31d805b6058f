//! The protocol restXml: HTTP bindings, and bodies of XML, whose roots have names.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html>

#[cfg(feature = "test-util")]
mod served;

use super::fault::{Fault, FromFault, Place};
use super::http_binding::{Bindings, Request};
use super::operation::{
    BuildError, ErrorOf, Failure, Operation, Protocol, Response, Service, UnreadableError,
};
use super::rest::Rest;
use super::wire::{Decode, Encode, Format, Layout};
// needed by: errors in successes
use super::xml::envelope;
use super::xml::{Writer, Xml};

/// The protocol, as far as operations do not differ.
pub struct RestXml;

impl<O> Protocol<O> for RestXml
where
    O: Operation<Service: Service<Error: FromFault>> + Bindings,
{
    #[inline]
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        input.write()
    }

    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        // needed by: errors in successes
        if Self::is_late_error::<O>(response) {
            return Err(Self::fault(response).failure());
        }
        if response.is_success_of::<O>() {
            return Ok(O::read(response)?);
        }
        Err(Self::fault(response).failure())
    }
}

impl RestXml {
    /// What an error response says: the `Code` in its body is its code, and nothing else is. Whether
    /// there is anything around it (`noErrorWrapping`), the body tells.
    #[inline]
    pub fn fault<'a>(response: &Response<'a>) -> Fault<'a, Xml> {
        Fault::of(response, &[Place::Element])
    }

    // needed by: errors in successes
    /// Whether a response tells of an error that the service met after it had said that all was well.
    /// What streams is not looked at: it may be anything.
    fn is_late_error<O: Operation>(response: &Response<'_>) -> bool {
        O::Service::ERRORS_IN_SUCCESSES
            && O::PUT_STREAM.is_none()
            && envelope::root(response.body()).is_some_and(|root| envelope::is_of_error(&root))
    }

    /// A request with this method and a path that begins with this.
    ///
    /// It asks for no media type: what is downloaded may have any.
    #[inline]
    pub fn request(method: &'static str, path: &str) -> Request {
        Request::new(method, path)
    }

    /// The request with the members that are bound to nothing else as its body, in a root of this name
    /// and layout.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn members(
        request: Request,
        root: &'static str,
        layout: &'static Layout,
        input: &impl Encode,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        Self::payload(request, root, layout, Some(input))
    }

    /// The request with a structure as its body, like [`payload`](Self::payload): XML has no text for
    /// one that is not set.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn structure(
        request: Request,
        root: &'static str,
        layout: &'static Layout,
        value: Option<&impl Encode>,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        Self::payload(request, root, layout, value)
    }

    /// The request with a value as its body, in a root of this name and layout, or without a body
    /// where it is not set.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    pub fn payload(
        request: Request,
        root: &'static str,
        layout: &'static Layout,
        value: Option<&impl Encode>,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        let Some(value) = value else {
            return request.empty();
        };
        let mut document = Writer::new();
        document.begin(root, layout);
        value.encode(&mut document);
        request.typed(Xml::MEDIA_TYPE, document.finish()?)
    }

    /// Reads the members of an output that are bound to nothing else.
    ///
    /// # Errors
    /// Where the body is not the output.
    #[inline]
    pub fn output<O: Decode>(response: &Response<'_>) -> Result<O, UnreadableError> {
        Rest::<Xml>::output(response)
    }

    /// Reads a body that is one value into its member. Where it is empty the member stays as it is.
    ///
    /// # Errors
    /// Where the body is not the member's value.
    #[inline]
    pub fn read_payload<T: Decode>(
        response: &Response<'_>,
        member: &mut T,
    ) -> Result<(), UnreadableError> {
        Rest::<Xml>::read_payload(response, member)
    }
}
