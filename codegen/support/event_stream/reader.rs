//! The sans-IO reader of a stream: bytes in pieces of any size become events.

use std::fmt;
use std::marker::PhantomData;
// needed by: initial responses
use std::mem;

use aws_smithy_types::event_stream::Message;

use super::error::Reason;
use super::event::{header, text};
use super::frames::Frames;
use super::{Event, Exception, FrameError, Interrupted, Receive, StreamError, UnreadableEvent};
// needed by: initial responses
use crate::support::wire::DecodeMember;

/// What a stream of `U` gives, or why it ended.
type Given<U> = Result<U, StreamError<<U as Receive>::Error>>;

/// Reads the events of a stream out of its bytes.
///
/// ```text
/// let mut reader = event_stream::Reader::<Tides>::new();
/// while let Some(bytes) = connection.read()? {
///     reader.push(&bytes);
///     while let Some(event) = reader.event() {
///         println!("{:?}", event?);
///     }
/// }
/// reader.end()?;
/// ```
pub struct Reader<U> {
    frames: Frames,
    request_id: Option<String>,
    // needed by: initial responses
    /// The first message, where it has been looked at and is an event.
    first: Option<Message>,
    // needed by: initial responses
    /// Whether the first message has come.
    has_begun: bool,
    /// Whether an error has ended it.
    has_failed: bool,
    events: PhantomData<fn() -> U>,
}

impl<U: Receive> Reader<U> {
    /// The reader of a stream that begins.
    pub fn new() -> Self {
        Self {
            frames: Frames::default(),
            request_id: None,
            // needed by: initial responses
            first: None,
            // needed by: initial responses
            has_begun: false,
            has_failed: false,
            events: PhantomData,
        }
    }

    /// Frames that are longer than this, in bytes, are errors. There is no limit otherwise; memory is
    /// taken for what has come, and not for what a frame says of its length.
    #[inline]
    #[must_use]
    pub fn max_frame(mut self, bytes: usize) -> Self {
        self.frames.limit(bytes);
        self
    }

    /// The id of the request whose answer this is, for errors to tell.
    #[inline]
    #[must_use]
    pub fn of_request(mut self, id: Option<&str>) -> Self {
        self.request_id = id.map(str::to_owned);
        self
    }

    /// Takes the bytes that come next.
    #[inline]
    pub fn push(&mut self, bytes: &[u8]) {
        self.frames.push(bytes);
    }

    /// The next event; `None` where its bytes have not come yet, and after an error.
    ///
    /// # Errors
    /// What ended the stream: see [`StreamError`].
    pub fn event(&mut self) -> Option<Given<U>> {
        if self.has_failed {
            return None;
        }
        let event = match self.message() {
            Ok(None) => return None,
            Ok(Some(message)) => self.read(&message),
            Err(error) => Err(StreamError::Frame(error)),
        };
        self.has_failed = event.is_err();
        Some(event)
    }

    /// What it means that no more bytes come.
    ///
    /// # Errors
    /// Where a frame is not whole.
    pub fn end(&mut self) -> Result<(), StreamError<U::Error>> {
        match self.frames.pending() {
            0 => Ok(()),
            _ if self.has_failed => Ok(()),
            _ => Err(self.interrupted(None)),
        }
    }

    /// The stream broke off.
    pub(super) fn interrupted(
        &mut self,
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    ) -> StreamError<U::Error> {
        self.has_failed = true;
        let pending = self.frames.pending();
        StreamError::Interrupted(Interrupted { pending, source })
    }

    fn message(&mut self) -> Result<Option<Message>, FrameError> {
        // needed by: initial responses
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        let message = self.frames.next()?;
        // needed by: initial responses
        if let Some(first) = &message
            && !mem::replace(&mut self.has_begun, true)
            && is_initial::<U>(first)
        {
            return self.frames.next();
        }
        Ok(message)
    }

    // needed by: initial responses
    /// Reads the members of an output that are not events out of the message with which the stream may
    /// begin; `None` where the first message has not come yet. A service need not send one.
    ///
    /// # Errors
    /// Where a frame is broken, or the message is not the output.
    pub fn output(
        &mut self,
        output: &mut impl DecodeMember,
    ) -> Option<Result<(), StreamError<U::Error>>> {
        if self.has_begun {
            return Some(Ok(()));
        }
        let read = match self.frames.next() {
            Ok(None) => return None,
            Ok(Some(first)) if is_initial::<U>(&first) => Event::<U::Format>::new(INITIAL, &first)
                .read_into(output)
                .map_err(StreamError::from),
            Ok(Some(first)) => {
                self.first = Some(first);
                Ok(())
            }
            Err(error) => Err(StreamError::Frame(error)),
        };
        self.has_begun = true;
        self.has_failed = read.is_err();
        Some(read)
    }

    fn read(&self, message: &Message) -> Given<U> {
        let type_ = text(message, ":message-type")?;
        let exception = |name, text| Exception {
            name,
            message: text,
            payload: message.payload(),
            request_id: self.request_id.as_deref(),
            format: PhantomData,
        };
        let exception = match type_ {
            "event" => {
                let name = text(message, ":event-type")?;
                return Ok(U::event(&Event::new(name, message))?);
            }
            "exception" => exception(text(message, ":exception-type")?, None),
            "error" => exception(
                text(message, ":error-code")?,
                header(message, ":error-message")
                    .and_then(|text| text.as_string().ok())
                    .map(|text| text.as_str()),
            ),
            _ => return Err(UnreadableEvent::new(Reason::MessageType).into()),
        };
        Err(StreamError::Service(U::exception(&exception)))
    }
}

// needed by: initial responses
/// The name of the message that has what of an output is no event.
const INITIAL: &str = "initial-response";

// needed by: initial responses
/// Whether a message has what of an output is no event.
#[inline]
fn is_initial<U: Receive>(first: &Message) -> bool {
    let is_so = |name, value| text(first, name).is_ok_and(|text| text == value);
    U::MAY_BEGIN_WITH_OUTPUT && is_so(":message-type", "event") && is_so(":event-type", INITIAL)
}

impl<E> From<UnreadableEvent> for StreamError<E> {
    #[inline]
    fn from(error: UnreadableEvent) -> Self {
        Self::Unreadable(error)
    }
}

impl<U: Receive> Default for Reader<U> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<U> fmt::Debug for Reader<U> {
    /// Leaves out what has come: it may hold what must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader")
            .field("pending_bytes", &self.frames.pending())
            .finish_non_exhaustive()
    }
}
