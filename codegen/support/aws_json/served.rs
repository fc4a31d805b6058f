//! The service's side of the protocols.

use super::AwsJson;
use crate::support::double::{
    Doubled, ErrorHead, Request, Route, Serves, ServiceSide, TypedError, UnreadableRequest,
    Written, read_body, respond, respond_with_error,
};
// needed by: initial responses
use crate::support::event_stream;
use crate::support::json::Json;
use crate::support::operation::Operation;
use crate::support::wire::{self, Decode, Encode, EncodeMembers};

impl<const MINOR: u8> ServiceSide for AwsJson<MINOR> {
    #[inline]
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route> {
        let target = request.header("x-amz-target")?;
        Route::find(operations, target.rsplit('.').next()?)
    }

    fn asked(request: &Request) -> String {
        match request.header("x-amz-target") {
            Some(target) => format!("X-Amz-Target: {target}"),
            None => "a request without X-Amz-Target".to_owned(),
        }
    }

    /// The error's `__type` is its code, with its namespace in version 1.0.
    fn error<S: Doubled>(head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written {
        let error = TypedError {
            type_: Some(if MINOR == 0 { head.shape } else { head.code }),
            message: head.message,
            members,
        };
        let body = wire::write::<Json>(&error)?;
        respond_with_error(head, Self::MEDIA_TYPE, body)
    }
}

impl<const MINOR: u8, O> Serves<O> for AwsJson<MINOR>
where
    O: Operation<Service: Doubled, Output: Encode> + Decode,
{
    #[inline]
    fn input(request: &Request) -> Result<O, UnreadableRequest> {
        read_body::<Json, O>(request)
    }

    fn output(output: O::Output) -> Written {
        if !Route::of::<O>().has_output {
            return respond(O::SUCCESS, Self::MEDIA_TYPE, Vec::new());
        }
        // needed by: initial responses
        if O::ANSWERS_IN_EVENTS {
            let initial = match O::READ_INITIAL {
                Some(_) => event_stream::initial_response::<Json>(&output)?,
                None => Vec::new(),
            };
            return respond(O::SUCCESS, super::EVENT_STREAM, initial);
        }
        let body = wire::write::<Json>(&output)?;
        respond(O::SUCCESS, Self::MEDIA_TYPE, body)
    }
}
