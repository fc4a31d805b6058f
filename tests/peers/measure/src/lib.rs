//! Peers that do the same work, measured in turns within one process, and the page of licenses that
//! some of them read and write.

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
    name: String,
    /// Does the work so many times, and says how long that took.
    repeat: Box<dyn FnMut(u32) -> Duration + 'p>,
}

impl<'p> Peer<'p> {
    /// A peer; what its work gives is dropped as a part of the work.
    pub fn new<T>(name: &str, mut work: impl FnMut() -> T + 'p) -> Self {
        Self::prepared(name, || (), move |()| work())
    }

    /// A peer whose work consumes something. To make that is no part of the work, to drop it is.
    pub fn prepared<P, T>(
        name: &str,
        mut prepare: impl FnMut() -> P + 'p,
        mut work: impl FnMut(P) -> T + 'p,
    ) -> Self {
        let repeat = move |times| {
            let prepared: Vec<P> = (0..times).map(|_| prepare()).collect();
            let start = Instant::now();
            for one in prepared {
                drop(black_box(work(one)));
            }
            start.elapsed()
        };
        Self {
            name: name.to_owned(),
            repeat: Box::new(repeat),
        }
    }

    /// How many times the work is done in a turn. Doing it meanwhile warms everything up.
    fn times(&mut self) -> u32 {
        let mut times = 1;
        while (self.repeat)(times) < TURN {
            times *= 2;
        }
        times
    }
}

/// What was measured of a peer.
#[derive(Serialize)]
struct Measured<'p> {
    name: &'p str,
    /// The time of one piece of work, of each turn.
    nanoseconds: Vec<f64>,
}

/// Measures peers in turns, every other time in reverse order, and prints the times as JSON. With a
/// peer's name and a number as the program's arguments, e.g. `read: official` and `10`, it does only the
/// work of that peer, ten times, for what counts instructions, and then tells its peak of memory.
pub fn measure(peers: Vec<Peer<'_>>) {
    measure_in(TURNS, peers);
}

/// The same in so many turns.
pub fn measure_in(turns: usize, mut peers: Vec<Peer<'_>>) {
    let mut arguments = std::env::args().skip(1);
    if let (Some(name), Some(times)) = (arguments.next(), arguments.next()) {
        let peer = peers.iter_mut().find(|peer| peer.name == name);
        let times = times.parse().expect("a number of times");
        (peer.expect("one of the peers").repeat)(times);
        peer_memory::tell_peak();
        return;
    }
    let times: Vec<u32> = peers.iter_mut().map(Peer::times).collect();
    let mut nanoseconds = vec![Vec::with_capacity(turns); peers.len()];
    for turn in 0..turns {
        for at in 0..peers.len() {
            let peer = if turn % 2 == 0 {
                at
            } else {
                peers.len() - 1 - at
            };
            let time = (peers[peer].repeat)(times[peer]);
            let each = time.as_secs_f64() * 1e9 / f64::from(times[peer]);
            nanoseconds[peer].push(each);
        }
    }
    let measured = peers.iter().zip(nanoseconds);
    let measured = measured.map(|(peer, nanoseconds)| Measured {
        name: &peer.name,
        nanoseconds,
    });
    let measured: Vec<Measured> = measured.collect();
    let json = serde_json::to_string(&measured).expect("numbers and names are JSON");
    println!("{json}");
}

/// Measures two states of the same source, whose peers have the same names: `before: read` next to
/// `today: read`.
pub fn compare(before: Vec<Peer<'_>>, today: Vec<Peer<'_>>) {
    let mut peers = Vec::new();
    for (mut before, mut today) in before.into_iter().zip(today) {
        before.name.insert_str(0, "before: ");
        today.name.insert_str(0, "today: ");
        peers.extend([before, today]);
    }
    measure(peers);
}
