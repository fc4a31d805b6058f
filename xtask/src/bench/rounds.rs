//! Peers in turns, round by round, and what counts of it.

use std::time::{Duration, Instant};

use indicatif::ProgressBar;

use super::median::Middle;
use super::usage::Usage;
use crate::problem::Problem;

/// How many rounds there are.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    rounds: u32,
    within: Option<Duration>,
}

impl Limit {
    /// As many as this.
    pub fn exactly(rounds: u32) -> Self {
        Self {
            rounds,
            within: None,
        }
    }

    /// At most this many, the last of which begins no more than a minute after the first.
    pub fn within_a_minute(rounds: u32) -> Self {
        Self {
            rounds,
            within: Some(Duration::from_secs(60)),
        }
    }

    /// Whether there is another round after so many, which took this time.
    fn goes_on(self, rounds: u32, time: Duration) -> bool {
        rounds < self.rounds && self.within.is_none_or(|within| time < within)
    }
}

/// One of several that do the same work: its name, and the work.
pub struct Peer<'p> {
    /// What it is called while it works.
    pub name: &'p str,
    /// Does the work once. What is not to be counted it does outside of what it measures.
    pub work: Box<dyn FnMut() -> Result<Usage, Problem> + 'p>,
}

/// Lets peers take turns, each round in the same order. What each of them took.
///
/// # Errors
/// Where any of the work fails.
pub fn take_turns(
    limit: Limit,
    bar: &ProgressBar,
    peers: &mut [Peer<'_>],
) -> Result<Vec<Samples>, Problem> {
    let mut samples = vec![Samples::default(); peers.len()];
    let start = Instant::now();
    let mut rounds = 0;
    while limit.goes_on(rounds, start.elapsed()) {
        rounds += 1;
        for (peer, samples) in peers.iter_mut().zip(&mut samples) {
            bar.set_message(format!("{}, round {rounds}", peer.name));
            samples.0.push((peer.work)()?);
        }
    }
    bar.inc(1);
    Ok(samples)
}

/// What the rounds of a peer took.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<Usage>);

impl Samples {
    /// The median of the time from start to end, in seconds.
    pub fn wall(&self) -> f64 {
        self.wall_middle().median
    }

    /// The median of the time on processors, in seconds.
    pub fn cpu(&self) -> f64 {
        self.cpu_middle().median
    }

    /// The time from start to end, in seconds.
    pub fn wall_middle(&self) -> Middle {
        self.middle(|usage| usage.wall.as_secs_f64())
    }

    /// The time on processors, that of the user and that of the system, in seconds.
    pub fn cpu_middle(&self) -> Middle {
        self.middle(|usage| usage.cpu.as_secs_f64())
    }

    /// The most memory that any round took, in bytes.
    pub fn peak(&self) -> u64 {
        self.0.iter().map(|usage| usage.peak).max().unwrap_or(0)
    }

    /// How many rounds there were.
    pub fn rounds(&self) -> usize {
        self.0.len()
    }

    fn middle(&self, of: impl Fn(&Usage) -> f64) -> Middle {
        Middle::of(self.0.iter().map(of).collect())
    }
}

/// How often each of several comparisons was measured, e.g. `3 rounds` or `3, 3, 1 rounds`.
pub fn told(rounds: &[usize]) -> String {
    let first = rounds.first().copied().unwrap_or(0);
    if rounds.iter().any(|rounds| *rounds != first) {
        let each: Vec<String> = rounds.iter().map(usize::to_string).collect();
        return format!("{} rounds", each.join(", "));
    }
    match first {
        1 => "one round".to_owned(),
        several => format!("{several} rounds"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slow_round_does_not_count_but_its_memory_does() {
        let usage = |seconds, peak| Usage {
            wall: Duration::from_secs(seconds),
            cpu: Duration::from_secs(2 * seconds),
            peak,
        };
        let samples = Samples(vec![usage(3, 10), usage(90, 70), usage(2, 20)]);
        assert_eq!((samples.wall(), samples.cpu()), (3.0, 6.0));
        assert_eq!((samples.peak(), samples.rounds()), (70, 3));
    }

    #[test]
    fn rounds_are_told_once_unless_they_differ() {
        let shown = [told(&[1, 1]), told(&[3, 3]), told(&[3, 3, 1])];
        assert_eq!(shown, ["one round", "3 rounds", "3, 3, 1 rounds"]);
    }

    #[test]
    fn peers_take_turns() {
        let turns = std::cell::RefCell::new(String::new());
        let peer = |name: &'static str| Peer {
            name,
            work: Box::new(|| {
                turns.borrow_mut().push_str(name);
                Ok(Usage::default())
            }),
        };
        let mut peers = [peer("a"), peer("b")];
        let samples = take_turns(Limit::exactly(3), &ProgressBar::hidden(), &mut peers);
        let samples = samples.unwrap_or_else(|_| panic!("nothing fails"));
        assert_eq!(
            samples.iter().map(Samples::rounds).collect::<Vec<_>>(),
            [3, 3]
        );
        drop(peers);
        assert_eq!(turns.into_inner(), "ababab");
    }

    #[test]
    fn no_round_begins_when_a_minute_is_over_unless_it_was_asked_for() {
        let minute = Duration::from_secs(60);
        assert!(Limit::within_a_minute(3).goes_on(2, minute / 2));
        assert!(!Limit::within_a_minute(3).goes_on(1, minute));
        assert!(!Limit::within_a_minute(3).goes_on(3, Duration::ZERO));
        assert!(Limit::exactly(3).goes_on(2, minute));
    }
}
