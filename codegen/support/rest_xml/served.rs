//! The service's side of the protocol.

use super::RestXml;
use crate::support::double::{
    Doubled, ErrorHead, Request, Route, Serves, ServiceSide, UnreadableRequest, Written,
    respond_with_error,
};
use crate::support::http_binding::{self, ServedBindings};
use crate::support::operation::{BuildError, Operation, Response, UnreadableError};
use crate::support::rest::Rest;
use crate::support::wire::{Decode, EncodeMembers, Format};
use crate::support::xml::{Xml, told};

impl ServiceSide for RestXml {
    #[inline]
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route> {
        Route::find_bound(operations, request)
    }

    fn error<S: Doubled>(head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written {
        let body = match S::WRAPS_ERRORS {
            true => told::wrapped_error(&head, members)?,
            false => told::error(&head, members)?,
        };
        respond_with_error(head, Xml::MEDIA_TYPE, body)
    }
}

impl<O: Operation + ServedBindings> Serves<O> for RestXml {
    #[inline]
    fn input(request: &Request) -> Result<O, UnreadableRequest> {
        <Rest<Xml> as Serves<O>>::input(request)
    }

    #[inline]
    fn output(output: O::Output) -> Written {
        <Rest<Xml> as Serves<O>>::output(output)
    }
}

impl RestXml {
    /// A response with an output of which nothing is in the body, which is empty.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn no_members(
        response: http_binding::Request,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        response.typed(Xml::MEDIA_TYPE, Vec::new())
    }

    /// Reads the body of a request that is a structure into its member.
    ///
    /// # Errors
    /// Where the body is not the member's value.
    #[inline]
    pub fn read_structure<T: Decode>(
        request: &Response<'_>,
        member: &mut T,
    ) -> Result<(), UnreadableError> {
        Self::read_payload(request, member)
    }
}
