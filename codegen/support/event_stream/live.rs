//! Frames of a request as they come, while it is answered: what a double reads of a conversation.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_eventstream::frame::NoOpSigner;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use http_body::Frame;

use super::event::header;
use super::frame::frame;
use super::frames::Frames;
use super::{Events, Outgoing, Receive, Transmit};

/// Why no more comes.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The frames of a body, each taken out of the message that signs it, where one does.
struct Unsigned {
    /// What is to come before anything else.
    ahead: VecDeque<Vec<u8>>,
    frames: Frames,
    /// Until it has ended.
    body: Option<ByteStream>,
}

/// The frames of a body as they come, without what signs them; `first` comes before all of them.
#[inline]
pub(crate) fn unsigned_stream(first: Option<Vec<u8>>, body: SdkBody) -> ByteStream {
    let body = Unsigned {
        ahead: first.into_iter().collect(),
        frames: Frames::default(),
        body: Some(ByteStream::new(body)),
    };
    ByteStream::new(SdkBody::from_body_1_x(body))
}

impl Unsigned {
    /// The next frame that has come; what is none stays as it is, for who reads to tell.
    #[inline]
    fn next(&mut self) -> Option<Vec<u8>> {
        if let Some(first) = self.ahead.pop_front() {
            return Some(first);
        }
        loop {
            let message = match self.frames.next() {
                Ok(message) => message?,
                Err(_) => return Some(self.frames.take_rest()),
            };
            match header(&message, ":chunk-signature") {
                None => return frame(&message).ok(),
                // An empty message says that no more come.
                Some(_) if message.payload().is_empty() => {}
                Some(_) => return Some(message.payload().to_vec()),
            }
        }
    }

    #[inline]
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Vec<u8>, Failure>>> {
        loop {
            if let Some(bytes) = self.next() {
                return Poll::Ready(Some(Ok(bytes)));
            }
            let Some(body) = &mut self.body else {
                return Poll::Ready(None);
            };
            match ready!(Pin::new(body).poll_next(context)) {
                Some(Ok(bytes)) => self.frames.push(&bytes),
                Some(Err(error)) => {
                    self.body = None;
                    return Poll::Ready(Some(Err(error.into())));
                }
                None => {
                    self.body = None;
                    self.ahead
                        .extend(Some(self.frames.take_rest()).filter(|rest| !rest.is_empty()));
                }
            }
        }
    }
}

impl http_body::Body for Unsigned {
    type Data = <SdkBody as http_body::Body>::Data;
    type Error = Failure;

    #[inline]
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Failure>>> {
        let bytes = ready!(self.poll_next(context));
        Poll::Ready(bytes.map(|bytes| Ok(Frame::data(bytes?.into()))))
    }
}

impl<U: Receive + Transmit + 'static> From<Outgoing<U>> for Events<U> {
    /// The events of a stream or of a sender as a service sends them, as they come.
    #[inline]
    fn from(events: Outgoing<U>) -> Self {
        Self::new(events.into_body(Box::new(NoOpSigner {})))
    }
}
