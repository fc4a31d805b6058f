//! The service's side of the protocols.

use http::HeaderName;

use super::{PROTOCOL_HEADER, RpcFormat, RpcV2, RpcV2WithoutInput};
use crate::support::double::{
    Doubled, ErrorHead, Request, Route, Serves, ServiceSide, TypedError, UnreadableRequest,
    Written, put, read_body, respond, respond_with_error, status_of,
};
// needed by: initial responses
use crate::support::event_stream;
use crate::support::operation::Operation;
use crate::support::wire::{self, Decode, Encode, EncodeMembers};

impl<F: RpcFormat> ServiceSide for RpcV2<F> {
    /// What stands before the two names in a path does not count, nor does the service's name.
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route> {
        let mut path = request.path().rsplit('/');
        let (operation, label, _, service) =
            (path.next()?, path.next()?, path.next()?, path.next()?);
        let is_call = label == "operation" && service == "service";
        let is_of_protocol = request.header(PROTOCOL_HEADER) == Some(F::PROTOCOL);
        let route = Route::find(operations, operation)?;
        (is_call && is_of_protocol).then_some(route)
    }

    /// The error's `__type` is its shape.
    fn error<S: Doubled>(head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written {
        let error = TypedError {
            type_: Some(head.shape),
            message: head.message,
            members,
        };
        let body = wire::write::<F>(&error)?;
        of_protocol::<F>(respond_with_error(head, F::MEDIA_TYPE, body)?)
    }
}

impl<F: RpcFormat, O> Serves<O> for RpcV2<F>
where
    O: Operation<Service: Doubled, Output: Encode> + Decode,
{
    #[inline]
    fn input(request: &Request) -> Result<O, UnreadableRequest> {
        read_body::<F, O>(request)
    }

    #[inline]
    fn output(output: O::Output) -> Written {
        self::output::<F, O>(&output)
    }
}

impl<F: RpcFormat, O> Serves<O> for RpcV2WithoutInput<F>
where
    O: Operation<Service: Doubled, Output: Encode> + Default,
{
    #[inline]
    fn input(_: &Request) -> Result<O, UnreadableRequest> {
        Ok(O::default())
    }

    #[inline]
    fn output(output: O::Output) -> Written {
        self::output::<F, O>(&output)
    }
}

fn output<F: RpcFormat, O>(output: &O::Output) -> Written
where
    O: Operation<Service: Doubled, Output: Encode>,
{
    if !Route::of::<O>().has_output {
        let mut response = http::Response::new(Vec::new());
        *response.status_mut() = status_of(O::SUCCESS)?;
        return of_protocol::<F>(response);
    }
    // needed by: initial responses
    if O::ANSWERS_IN_EVENTS {
        let initial = match O::READ_INITIAL {
            Some(_) => event_stream::initial_response::<F>(output)?,
            None => Vec::new(),
        };
        return of_protocol::<F>(respond(O::SUCCESS, super::EVENT_STREAM, initial)?);
    }
    let body = wire::write::<F>(output)?;
    of_protocol::<F>(respond(O::SUCCESS, F::MEDIA_TYPE, body)?)
}

/// The same response, which says its protocol.
fn of_protocol<F: RpcFormat>(mut response: http::Response<Vec<u8>>) -> Written {
    let name = HeaderName::from_static(PROTOCOL_HEADER);
    put(response.headers_mut(), name, F::PROTOCOL)?;
    Ok(response)
}
