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
        let official = format!("{what}: official");
        let work = Work {
            official: measured.median_of(&official)?,
            shared: shared.map_or(Ok(0.0), |(peer, _)| measured.median_of(peer))?,
        };
        if let Some((_, name)) = shared {
            table.row(work.both(&format!("{what}: {name}, as both")));
        }
        let ours = ours.iter().map(|name| format!("{what}: {name}"));
        for peer in [official].into_iter().chain(ours) {
            let memory = micro::peak_memory(PROGRAM, &peer, context)?;
            table.row(work.row(&peer, measured.median_of(&peer)?, memory));
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
        let (own, of_official) = match own.min(official) > 0.1 * self.shared {
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
