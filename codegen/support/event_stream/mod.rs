//! Streams of events: bytes as they come to events, and what ends a stream. Each event is a message in
//! a frame of its own.
//!
//! <https://smithy.io/2.0/spec/streaming.html#event-streams> and, for the frames,
//! <https://smithy.io/2.0/aws/amazon-eventstream.html>

// needed by: events to send
#[cfg(feature = "client")]
mod body;
// needed by: events to write
mod draft;
mod error;
mod event;
mod events;
mod exception;
// needed by: events to write
mod frame;
mod frames;
mod header;
// needed by: headers beside events, initial responses
mod initial;
// needed by: events to send
#[cfg(feature = "client")]
mod messages;
// needed by: events to send
mod outgoing;
mod reader;
// needed by: events to send
#[cfg(feature = "client")]
mod sender;
#[cfg(feature = "test-util")]
mod served;
// needed by: events to write
mod to_header;
// needed by: events to write
mod writer;

use std::error::Error as StdError;

// needed by: events to write
use aws_smithy_types::event_stream::Message;

// needed by: events to write
use super::operation::BuildError;
use super::operation::Response;

// needed by: events to write
pub use draft::Draft;
pub use error::{FrameError, Interrupted, StreamError, UnreadableEvent};
pub use event::Event;
pub use events::Events;
pub use exception::Exception;
pub use header::FromHeader;
#[allow(unused_imports, reason = "a service may have no enums in headers")]
pub(crate) use header::{integer_header, string_header};
// needed by: events to write
#[allow(unused_imports, reason = "a service may have no enums in headers")]
pub(crate) use header::{written_integer_header, written_string_header};
// needed by: headers beside events
pub use initial::required;
// needed by: initial responses
pub use initial::{begin, head, poll_begin};
// needed by: events to send
pub use outgoing::Outgoing;
pub use reader::Reader;
// needed by: events to send
#[cfg(feature = "client")]
pub use sender::{SendError, Sender};
// needed by: initial responses
#[cfg(feature = "test-util")]
pub(crate) use served::initial_response;
// needed by: events to send
#[cfg(feature = "test-util")]
pub(crate) use served::{initial_request, unsigned};
// needed by: events to write
pub use to_header::ToHeader;
// needed by: events to write
pub use writer::{Signer, Writer};

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

// needed by: events to write
/// The events of a stream that is sent: a union of the model.
pub trait Transmit {
    /// The format of payloads.
    type Format: Format;

    /// The message that an event is.
    ///
    /// # Errors
    /// Where it cannot be sent.
    fn message(&self) -> Result<Message, BuildError>;
}

// needed by: events to answer with
/// The events of a stream that services send, and that ends with one of their errors where it does not end
/// well.
pub trait Serve: Receive + Transmit {
    /// The message that an error is, be it one of the union or any other of the service.
    ///
    /// # Errors
    /// Where it cannot be sent.
    fn told(error: &Self::Error) -> Result<Message, BuildError>;
}

// needed by: bound events to write
/// A structure that is sent as an event of which members are headers, or one is the payload.
pub trait WriteEvent {
    /// The message with what the event has.
    fn write_event<F: Format>(&self, draft: Draft<F>) -> Draft<F>;
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
