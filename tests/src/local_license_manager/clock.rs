//! The service's idea of now, which a test can set, so that nobody waits ten minutes to see
//! what happens after ten minutes.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

/// The clock that signatures, tokens and idempotency are judged by.
///
/// It shows the time of day until it is moved or stopped.
#[derive(Debug, Default)]
pub struct Clock {
    reading: Mutex<Reading>,
}

#[derive(Clone, Copy, Debug)]
enum Reading {
    Running { ahead: Duration },
    Stopped { at: SystemTime },
}

impl Default for Reading {
    fn default() -> Self {
        Self::Running {
            ahead: Duration::ZERO,
        }
    }
}

impl Clock {
    /// The time on this clock.
    pub fn now(&self) -> SystemTime {
        match *self.lock() {
            Reading::Running { ahead } => SystemTime::now() + ahead,
            Reading::Stopped { at } => at,
        }
    }

    /// Moves the clock forward. It keeps running if it ran.
    pub fn advance(&self, by: Duration) {
        match &mut *self.lock() {
            Reading::Running { ahead } => *ahead += by,
            Reading::Stopped { at } => *at += by,
        }
    }

    /// Stops the clock at a time, past or future.
    pub fn stop_at(&self, time: SystemTime) {
        *self.lock() = Reading::Stopped { at: time };
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Reading> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whole seconds since 1970, as JWTs count time.
pub(crate) fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs()
}

/// A time as ISO 8601 writes it, up to the year 9999.
pub(crate) fn date(seconds: u64) -> Option<String> {
    let date = DateTime::from_secs(i64::try_from(seconds).ok()?);
    date.fmt(Format::DateTime).ok()
}
