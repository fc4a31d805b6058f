//! The events that a request streams.

use std::fmt;
use std::marker::PhantomData;

#[cfg(feature = "client")]
use super::messages::Messages;
#[cfg(feature = "test-util")]
use super::{Reader, Receive, StreamError};
// needed by: initial requests to read
#[cfg(feature = "test-util")]
use super::served;

/// The events that a request streams: of any stream, or sent one by one.
///
/// A stream that has ended is closed as whole. What breaks off half way, as the stream gives an error or a
/// `Sender` is dropped before it has finished, is not: the request is broken off, too.
pub struct Outgoing<U> {
    /// Those of the caller; none where there are no events at all.
    #[cfg(feature = "client")]
    pub(super) messages: Option<Messages>,
    /// The frames of a request that a double has read.
    #[cfg(feature = "test-util")]
    pub(super) received: Vec<u8>,
    pub(super) events: PhantomData<fn(U)>,
}

#[cfg(feature = "test-util")]
impl<U: Receive> Outgoing<U> {
    /// The events of these frames, which a double has read.
    #[inline]
    pub(crate) fn of_frames(frames: &[u8]) -> Self {
        Self {
            received: frames.to_vec(),
            ..Self::default()
        }
    }

    // needed by: initial requests to read
    /// The same of frames before which there may be one that has what of the input is no event.
    #[inline]
    pub(crate) fn of_frames_behind(frames: &[u8]) -> Self {
        match served::initial(frames) {
            Some((_, length)) => Self::of_frames(&frames[length..]),
            None => Self::of_frames(frames),
        }
    }

    /// The events that a double has read of a request, whole or not; none where no double has.
    ///
    /// The last is an error where the client has sent one, or what is no event:
    ///
    /// ```text
    /// let double = Double::new().on(|input: TalkInput| {
    ///     let words: Result<Vec<Words>, _> = input.words.received().collect();
    ///     Ok(TalkOutput::builder().words(Events::of(words.expect("words"))).build())
    /// });
    /// ```
    #[inline]
    pub fn received(self) -> impl Iterator<Item = Result<U, StreamError<U::Error>>> {
        let mut reader = Reader::new();
        reader.push(&self.received);
        std::iter::from_fn(move || match reader.event() {
            Some(event) => Some(event),
            None => reader.end().err().map(Err),
        })
    }
}

impl<U> Default for Outgoing<U> {
    /// No events.
    #[inline]
    fn default() -> Self {
        Self {
            #[cfg(feature = "client")]
            messages: None,
            #[cfg(feature = "test-util")]
            received: Vec::new(),
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
