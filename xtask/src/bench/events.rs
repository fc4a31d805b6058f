//! Streams of events: reading, writing and sending 100,000 of them, without a network.

use super::table::Table;
use super::{Context, micro, units, versions};
use crate::problem::Problem;

/// The program that measures itself.
const PROGRAM: &str = "events";

/// A client's call each, beside what both stand on.
pub fn events(context: &Context) -> Result<String, Problem> {
    let measured = micro::measure(PROGRAM, context)?;
    let header = [
        "100,000 events of 200 bytes",
        "time",
        "of the official's",
        "beside what both do",
        "of the official's",
        "peak memory",
    ];
    let mut table = Table::new(&header);
    let mut work = |what: &str, shared: Option<(&str, &str)>, ours: &[&str]| {
        let peers = ["official"].iter().chain(ours);
        let peers = peers.map(|name| {
            let peer = format!("{what}: {name}");
            let time = measured.median_of(&peer)?;
            Ok((peer, time))
        });
        let peers = peers.collect::<Result<Vec<_>, Problem>>()?;
        let times: Vec<f64> = peers.iter().map(|(_, time)| *time).collect();
        let work = Work {
            official: times[0],
            least: times.iter().copied().fold(f64::INFINITY, f64::min),
            shared: shared.map_or(Ok(0.0), |(peer, _)| measured.median_of(peer))?,
        };
        if let Some((_, name)) = shared {
            table.row(work.both(&format!("{what}: {name}, as both")));
        }
        for (peer, time) in peers {
            let memory = micro::peak_memory(PROGRAM, &peer, context)?;
            table.row(work.row(&peer, time, memory));
        }
        Ok::<(), Problem>(())
    };
    let frames = Some(("frames: both", "the frames alone"));
    work("read", frames, &["Tinsmith", "Tinsmith, sans-IO"])?;
    work("write", None, &["Tinsmith"])?;
    let signatures = Some(("signed: both", "signatures alone"));
    work("send", signatures, &["Tinsmith"])?;
    let crates = [
        "aws-sdk-transcribestreaming",
        "aws-smithy-eventstream",
        "aws-sigv4",
    ];
    let versions = versions::of(&context.places, &crates)?;
    Ok(table.markdown(&format!(
        "A client's call, to an HTTP client that is no network: it takes the whole request, and its answer comes in \
         pieces of 16 kB, 30 MB in all. What is read is JSON of five members; what is written are bytes, and each \
         event that is sent is signed, too. Medians of 15 turns in one process; memory is that of a process which \
         does nothing else. {versions}."
    )))
}

/// What peers do, and what of it is the same code.
struct Work {
    official: f64,
    /// The time of whichever takes least.
    least: f64,
    shared: f64,
}

impl Work {
    /// What is the same for both.
    fn both(&self, name: &str) -> [String; 6] {
        let none = String::new;
        let time = units::seconds(self.shared);
        [name.to_owned(), time, none(), none(), none(), none()]
    }

    /// What a peer takes.
    fn row(&self, name: &str, time: f64, memory: u64) -> [String; 6] {
        // Of what is nearly all the same code, nothing can be told beside it.
        let (own, official) = (time - self.shared, self.official - self.shared);
        let (own, of_official) = match self.least - self.shared > 0.1 * self.shared {
            true => (units::seconds(own), units::ratio(own, official)),
            false => (String::new(), String::new()),
        };
        [
            name.to_owned(),
            units::seconds(time),
            units::ratio(time, self.official),
            own,
            of_official,
            units::bytes(units::number(memory)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_nearly_the_same_nothing_is_told_beside_it_for_anybody() {
        let beside = |official, ours| {
            let work = Work {
                official,
                least: f64::min(official, ours),
                shared: 0.4,
            };
            [official, ours].map(|time| work.row("a peer", time, 1)[3].clone())
        };
        assert_eq!(beside(0.45, 0.43), ["", ""]);
        assert_eq!(beside(0.6, 0.5), ["200 ms", "100 ms"]);
    }
}
