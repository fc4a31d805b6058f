//! What an output has beside its events: in headers, or in a message with which the stream begins.

// needed by: initial responses
use std::mem;
// needed by: initial responses
use std::task::{Context, Poll};

// needed by: initial responses
use super::super::operation::Operation;
use super::super::operation::{Response, UnreadableError};
// needed by: initial responses
use super::super::wire::DecodeMember;
// needed by: initial responses
use super::{Events, Receive, StreamError};

// needed by: headers beside events
/// Checks that a response has a header without which there is no output.
///
/// # Errors
/// Where it has none.
#[inline]
pub fn required(response: &Response<'_>, header: &str) -> Result<(), UnreadableError> {
    match response.header(header) {
        Some(_) => Ok(()),
        None => Err(UnreadableError::new(
            response,
            format!("it has no header `{header}`"),
        )),
    }
}

// needed by: initial responses
/// The response as far as it is not the stream of the operation `O`: without its body, where it is one
/// of success.
pub fn head<'a, O: Operation>(response: &Response<'a>) -> Response<'a> {
    if response.is_success_of::<O>() {
        response.with_body(&[])
    } else {
        *response
    }
}

// needed by: initial responses
/// Reads a body that has been read into memory: the members of an output, and its stream.
///
/// # Errors
/// Where what comes first is broken.
pub fn begin<O: DecodeMember, U: Receive>(
    response: &Response<'_>,
    output: &mut O,
    stream: fn(&mut O) -> &mut Events<U>,
) -> Result<(), UnreadableError> {
    let mut events = Events::in_memory(response);
    let read = events.output(output);
    *stream(output) = events;
    read.map_err(|error| UnreadableError::new(response, error))
}

// needed by: initial responses
/// Reads the members of an output out of its stream.
///
/// # Errors
/// Where what comes first is broken, or nothing comes.
pub fn poll_begin<O: DecodeMember, U: Receive>(
    context: &mut Context<'_>,
    output: &mut O,
    stream: fn(&mut O) -> &mut Events<U>,
) -> Poll<Result<(), Box<StreamError<U::Error>>>> {
    let mut events = mem::take(stream(output));
    let polled = events.poll_output(context, output);
    *stream(output) = events;
    polled.map_err(Box::new)
}
