//! The service's side of protocols: what is read there is what clients write, and the other way round.

use super::{ErrorHead, Request, Route, Teller, UnreadableRequest};
// needed by: events to send
use crate::support::event_stream;
// needed by: events to send
use crate::support::operation::Response;
use crate::support::operation::{BuildError, Operation, Service};
use crate::support::wire::{self, Decode, EncodeMembers, Format};

/// A response, or why it cannot be sent.
pub type Written<B = Vec<u8>> = Result<http::Response<B>, BuildError>;

/// A service that can have a double.
pub trait Doubled: Service<Error: Errors> {
    /// How its messages travel.
    type Protocol: ServiceSide;
    /// Its operations, and what tells their requests apart.
    const OPERATIONS: &'static [Route];
    /// Whether errors of restXml have an element around them that says nothing.
    const WRAPS_ERRORS: bool = true;
    /// The namespace of the outputs of awsQuery and ec2Query.
    const XML_NAMESPACE: Option<&'static str> = None;
}

/// The error enum of a service, any of which can be told.
pub trait Errors {
    /// The response with which the service `S` tells it.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    fn tell<S: Doubled>(&self, to: Teller<S>) -> Written;
}

/// A protocol, as services speak it, whatever the operation.
pub trait ServiceSide {
    /// The operation that a request calls; `None` where none has such requests.
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route>;

    /// What of a request tells its operation, for people.
    #[inline]
    fn asked(request: &Request) -> String {
        format!("{} {}", request.head.method, request.head.uri)
    }

    /// The response with which the service `S` tells an error that has these members.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    fn error<S: Doubled>(head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written;
}

/// A protocol, as services speak it when the operation `O` is called.
pub trait Serves<O: Operation> {
    /// Reads a request that calls it.
    ///
    /// # Errors
    /// Where the request is not one of the operation.
    fn input(request: &Request) -> Result<O, UnreadableRequest>;

    /// The response with an output.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    fn output(output: O::Output) -> Written;
}

/// Reads the body of a request as an input, which may have no members: then the body is empty, or
/// whatever it likes.
///
/// # Errors
/// Where the body is not the input.
pub fn read_body<F: Format, O: Operation + Decode>(
    request: &Request,
) -> Result<O, UnreadableRequest> {
    // needed by: events to send
    if O::SENDS_EVENTS {
        let initial = event_stream::initial_request(&request.body);
        let message = Response::new(200, &request.head.headers, &initial);
        return Ok(wire::output::<F, O>(&message)?);
    }
    Ok(wire::output::<F, O>(&request.message())?)
}
