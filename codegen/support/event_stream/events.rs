//! The events of a stream as they come.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_types::byte_stream::ByteStream;
#[cfg(feature = "client")]
use futures_core::Stream;

use super::{Reader, Receive, StreamError};
// needed by: events to answer with
#[cfg(feature = "test-util")]
use crate::support::operation::BuildError;
use crate::support::operation::Response;
// needed by: initial responses
use crate::support::wire::DecodeMember;

/// The events of a stream, one after the other. It ends with the last event or with the first error;
/// with a client it is a `Stream`.
///
/// Nothing is read before it is asked for: who asks slowly slows the service down, and memory holds one
/// event and what came with it.
#[must_use = "events do not come before they are asked for"]
pub struct Events<U> {
    pub(super) reader: Reader<U>,
    /// Where bytes come from, until they have ended.
    pub(super) body: Option<ByteStream>,
    // needed by: events to answer with
    /// Why an event that it is made of cannot be sent.
    #[cfg(feature = "test-util")]
    pub(super) unsendable: Option<BuildError>,
}

/// An event, or why there is none.
type Given<U> = Result<U, StreamError<<U as Receive>::Error>>;

impl<U: Receive> Events<U> {
    /// The events of this body of a response.
    pub fn new(body: ByteStream) -> Self {
        Self {
            reader: Reader::new(),
            body: Some(body),
            // needed by: events to answer with
            #[cfg(feature = "test-util")]
            unsendable: None,
        }
    }

    /// The events of a body that is in memory.
    pub(super) fn in_memory(response: &Response<'_>) -> Self {
        let mut reader = Reader::new().of_request(response.request_id());
        reader.push(response.body());
        Self {
            reader,
            body: Some(ByteStream::default()),
            // needed by: events to answer with
            #[cfg(feature = "test-util")]
            unsendable: None,
        }
    }

    /// The id of the request whose answer this is, for errors to tell.
    #[inline]
    pub fn of_request(mut self, id: Option<&str>) -> Self {
        self.reader = self.reader.of_request(id);
        self
    }

    /// Events whose frames are longer than this, in bytes, are errors. There is no limit otherwise.
    #[inline]
    pub fn max_frame(mut self, bytes: usize) -> Self {
        self.reader = self.reader.max_frame(bytes);
        self
    }

    /// The next event; `None` after the last one, and after an error.
    ///
    /// # Errors
    /// What ended the stream before its time: see [`StreamError`].
    #[inline]
    pub async fn next(&mut self) -> Option<Given<U>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Given<U>>> {
        loop {
            if let Some(event) = self.reader.event() {
                if event.is_err() {
                    self.body = None;
                }
                return Poll::Ready(Some(event));
            }
            match ready!(self.poll_more(context)) {
                Ok(true) => {}
                Ok(false) => return Poll::Ready(None),
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    }

    /// Gives the reader more bytes; `false` where there are none.
    fn poll_more(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<bool, StreamError<U::Error>>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(Ok(false));
        };
        let ended = match ready!(Pin::new(body).poll_next(context)) {
            Some(Ok(bytes)) => {
                self.reader.push(&bytes);
                return Poll::Ready(Ok(true));
            }
            Some(Err(error)) => Err(self.reader.interrupted(Some(error.into()))),
            None => self.reader.end(),
        };
        self.body = None;
        Poll::Ready(ended.map(|()| false))
    }

    // needed by: initial responses
    /// Reads the members of an output, as soon as what comes first is there.
    pub(super) fn poll_output(
        &mut self,
        context: &mut Context<'_>,
        output: &mut impl DecodeMember,
    ) -> Poll<Result<(), StreamError<U::Error>>> {
        loop {
            if let Some(read) = self.reader.output(output) {
                return Poll::Ready(read);
            }
            match ready!(self.poll_more(context)) {
                Ok(true) => {}
                Ok(false) => return Poll::Ready(Ok(())),
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }

    // needed by: initial responses
    /// The same of a stream that is in memory.
    #[inline]
    pub(super) fn output(
        &mut self,
        output: &mut impl DecodeMember,
    ) -> Result<(), StreamError<U::Error>> {
        let read = self.reader.output(output);
        read.unwrap_or_else(|| self.reader.end())
    }
}

#[cfg(feature = "client")]
impl<U: Receive> Stream for Events<U> {
    type Item = Given<U>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<U: Receive> From<ByteStream> for Events<U> {
    #[inline]
    fn from(body: ByteStream) -> Self {
        Self::new(body)
    }
}

impl<U: Receive> Default for Events<U> {
    /// A stream without events.
    #[inline]
    fn default() -> Self {
        Self::new(ByteStream::default())
    }
}

impl<U> fmt::Debug for Events<U> {
    /// Leaves out what has come: it may hold what must not reach a log.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}
