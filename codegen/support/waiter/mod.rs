//! Waiters: calling an operation again and again until what it tells of has come about. What an
//! answer means, and how long to pause before the next call, is decided here without waiting for
//! anything; the client does the waiting.
//!
//! <https://smithy.io/2.0/additional-specs/waiters.html>

mod delays;
#[cfg(feature = "client")]
mod outcome;
#[cfg(feature = "client")]
mod timing;
#[cfg(feature = "client")]
mod waiting;

use std::fmt;
use std::time::Duration;

use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::operation::{ErrorOf, Operation};

pub use delays::Delays;
#[cfg(feature = "client")]
pub use outcome::{Answered, WaitError, Waited};
#[cfg(feature = "client")]
pub use timing::Timing;
#[cfg(feature = "client")]
pub use waiting::Waiting;

/// Knows what the answers of an operation mean for what is waited for.
///
/// The model's waiters implement it; so can waiters of your own.
pub trait Waiter: fmt::Debug + Send + Sync + 'static {
    /// What is called, with the same input each time.
    type Operation: Operation + Clone;

    /// The waiter's name in the model, e.g. `TableExists`.
    const NAME: &'static str;
    /// The shortest pause between two calls.
    const MIN_DELAY: Duration;
    /// The longest pause between two calls.
    const MAX_DELAY: Duration;

    /// What an answer means.
    fn judge(input: &Self::Operation, answer: Answer<'_, Self::Operation>) -> Verdict;
}

/// What the service answers to a call of the operation `O`.
pub type Answer<'a, O> = Result<&'a <O as Operation>::Output, &'a ErrorOf<O>>;

/// What an answer means for what is waited for. The texts say what it was in the answer that
/// means it, e.g. ``the output has `Table.TableStatus` = `ACTIVE` ``.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has come about.
    Success(&'static str),
    /// It will never come about.
    Failure(&'static str),
    /// It has not come about yet.
    Retry,
    /// Nobody knows: the service answered with an error that means nothing to the waiter.
    Unexpected,
}

/// Whether there are values, and all of them are so.
pub fn all<T>(values: impl Iterator<Item = T>, mut is_so: impl FnMut(T) -> bool) -> bool {
    let mut several = false;
    for value in values {
        if !is_so(value) {
            return false;
        }
        several = true;
    }
    several
}

/// Whether the service told an error by this code.
#[inline]
pub fn has_code(error: &impl ProvideErrorMetadata, code: &str) -> bool {
    error.code() == Some(code)
}
