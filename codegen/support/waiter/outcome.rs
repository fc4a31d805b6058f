//! How waiting ends.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use crate::support::client::CallError;
use crate::support::error::OneLine;
use crate::support::operation::{ErrorOf, Operation};

/// What came of one call of the operation `O`.
pub type Answered<O> = Result<<O as Operation>::Output, CallError<ErrorOf<O>>>;

/// What was waited for has come about.
#[derive(Debug)]
#[non_exhaustive]
pub struct Waited<O: Operation> {
    /// The answer that told so: an output, or an error where that is what was waited for, e.g.
    /// that something is not found any more.
    pub answer: Answered<O>,
    /// What it was in the answer that told so.
    pub reason: &'static str,
    /// How often the service was asked.
    pub calls: u32,
    /// How long it took.
    pub elapsed: Duration,
}

impl<O: Operation> Waited<O> {
    /// The output; `None` where an error is what was waited for.
    #[inline]
    pub fn into_output(self) -> Option<O::Output> {
        self.answer.ok()
    }
}

/// Why waiting ended before what was waited for has come about.
///
/// `Display` tells all of it in one line, so [`source`](StdError::source) gives only what is
/// beyond that.
#[derive(Debug)]
#[non_exhaustive]
pub enum WaitError<O: Operation> {
    /// It will never come about: an answer tells so.
    #[non_exhaustive]
    Failed {
        /// The name of the waiter.
        waiter: &'static str,
        /// What it was in the answer that tells so.
        reason: &'static str,
        /// The answer.
        answer: Box<Answered<O>>,
        /// How often the service was asked.
        calls: u32,
    },
    /// The limit was reached.
    #[non_exhaustive]
    TimedOut {
        /// The name of the waiter.
        waiter: &'static str,
        /// The last answer; `None` where the first call did not get one in time.
        answer: Option<Box<Answered<O>>>,
        /// How often the service was asked.
        calls: u32,
        /// How long it took.
        elapsed: Duration,
    },
    /// A call failed in a way that means nothing to the waiter, after the client had tried it as
    /// often as it does.
    #[non_exhaustive]
    Call {
        /// The name of the waiter.
        waiter: &'static str,
        /// Why the call failed.
        error: Box<CallError<ErrorOf<O>>>,
        /// How often the service was asked.
        calls: u32,
    },
}

impl<O: Operation> WaitError<O> {
    /// The last answer, if there was one.
    pub fn output(&self) -> Option<&O::Output> {
        match self {
            Self::Failed { answer, .. } => answer.as_ref().as_ref().ok(),
            Self::TimedOut { answer, .. } => answer.as_ref()?.as_ref().as_ref().ok(),
            Self::Call { .. } => None,
        }
    }

    /// The error of the last call, if it failed.
    pub fn call_error(&self) -> Option<&CallError<ErrorOf<O>>> {
        match self {
            Self::Failed { answer, .. } => answer.as_ref().as_ref().err(),
            Self::TimedOut { answer, .. } => answer.as_ref()?.as_ref().as_ref().err(),
            Self::Call { error, .. } => Some(error),
        }
    }
}

impl<O: Operation> fmt::Display for WaitError<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { waiter, reason, .. } => {
                let reason = OneLine::part(reason);
                write!(f, "`{waiter}` will not come about: {reason}")?;
            }
            Self::TimedOut {
                waiter,
                calls,
                elapsed,
                ..
            } => {
                let times = if *calls == 1 { "call" } else { "calls" };
                write!(
                    f,
                    "`{waiter}` did not come about in time: {calls} {times} in {:.1} s",
                    elapsed.as_secs_f64()
                )?;
            }
            Self::Call { waiter, .. } => {
                write!(f, "waiting for `{waiter}` failed")?;
            }
        }
        match self.call_error() {
            Some(error) => write!(f, ": {error}"),
            None => Ok(()),
        }
    }
}

impl<O: Operation> StdError for WaitError<O> {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.call_error()?.source()
    }
}
