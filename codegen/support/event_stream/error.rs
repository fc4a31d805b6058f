//! What ends a stream before its time.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use aws_smithy_types::error::metadata::{
    EMPTY_ERROR_METADATA, ErrorMetadata, ProvideErrorMetadata,
};

use crate::support::error::OneLine;
use crate::support::operation::RequestId;
use crate::support::wire;

/// Why a stream of events ended before its time. `E` is the error of the service.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError<E> {
    /// The service ended it with an error: one of the model, or one that the model does not describe,
    /// with its code and message.
    Service(E),
    /// The bytes that came are no frame: they were changed on their way, say, or a frame is larger than
    /// it may be.
    Frame(FrameError),
    /// A frame came whole, and what is in it is not what the model says of its event.
    Unreadable(UnreadableEvent),
    /// The connection broke, or the bytes ended within a frame.
    Interrupted(Interrupted),
}

impl<E> StreamError<E> {
    /// The service's error; `None` where the stream ended for another reason.
    pub fn as_service_error(&self) -> Option<&E> {
        match self {
            Self::Service(error) => Some(error),
            _ => None,
        }
    }

    /// The service's error.
    ///
    /// # Errors
    /// The error as it is, where the stream ended for another reason.
    pub fn into_service_error(self) -> Result<E, Self> {
        match self {
            Self::Service(error) => Ok(error),
            other => Err(other),
        }
    }
}

impl<E: fmt::Display> fmt::Display for StreamError<E> {
    /// All of it in one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Frame(error) => error.fmt(f),
            Self::Unreadable(error) => error.fmt(f),
            Self::Interrupted(error) => error.fmt(f),
        }
    }
}

impl<E: StdError + 'static> StdError for StreamError<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Service(error) => error.source(),
            Self::Frame(error) => error.source(),
            Self::Unreadable(error) => error.source(),
            Self::Interrupted(error) => error.source(),
        }
    }
}

impl<E: ProvideErrorMetadata> ProvideErrorMetadata for StreamError<E> {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::Service(error) => error.meta(),
            _ => &EMPTY_ERROR_METADATA,
        }
    }
}

impl<E: RequestId> RequestId for StreamError<E> {
    #[inline]
    fn request_id(&self) -> Option<&str> {
        self.as_service_error()?.request_id()
    }
}

/// Why bytes are no frame. What stood there is not told.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FrameError {
    /// A checksum is not that of what came.
    Checksum,
    /// It is not made as frames are.
    Malformed(Cow<'static, str>),
    /// It is larger than it may be.
    TooLarge {
        /// How large it says that it is, in bytes.
        length: usize,
        /// How large it may be.
        largest: usize,
    },
}

impl fmt::Display for FrameError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checksum => f.write_str("a frame of the stream has a wrong checksum"),
            Self::Malformed(reason) => write!(f, "a frame of the stream is broken: {reason}"),
            Self::TooLarge { length, largest } => write!(
                f,
                "a frame of the stream has {length} bytes, and may have {largest}"
            ),
        }
    }
}

impl StdError for FrameError {}

/// A message that is not what the model says. What stood in it is not told.
#[derive(Clone, Debug, PartialEq)]
pub struct UnreadableEvent {
    /// The name of the event, where that could be read.
    event: Option<String>,
    reason: Reason,
}

/// What is wrong with a message.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reason {
    /// It has no such header, or one of another type.
    Header(String, &'static str),
    /// The kind of messages is none of those that there are.
    MessageType,
    // needed by: bound events
    /// The payload is not UTF-8.
    Text,
    /// The payload is not what it should be.
    Payload(wire::Error),
}

impl UnreadableEvent {
    /// A message is unreadable for this reason.
    #[inline]
    pub(super) fn new(reason: Reason) -> Self {
        let event = None;
        Self { event, reason }
    }

    /// The same, of an event of this name.
    #[inline]
    pub(super) fn in_event(mut self, name: &str) -> Self {
        self.event = Some(name.to_owned());
        self
    }
}

impl fmt::Display for UnreadableEvent {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.event {
            Some(name) => write!(f, "the event `{}` could not be read: ", OneLine::part(name))?,
            None => f.write_str("a message of the stream could not be read: ")?,
        }
        match &self.reason {
            Reason::Header(name, expected) => write!(f, "its header `{name}` is not {expected}"),
            Reason::MessageType => f.write_str("it is neither an event nor an error"),
            // needed by: bound events
            Reason::Text => f.write_str("its payload is not UTF-8"),
            Reason::Payload(error) => error.fmt(f),
        }
    }
}

impl StdError for UnreadableEvent {}

/// A stream that broke off.
#[derive(Debug)]
pub struct Interrupted {
    /// How many bytes of a frame had come.
    pub(super) pending: usize,
    /// Why the connection broke, where it did.
    pub(super) source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Interrupted {
    /// Whether part of a frame had come, which is lost.
    #[inline]
    pub fn is_within_a_frame(&self) -> bool {
        self.pending > 0
    }
}

impl fmt::Display for Interrupted {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pending {
            0 => f.write_str("the stream broke off between two events")?,
            bytes => write!(
                f,
                "the stream broke off within an event, {bytes} bytes of which had come"
            )?,
        }
        let Some(source) = &self.source else {
            return Ok(());
        };
        let mut chain = source.to_string();
        let mut beyond = source.source();
        while let Some(error) = beyond {
            chain = format!("{chain}: {error}");
            beyond = error.source();
        }
        write!(f, ": {}", OneLine::whole(&chain))
    }
}

impl StdError for Interrupted {}
