//! The events that a request streams.

use std::fmt;
use std::marker::PhantomData;
#[cfg(feature = "client")]
use std::pin::Pin;
#[cfg(feature = "client")]
use std::sync::Mutex;
#[cfg(feature = "client")]
use std::task::{Context, Poll, ready};

#[cfg(feature = "client")]
use aws_smithy_types::body::SdkBody;
#[cfg(feature = "client")]
use aws_smithy_types::byte_stream::ByteStream;
#[cfg(feature = "client")]
use aws_smithy_types::event_stream::Message;
#[cfg(feature = "client")]
use futures_core::Stream;

#[cfg(feature = "client")]
use super::Transmit;
#[cfg(feature = "client")]
use super::body::Body;
#[cfg(feature = "client")]
use super::sender::{Sender, Slot};
#[cfg(feature = "client")]
use super::writer::Signer;

/// Why there is no further message.
#[cfg(feature = "client")]
pub(super) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Messages as they come. Whoever polls it has it alone, and nobody has to lock it; it is in a mutex since
/// an input can be looked at from several threads.
#[cfg(feature = "client")]
pub(super) type Messages = Mutex<Pin<Box<dyn Stream<Item = Result<Message, Failure>> + Send>>>;

/// The events that a request streams: of any stream, or sent one by one.
///
/// A stream that has ended is closed as whole. What breaks off half way, as the stream gives an error or a
/// `Sender` is dropped before it has finished, is not: the request is broken off, too.
pub struct Outgoing<U> {
    /// Those of the caller; none where there are no events at all.
    #[cfg(feature = "client")]
    messages: Option<Messages>,
    events: PhantomData<fn(U)>,
}

#[cfg(feature = "client")]
impl<U: Transmit + 'static> Outgoing<U> {
    /// The events of a stream, up to its end.
    #[inline]
    pub fn new(events: impl Stream<Item = U> + Send + 'static) -> Self {
        let written = |event: U| event.message().map_err(Into::into);
        Self::of(Mapped(Box::pin(events), written))
    }

    /// The events of a stream that may fail: with an error, the request is broken off.
    #[inline]
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

    #[inline]
    fn of(messages: impl Stream<Item = Result<Message, Failure>> + Send + 'static) -> Self {
        Self {
            messages: Some(Mutex::new(Box::pin(messages))),
            events: PhantomData,
        }
    }

    /// The body of a request: with what comes before the events, if anything does.
    #[inline]
    pub fn into_body(self, initial: Option<Vec<u8>>, signer: Signer) -> ByteStream {
        let body = Body::<U>::new(self.messages, initial, signer);
        ByteStream::new(SdkBody::from_body_1_x(body))
    }
}

/// A stream of what is made of the items of another.
#[cfg(feature = "client")]
struct Mapped<S, F>(Pin<Box<S>>, F);

#[cfg(feature = "client")]
impl<S, F> Unpin for Mapped<S, F> {}

#[cfg(feature = "client")]
impl<S: Stream, F: FnMut(S::Item) -> M, M> Stream for Mapped<S, F> {
    type Item = M;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<M>> {
        let item = ready!(self.0.as_mut().poll_next(context));
        Poll::Ready(item.map(&mut self.1))
    }
}

impl<U> Default for Outgoing<U> {
    /// No events.
    #[inline]
    fn default() -> Self {
        Self {
            #[cfg(feature = "client")]
            messages: None,
            events: PhantomData,
        }
    }
}

impl<U> fmt::Debug for Outgoing<U> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing").finish_non_exhaustive()
    }
}
