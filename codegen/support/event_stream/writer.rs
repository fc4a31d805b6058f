//! The sans-IO writer of a stream: events become bytes, signed one by one where that is asked for.

use std::fmt;
use std::marker::PhantomData;

use aws_smithy_types::event_stream::{Message, SignMessage};

use super::Transmit;
use super::frame::frame;
use crate::support::operation::BuildError;

/// What signs the messages of a stream.
pub type Signer = Box<dyn SignMessage + Send + Sync>;

/// Writes the events of a stream as bytes.
///
/// ```text
/// let mut writer = event_stream::Writer::<Tides>::new();
/// connection.write(&writer.event(&event)?)?;
/// connection.write(&writer.end()?)?;
/// ```
pub struct Writer<U> {
    signer: Option<Signer>,
    events: PhantomData<fn(&U)>,
}

impl<U: Transmit> Writer<U> {
    /// The writer of a stream that begins, without signatures.
    pub fn new() -> Self {
        Self {
            signer: None,
            events: PhantomData,
        }
    }

    /// The same with messages that are signed, each with the signature of the one before in its own.
    #[inline]
    #[must_use]
    pub fn signed_by(mut self, signer: Signer) -> Self {
        self.signer = Some(signer);
        self
    }

    /// The frame of an event.
    ///
    /// # Errors
    /// Where it cannot be sent: it is unknown, say, or a header is too long.
    #[inline]
    pub fn event(&mut self, event: &U) -> Result<Vec<u8>, BuildError> {
        self.message(event.message()?)
    }

    /// What says that no more events come, so that the stream is whole: a signed message with nothing in
    /// it. Nothing, where there are no signatures.
    ///
    /// # Errors
    /// Where it cannot be signed.
    pub fn end(&mut self) -> Result<Vec<u8>, BuildError> {
        match self.signer.as_mut().and_then(|signer| signer.sign_empty()) {
            Some(signed) => frame(&signed.map_err(unsigned)?),
            None => Ok(Vec::new()),
        }
    }

    /// The frame of a message.
    pub(super) fn message(&mut self, message: Message) -> Result<Vec<u8>, BuildError> {
        match &mut self.signer {
            Some(signer) => frame(&signer.sign(message).map_err(unsigned)?),
            None => frame(&message),
        }
    }
}

#[inline]
fn unsigned(error: Box<dyn std::error::Error + Send + Sync>) -> BuildError {
    BuildError::new(format!("an event could not be signed: {error}"))
}

impl<U: Transmit> Default for Writer<U> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<U> fmt::Debug for Writer<U> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}
