//! The waiting itself.

use std::fmt;
use std::time::Duration;

use aws_smithy_async::future::timeout::Timeout;
use aws_smithy_async::rt::sleep::AsyncSleep;

use super::{Answered, Delays, Timing, Verdict, WaitError, Waited, Waiter};
use crate::support::client::{CallError, Client, Settings};
use crate::support::operation::Operation;

/// A waiter with what it asks and whom. It waits [`within`](Self::within) a time that is up to
/// you.
#[must_use = "nothing waits before `.within(..).await`"]
pub struct Waiting<W: Waiter> {
    client: Client<<W::Operation as Operation>::Service>,
    input: W::Operation,
    delays: Delays,
    settings: Option<Settings>,
}

impl<W: Waiter> Waiting<W> {
    /// Waits with calls of this input.
    pub fn new(client: Client<<W::Operation as Operation>::Service>, input: W::Operation) -> Self {
        Self {
            client,
            input,
            delays: Delays::of::<W>(),
            settings: None,
        }
    }

    /// The shortest pause between two calls, in place of the model's.
    #[inline]
    pub fn min_delay(mut self, delay: Duration) -> Self {
        self.delays = Delays::between(delay, self.delays.max());
        self
    }

    /// The longest pause between two calls, in place of the model's.
    #[inline]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.delays = Delays::between(self.delays.min().min(delay), delay);
        self
    }

    /// Other settings for all calls.
    #[inline]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = Some(settings);
        self
    }

    /// Calls the operation, with pauses that get longer, until what is waited for has come about,
    /// and for no longer than `limit`, the time of the calls included.
    ///
    /// # Errors
    /// [`WaitError::Failed`] where it will never come about, [`WaitError::TimedOut`] where it does
    /// not in time, [`WaitError::Call`] where a call fails in a way that tells neither.
    pub async fn within(
        self,
        limit: Duration,
    ) -> Result<Waited<W::Operation>, WaitError<W::Operation>> {
        let waiter = W::NAME;
        let mut calls = 0;
        let mut clock = match self.client.timing(self.settings.as_ref()) {
            Ok(timing) => Clock::started(timing),
            Err(error) => {
                return Err(WaitError::Call {
                    waiter,
                    error: Box::new(error),
                    calls,
                });
            }
        };
        let mut last = None;
        loop {
            calls += 1;
            let remaining = limit.saturating_sub(clock.elapsed());
            let call = Timeout::new(self.call(), clock.timing.sleep.sleep(remaining));
            let Ok(answer) = call.await else {
                let elapsed = clock.elapsed().max(limit);
                return Err(WaitError::TimedOut {
                    waiter,
                    answer: last,
                    calls,
                    elapsed,
                });
            };
            match (Self::judge(&self.input, &answer), answer) {
                (Verdict::Success(reason), answer) => {
                    let elapsed = clock.elapsed();
                    return Ok(Waited {
                        answer,
                        reason,
                        calls,
                        elapsed,
                    });
                }
                (Verdict::Failure(reason), answer) => {
                    let answer = Box::new(answer);
                    return Err(WaitError::Failed {
                        waiter,
                        reason,
                        answer,
                        calls,
                    });
                }
                (Verdict::Unexpected, Err(error)) => {
                    let error = Box::new(error);
                    return Err(WaitError::Call {
                        waiter,
                        error,
                        calls,
                    });
                }
                (_, answer) => last = Some(Box::new(answer)),
            }
            let elapsed = clock.elapsed();
            match self.delays.after(calls, limit.saturating_sub(elapsed)) {
                Some(delay) => clock.sleep(delay).await,
                None => {
                    return Err(WaitError::TimedOut {
                        waiter,
                        answer: last,
                        calls,
                        elapsed,
                    });
                }
            }
        }
    }

    async fn call(&self) -> Answered<W::Operation> {
        let input = self.input.clone();
        match &self.settings {
            Some(settings) => self.client.call(input).with_settings(settings).await,
            None => self.client.call(input).await,
        }
    }

    /// Only what the service says means anything to a waiter.
    fn judge(input: &W::Operation, answer: &Answered<W::Operation>) -> Verdict {
        match answer {
            Ok(output) => W::judge(input, Ok(output)),
            Err(CallError::Service { error, .. }) => W::judge(input, Err(error)),
            Err(_) => Verdict::Unexpected,
        }
    }
}

impl<W: Waiter> fmt::Debug for Waiting<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting")
            .field("waiter", &W::NAME)
            .field("delays", &self.delays)
            .finish_non_exhaustive()
    }
}

/// How long it has been.
struct Clock {
    timing: Timing,
    start: std::time::SystemTime,
    slept: Duration,
}

impl Clock {
    #[inline]
    fn started(timing: Timing) -> Self {
        Self {
            start: timing.time.now(),
            timing,
            slept: Duration::ZERO,
        }
    }

    /// At least the time that was slept, should the time source stand still or go back.
    #[inline]
    fn elapsed(&self) -> Duration {
        let now = self.timing.time.now();
        let elapsed = now.duration_since(self.start).unwrap_or_default();
        elapsed.max(self.slept)
    }

    #[inline]
    async fn sleep(&mut self, delay: Duration) {
        self.timing.sleep.sleep(delay).await;
        self.slept += delay;
    }
}
