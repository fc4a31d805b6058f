//! Streams of events: reading and sending 100,000 of them, without a network.

use super::table::Table;
use super::{Context, micro, units, versions};
use crate::problem::Problem;

/// A client's call each, beside what both stand on.
pub fn events(context: &Context) -> Result<String, Problem> {
    let measured = micro::measure("events", context)?;
    let of = |peer: &str| measured.median_of(peer);
    let read = Work {
        official: of("read: official")?,
        shared: of("frames: both")?,
    };
    let send = Work {
        official: of("send: official")?,
        shared: of("signed: both")?,
    };
    let header = [
        "100,000 events of 200 bytes",
        "time",
        "of the official's",
        "beside what both do",
        "of the official's",
    ];
    let mut table = Table::new(&header);
    table.row(read.both("read: the frames alone, as both"));
    table.row(read.row("read: official", read.official));
    table.row(read.row("read: Tinsmith", of("read: Tinsmith")?));
    table.row(read.row("read: Tinsmith, sans-IO", of("read: Tinsmith, sans-IO")?));
    table.row(send.both("send: signatures alone, as both"));
    table.row(send.row("send: official", send.official));
    table.row(send.row("send: Tinsmith", of("send: Tinsmith")?));
    let crates = [
        "aws-sdk-transcribestreaming",
        "aws-smithy-eventstream",
        "aws-sigv4",
    ];
    let versions = versions::of(&context.places, &crates)?;
    Ok(table.markdown(&format!(
        "A client's call, to an HTTP client that is no network: it takes the whole request, and its answer comes in \
         pieces of 16 kB. What is read is JSON of five members; what is sent are bytes, and each event is signed. \
         Medians of 15 turns in one process. {versions}."
    )))
}

/// What peers do, and what of it is the same code.
struct Work {
    official: f64,
    shared: f64,
}

impl Work {
    /// What is the same for both.
    fn both(&self, name: &str) -> [String; 5] {
        let none = String::new;
        let time = units::seconds(self.shared);
        [name.to_owned(), time, none(), none(), none()]
    }

    /// What a peer takes.
    fn row(&self, name: &str, time: f64) -> [String; 5] {
        let own = (time - self.shared).max(0.0);
        let official = (self.official - self.shared).max(0.0);
        [
            name.to_owned(),
            units::seconds(time),
            units::ratio(time, self.official),
            units::seconds(own),
            units::ratio(own, official),
        ]
    }
}
