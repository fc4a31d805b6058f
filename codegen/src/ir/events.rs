//! Streams of events: what is in their messages.
//!
//! <https://smithy.io/2.0/spec/streaming.html#event-streams>

use crate::rust::Ident;

/// How a member of a stream travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// As an event whose payload is all of it, in the protocol's format.
    Document,
    /// As an event that is its name alone: it has no members.
    Name,
    /// As an event of which members are headers, or one is the payload.
    Bound,
    /// As an error, which ends the stream.
    Error {
        /// Its variant in the service's error enum.
        variant: Ident,
        /// The code by which callers know it.
        code: String,
    },
}
