//! Peers that do the same work, measured in turns within one process.

pub mod licenses;
pub mod page;

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde::Serialize;

/// How often each peer has its turn.
const TURNS: usize = 1000;

/// How long a turn lasts at least: the clock is exact to far less, and whatever else runs on the machine
/// disturbs few turns that are short.
const TURN: Duration = Duration::from_millis(1);

/// One way to do the work.
pub struct Peer<'p> {
    name: &'static str,
    work: Box<dyn FnMut() + 'p>,
}

impl<'p> Peer<'p> {
    /// A peer; what its work gives is dropped as a part of the work.
    pub fn new<T>(name: &'static str, mut work: impl FnMut() -> T + 'p) -> Self {
        let work = Box::new(move || drop(black_box(work())));
        Self { name, work }
    }

    fn repeat(&mut self, times: u32) -> Duration {
        let start = Instant::now();
        for _ in 0..times {
            (self.work)();
        }
        start.elapsed()
    }

    /// How many times the work is done in a turn. Doing it meanwhile warms everything up.
    fn times(&mut self) -> u32 {
        let mut times = 1;
        while self.repeat(times) < TURN {
            times *= 2;
        }
        times
    }
}

/// What was measured of a peer.
#[derive(Serialize)]
struct Measured {
    name: &'static str,
    /// The time of one piece of work, of each turn.
    nanoseconds: Vec<f64>,
}

/// Measures peers in turns, every other time in reverse order, and prints the times as JSON.
pub fn measure(mut peers: Vec<Peer<'_>>) {
    let times: Vec<u32> = peers.iter_mut().map(Peer::times).collect();
    let mut measured: Vec<Measured> = peers
        .iter()
        .map(|peer| Measured {
            name: peer.name,
            nanoseconds: Vec::with_capacity(TURNS),
        })
        .collect();
    for turn in 0..TURNS {
        for at in 0..peers.len() {
            let peer = if turn % 2 == 0 {
                at
            } else {
                peers.len() - 1 - at
            };
            let time = peers[peer].repeat(times[peer]);
            let nanoseconds = time.as_secs_f64() * 1e9 / f64::from(times[peer]);
            measured[peer].nanoseconds.push(nanoseconds);
        }
    }
    let json = serde_json::to_string(&measured).expect("numbers and names are JSON");
    println!("{json}");
}
