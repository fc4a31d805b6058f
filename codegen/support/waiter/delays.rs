//! Pauses between calls: longer each time, a part of each left to chance, none beyond the limit.
//!
//! <https://smithy.io/2.0/additional-specs/waiters.html#waiter-retries>

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

use super::Waiter;

/// How long to pause between calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delays {
    min: Duration,
    max: Duration,
}

impl Delays {
    /// The delays of a waiter.
    #[inline]
    pub fn of<W: Waiter>() -> Self {
        Self::between(W::MIN_DELAY, W::MAX_DELAY)
    }

    /// Delays of at least `min` and at most `max`.
    #[inline]
    pub fn between(min: Duration, max: Duration) -> Self {
        Self {
            min,
            max: max.max(min),
        }
    }

    /// The shortest pause.
    #[inline]
    pub fn min(&self) -> Duration {
        self.min
    }

    /// The longest pause.
    #[inline]
    pub fn max(&self) -> Duration {
        self.max
    }

    /// How long to pause after as many calls, where as much time remains; `None` where too little
    /// remains for one more call.
    #[inline]
    pub fn after(&self, calls: u32, remaining: Duration) -> Option<Duration> {
        // Enough for pauses that are not to be foreseen, and no secret.
        let random = RandomState::new().build_hasher().finish() >> 11;
        #[expect(
            clippy::cast_precision_loss,
            reason = "as many bits as a float holds are left"
        )]
        let part = random as f64 / (1_u64 << 53) as f64;
        self.after_with(calls, remaining, part)
    }

    /// The same, where chance gives this part, from 0 to 1.
    #[inline]
    pub fn after_with(&self, calls: u32, remaining: Duration, part: f64) -> Option<Duration> {
        if remaining <= self.min {
            return None;
        }
        let doubled = 1_u32.checked_shl(calls.saturating_sub(1));
        let longest = self.min.saturating_mul(doubled.unwrap_or(u32::MAX));
        let longest = longest.min(self.max);
        let delay = self.min + (longest - self.min).mul_f64(part.clamp(0.0, 1.0));
        // The last call is made while there is still time for it.
        Some(if remaining.saturating_sub(delay) <= self.min {
            remaining - self.min
        } else {
            delay
        })
    }
}
