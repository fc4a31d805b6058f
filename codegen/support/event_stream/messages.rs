//! Where the events of a client's request come from, and what they become.

use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll, ready};

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::event_stream::Message;
use futures_core::Stream;

use super::body::Body;
use super::sender::{Sender, Slot};
use super::writer::Signer;
use super::{Outgoing, Transmit};

/// Why there is no further message.
pub(super) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Messages as they come. Whoever polls it has it alone, and nobody has to lock it; it is in a mutex since
/// an input can be looked at from several threads.
pub(super) type Messages = Mutex<Pin<Box<dyn Stream<Item = Result<Message, Failure>> + Send>>>;

impl<U: Transmit + 'static> Outgoing<U> {
    /// The events of a stream, up to its end.
    #[inline]
    pub fn new(events: impl Stream<Item = U> + Send + 'static) -> Self {
        let written = |event: U| event.message().map_err(Into::into);
        Self::of(Mapped(Box::pin(events), written))
    }

    /// The events of a stream that may fail: with an error, the request is broken off.
    pub fn fallible<E>(events: impl Stream<Item = Result<U, E>> + Send + 'static) -> Self
    where
        E: Into<Failure> + 'static,
    {
        let written = |event: Result<U, E>| match event {
            Ok(event) => event.message().map_err(Into::into),
            Err(error) => Err(error.into()),
        };
        Self::of(Mapped(Box::pin(events), written))
    }

    /// Events that are sent one by one, and what sends them.
    #[inline]
    pub fn channel() -> (Sender<U>, Self) {
        let (sender, slot) = Slot::new();
        (sender, Self::of(slot))
    }

    fn of(messages: impl Stream<Item = Result<Message, Failure>> + Send + 'static) -> Self {
        Self {
            messages: Some(Mutex::new(Box::pin(messages))),
            ..Self::default()
        }
    }

    /// The body of a request.
    #[inline]
    pub fn into_body(self, signer: Signer) -> ByteStream {
        let body = Body::<U>::new(self.messages, signer);
        ByteStream::new(SdkBody::from_body_1_x(body))
    }

    // needed by: initial requests
    /// The same, behind what an input has beside its events.
    #[inline]
    pub fn into_body_behind(self, initial: Vec<u8>, signer: Signer) -> ByteStream {
        let body = Body::<U>::new(self.messages, signer).behind(initial);
        ByteStream::new(SdkBody::from_body_1_x(body))
    }
}

/// A stream of what is made of the items of another.
struct Mapped<S, F>(Pin<Box<S>>, F);

impl<S, F> Unpin for Mapped<S, F> {}

impl<S: Stream, F: FnMut(S::Item) -> M, M> Stream for Mapped<S, F> {
    type Item = M;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<M>> {
        let item = ready!(self.0.as_mut().poll_next(context));
        Poll::Ready(item.map(&mut self.1))
    }
}
