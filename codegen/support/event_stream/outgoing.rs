//! The events that a request streams.

use std::fmt;
use std::marker::PhantomData;

#[cfg(feature = "test-util")]
use aws_smithy_types::byte_stream::ByteStream;

#[cfg(feature = "client")]
use super::messages::Messages;
#[cfg(feature = "test-util")]
use super::{Events, Reader, Receive, StreamError};
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
    /// The frames of a request that a double reads.
    #[cfg(feature = "test-util")]
    pub(super) received: ByteStream,
    pub(super) events: PhantomData<fn(U)>,
}

#[cfg(feature = "test-util")]
impl<U: Receive> Outgoing<U> {
    /// The events of these frames, which a double reads.
    pub(crate) fn of_frames(frames: ByteStream) -> Self {
        Self {
            received: frames,
            ..Self::default()
        }
    }

    // needed by: initial requests to read
    /// The same of frames before which there may be one that has what of the input is no event. One that is
    /// still to come has been taken by then.
    pub(crate) fn of_frames_behind(frames: ByteStream) -> Self {
        let events = frames.bytes().and_then(|frames| {
            let (_, length) = served::initial(frames)?;
            Some(ByteStream::from(frames[length..].to_vec()))
        });
        Self::of_frames(events.unwrap_or(frames))
    }

    /// The events that a double reads of a request, as they come.
    #[inline]
    pub fn into_events(self) -> Events<U> {
        Events::new(self.received)
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
    ///
    /// Those that are still to come `into_events` gives.
    pub fn received(self) -> impl Iterator<Item = Result<U, StreamError<U::Error>>> {
        let mut reader = Reader::new();
        let mut to_come = None;
        match self.received.bytes() {
            Some(frames) => reader.push(frames),
            None => to_come = Some("its events are still to come: `into_events` gives them"),
        }
        std::iter::from_fn(move || match reader.event() {
            Some(event) => Some(event),
            None => match to_come.take() {
                Some(reason) => Some(Err(reader.interrupted(Some(reason.into())))),
                None => reader.end().err().map(Err),
            },
        })
    }
}

impl<U> Default for Outgoing<U> {
    /// No events.
    fn default() -> Self {
        Self {
            #[cfg(feature = "client")]
            messages: None,
            #[cfg(feature = "test-util")]
            received: ByteStream::default(),
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
