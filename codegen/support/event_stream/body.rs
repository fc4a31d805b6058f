//! The body of a request that streams events.

use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::PoisonError;
use std::task::{Context, Poll, ready};

use aws_smithy_types::body::SdkBody;
use http_body::Frame;

use super::messages::{Failure, Messages};
use super::writer::{Signer, Writer};
// needed by: initial requests
use super::Draft;
use super::Transmit;

/// Events, each in its frame as soon as it is there. Nothing is signed before it is sent: the first
/// signature stands on that of the head.
pub(super) struct Body<U> {
    messages: Option<Messages>,
    // needed by: initial requests
    /// What comes before the events.
    initial: Option<Vec<u8>>,
    /// Until the end has been sent.
    writer: Option<Writer<U>>,
    events: PhantomData<fn(U)>,
}

impl<U: Transmit> Body<U> {
    pub(super) fn new(messages: Option<Messages>, signer: Signer) -> Self {
        Self {
            messages,
            // needed by: initial requests
            initial: None,
            writer: Some(Writer::new().signed_by(signer)),
            events: PhantomData,
        }
    }

    // needed by: initial requests
    /// The same, behind a message with this payload.
    #[inline]
    pub(super) fn behind(mut self, initial: Vec<u8>) -> Self {
        self.initial = Some(initial);
        self
    }

    /// The next frame; `None` at the end, and behind a failure.
    fn poll_bytes(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Vec<u8>, Failure>>> {
        let Some(writer) = &mut self.writer else {
            return Poll::Ready(None);
        };
        // needed by: initial requests
        if let Some(payload) = self.initial.take() {
            let message = Draft::<U::Format>::event("initial-request").written(payload);
            let bytes = message.finish().and_then(|message| writer.message(message));
            if bytes.is_err() {
                self.writer = None;
            }
            return Poll::Ready(Some(bytes.map_err(Into::into)));
        }
        let message = match &mut self.messages {
            Some(messages) => {
                let messages = messages.get_mut().unwrap_or_else(PoisonError::into_inner);
                ready!(messages.as_mut().poll_next(context))
            }
            None => None,
        };
        let bytes = match message {
            Some(Ok(message)) => writer.message(message).map_err(Into::into),
            Some(Err(failure)) => Err(failure),
            None => {
                let end = writer.end().map_err(Into::into);
                self.writer = None;
                self.messages = None;
                if end.as_ref().is_ok_and(Vec::is_empty) {
                    return Poll::Ready(None);
                }
                end
            }
        };
        if bytes.is_err() {
            self.writer = None;
        }
        Poll::Ready(Some(bytes))
    }
}

impl<U: Transmit> http_body::Body for Body<U> {
    type Data = <SdkBody as http_body::Body>::Data;
    type Error = Failure;

    #[inline]
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Failure>>> {
        let bytes = ready!(self.poll_bytes(context));
        Poll::Ready(bytes.map(|bytes| Ok(Frame::data(bytes?.into()))))
    }

    #[inline]
    fn is_end_stream(&self) -> bool {
        self.writer.is_none()
    }
}
