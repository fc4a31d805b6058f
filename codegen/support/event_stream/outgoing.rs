//! The events that a request streams.

use std::fmt;
use std::marker::PhantomData;

#[cfg(feature = "client")]
use super::messages::Messages;

/// The events that a request streams: of any stream, or sent one by one.
///
/// A stream that has ended is closed as whole. What breaks off half way, as the stream gives an error or a
/// `Sender` is dropped before it has finished, is not: the request is broken off, too.
pub struct Outgoing<U> {
    /// Those of the caller; none where there are no events at all.
    #[cfg(feature = "client")]
    pub(super) messages: Option<Messages>,
    pub(super) events: PhantomData<fn(U)>,
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
