//! The ids of requests, as a service makes them up.

use std::sync::Mutex;

use super::lock;

/// What gives ids.
type Source = Box<dyn FnMut() -> String + Send>;

/// Where the ids come from that answers tell, if they come from anywhere.
#[derive(Default)]
pub(super) struct RequestIds(Mutex<Option<Source>>);

impl RequestIds {
    /// They come from here.
    #[inline]
    pub(super) fn come_from(&self, source: impl FnMut() -> String + Send + 'static) {
        *lock(&self.0) = Some(Box::new(source));
    }

    /// That of one more request; `None` where ids come from nowhere.
    #[inline]
    pub(super) fn next(&self) -> Option<String> {
        lock(&self.0).as_mut().map(|source| source())
    }
}
