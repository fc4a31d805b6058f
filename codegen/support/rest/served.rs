//! The service's side of protocols with HTTP bindings.

use http::HeaderName;

use super::Rest;
use crate::support::double::{
    Doubled, ErrorHead, Request, Route, Serves, ServiceSide, TypedError, UnreadableRequest,
    Written, put, respond_with_error,
};
use crate::support::http_binding::{self, ServedBindings};
use crate::support::operation::{BuildError, Operation, Response, UnreadableError};
use crate::support::wire::{self, Decode, EncodeMembers, Format};

impl<F: Format> ServiceSide for Rest<F> {
    #[inline]
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route> {
        Route::find_bound(operations, request)
    }

    /// The error's code is in a header.
    fn error<S: Doubled>(head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written {
        let error = TypedError {
            type_: None,
            message: head.message,
            members,
        };
        let code = head.code;
        let mut response = respond_with_error(head, F::MEDIA_TYPE, wire::write::<F>(&error)?)?;
        let name = HeaderName::from_static("x-amzn-errortype");
        put(response.headers_mut(), name, code)?;
        Ok(response)
    }
}

impl<F: Format, O: Operation + ServedBindings> Serves<O> for Rest<F> {
    #[inline]
    fn input(request: &Request) -> Result<O, UnreadableRequest> {
        O::read(request)
    }

    #[inline]
    fn output(output: O::Output) -> Written {
        O::write(&output)
    }
}

impl<F: Format> Rest<F> {
    /// A response with an output of which nothing is in the body.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn no_members(
        response: http_binding::Request,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        response.typed(F::MEDIA_TYPE, F::EMPTY.to_vec())
    }

    /// Reads the body of a request that is a structure into its member. One of which no member is set stands
    /// for none, as clients have it.
    ///
    /// # Errors
    /// Where the body is not the member's value.
    pub fn read_structure<T: Decode>(
        request: &Response<'_>,
        member: &mut T,
    ) -> Result<(), UnreadableError> {
        if request.body() == F::EMPTY {
            return Ok(());
        }
        Self::read_payload(request, member)
    }
}
