//! Streams of events: bytes as they come to events, and what ends a stream. Each event is a message in
//! a frame of its own.
//!
//! <https://smithy.io/2.0/spec/streaming.html#event-streams> and, for the frames,
//! <https://smithy.io/2.0/aws/amazon-eventstream.html>

mod error;
mod event;
mod events;
mod exception;
mod frames;
mod header;
mod initial;
mod reader;

use std::error::Error as StdError;

use super::operation::Response;

pub use error::{FrameError, Interrupted, StreamError, UnreadableEvent};
pub use event::Event;
pub use events::Events;
pub use exception::Exception;
pub use header::FromHeader;
#[allow(unused_imports, reason = "a service may have no enums in headers")]
pub(crate) use header::{integer_header, string_header};
// needed by: headers that responses must have
pub use initial::required;
// needed by: initial responses
pub use initial::{begin, head, poll_begin};
pub use reader::Reader;

use super::fault::FromFault;
use super::wire::Format;

/// The events of a stream that is received: a union of the model.
pub trait Receive: Sized {
    /// The format of payloads.
    type Format: Format;
    /// The error of the service.
    type Error: FromFault + StdError + Send + Sync + 'static;

    // needed by: initial responses
    /// Whether a stream may begin with the members of the output that are not events.
    const MAY_BEGIN_WITH_OUTPUT: bool = false;

    /// The event that a message is. One of a name that the model does not know is unknown.
    ///
    /// # Errors
    /// Where the message is not what the model says of the event.
    fn event(event: &Event<'_, Self::Format>) -> Result<Self, UnreadableEvent>;

    /// The error that ends the stream.
    fn exception(exception: &Exception<'_, Self::Format>) -> Self::Error;
}

// needed by: bound events
/// A structure that is an event of which members are headers, or one is the payload.
pub trait ReadEvent: Sized {
    /// The event that a message is.
    ///
    /// # Errors
    /// Where the message is not what the model says of the event.
    fn read_event(event: &Event<'_, impl Format>) -> Result<Self, UnreadableEvent>;
}

/// Reads a body that has been read into memory as the stream of an output.
#[inline]
pub fn read<U: Receive>(response: &Response<'_>, stream: &mut Events<U>) {
    *stream = Events::in_memory(response);
}
