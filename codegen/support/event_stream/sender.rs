//! Events that are sent one by one: who sends waits until the connection takes what was sent before.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use aws_smithy_types::event_stream::Message;
use futures_core::Stream;

use super::Transmit;
use super::messages::Failure;
use crate::support::operation::BuildError;

/// Sends the events of a request one by one.
///
/// [`finish`](Self::finish) closes the stream. Where it is dropped before that, the request is broken off,
/// so that no service takes it for whole.
#[must_use = "a sender that is dropped breaks its request off"]
pub struct Sender<U> {
    shared: Arc<Mutex<Shared>>,
    events: PhantomData<fn(U)>,
}

/// What a sender and the body of its request have in common.
#[derive(Default)]
struct Shared {
    /// What the body has not taken yet.
    message: Option<Message>,
    end: Option<End>,
    /// Whether the body is gone.
    is_closed: bool,
    sender: Option<Waker>,
    body: Option<Waker>,
}

/// How a stream ends.
#[derive(Clone, Copy)]
enum End {
    Whole,
    BrokenOff,
}

impl Shared {
    #[inline]
    fn lock(shared: &Mutex<Self>) -> MutexGuard<'_, Self> {
        // Nothing panics while it is locked.
        shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<U: Transmit> Sender<U> {
    /// Sends an event, as soon as the connection has taken the one before.
    ///
    /// # Errors
    /// Where the event cannot be sent, or nobody takes it any more: the request has ended, as its call
    /// tells.
    #[inline]
    pub async fn send(&mut self, event: &U) -> Result<(), SendError> {
        let mut message = Some(event.message().map_err(SendError::Unsendable)?);
        poll_fn(|context| self.poll_send(context, &mut message)).await
    }

    /// Closes the stream: all events have been sent.
    #[inline]
    pub fn finish(self) {
        Shared::lock(&self.shared).end = Some(End::Whole);
    }

    fn poll_send(
        &self,
        context: &mut Context<'_>,
        message: &mut Option<Message>,
    ) -> Poll<Result<(), SendError>> {
        let mut shared = Shared::lock(&self.shared);
        if shared.is_closed {
            return Poll::Ready(Err(SendError::Closed));
        }
        if shared.message.is_some() {
            shared.sender = Some(context.waker().clone());
            return Poll::Pending;
        }
        shared.message = message.take();
        if let Some(body) = shared.body.take() {
            body.wake();
        }
        Poll::Ready(Ok(()))
    }
}

impl<U> Drop for Sender<U> {
    fn drop(&mut self) {
        let mut shared = Shared::lock(&self.shared);
        shared.end.get_or_insert(End::BrokenOff);
        if let Some(body) = shared.body.take() {
            body.wake();
        }
    }
}

impl<U> fmt::Debug for Sender<U> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

/// The other end of a sender.
pub(super) struct Slot(Arc<Mutex<Shared>>);

impl Slot {
    pub(super) fn new<U>() -> (Sender<U>, Self) {
        let shared = Arc::default();
        let sender = Sender {
            shared: Arc::clone(&shared),
            events: PhantomData,
        };
        (sender, Self(shared))
    }
}

impl Stream for Slot {
    type Item = Result<Message, Failure>;

    #[inline]
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut shared = Shared::lock(&self.0);
        let message = shared.message.take();
        if let Some(sender) = shared.sender.take() {
            sender.wake();
        }
        match (message, shared.end) {
            (Some(message), _) => Poll::Ready(Some(Ok(message))),
            (None, Some(End::Whole)) => Poll::Ready(None),
            (None, Some(End::BrokenOff)) => Poll::Ready(Some(Err(Box::new(BrokenOff)))),
            (None, None) => {
                shared.body = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

impl Drop for Slot {
    #[inline]
    fn drop(&mut self) {
        let mut shared = Shared::lock(&self.0);
        shared.is_closed = true;
        if let Some(sender) = shared.sender.take() {
            sender.wake();
        }
    }
}

/// A sender was dropped before it had finished.
#[derive(Debug)]
struct BrokenOff;

impl fmt::Display for BrokenOff {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the stream of events was dropped before it was finished")
    }
}

impl std::error::Error for BrokenOff {}

/// Why an event was not sent.
#[derive(Debug)]
#[non_exhaustive]
pub enum SendError {
    /// It cannot be sent: it is unknown, say. The stream goes on without it.
    Unsendable(BuildError),
    /// Nobody takes it any more: the request has ended.
    Closed,
}

impl fmt::Display for SendError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsendable(error) => error.fmt(f),
            Self::Closed => f.write_str("the request whose stream this was has ended"),
        }
    }
}

impl std::error::Error for SendError {}
