//! Reading and writing one page of licenses as JSON, and metrics as CBOR.

use super::table::Table;
use super::{Context, micro, units, versions};
use crate::problem::Problem;

/// What peers read or write.
struct Work {
    does: &'static str,
    /// How large it is, as `tests/peers/micro` asserts.
    bytes: f64,
}

/// Reads and writes both.
pub fn codec(context: &Context) -> Result<String, Problem> {
    let tables = [json(context)?, cbor(context)?];
    Ok(tables.join("\n"))
}

fn json(context: &Context) -> Result<String, Problem> {
    let medians = micro::measure("codec", context)?;
    let mut table = table("98 kB of `ListLicenses`");
    let peers = [
        ("read", "official", "official"),
        ("read", "serde_json, derived", "serde_json"),
        ("read", "Tinsmith", "Tinsmith"),
        ("read", "no reader can be faster than", "bound"),
        ("write", "serde_json, derived", "serde_json"),
        ("write", "Tinsmith", "Tinsmith"),
    ];
    for (does, name, peer) in peers {
        let work = Work {
            does,
            bytes: 98_000.0,
        };
        let time = medians.median_of(&format!("{does}: {peer}"))?;
        let ours = medians.median_of(&format!("{does}: Tinsmith"))?;
        table.row(work.row(name, time, ours));
    }
    let versions = versions::of(&context.places, &["aws-sdk-licensemanager", "serde_json"])?;
    let note = format!(
        "Medians of 1000 turns in one process. What no reader can do without: `memchr` over all \
         quotes and backslashes, and a clone of what is read. {versions}."
    );
    Ok(table.markdown(&note))
}

fn cbor(context: &Context) -> Result<String, Problem> {
    const READ: Work = Work {
        does: "read `ListMetrics`",
        bytes: 149_000.0,
    };
    const WRITE: Work = Work {
        does: "write `PutMetricData`",
        bytes: 188_000.0,
    };
    let medians = micro::measure("cbor", context)?;
    let of = |peer| medians.median_of(peer);
    let (read, written) = (of("read: Tinsmith")?, of("write: Tinsmith")?);
    let official = of("write: official")? - of("clone: official")?;
    let mut table = table("CBOR, 1000 metrics");
    table.row(READ.row("official", of("read: official")?, read));
    table.row(READ.row("ciborium, derived", of("read: ciborium")?, read));
    table.row(READ.row("Tinsmith", read, read));
    table.row(READ.row("no reader can be faster than", of("read: bound")?, read));
    table.row(WRITE.row("official", official, written));
    table.row(WRITE.row("ciborium, derived", of("write: ciborium")?, written));
    table.row(WRITE.row("Tinsmith", written, written));
    let crates = ["aws-sdk-cloudwatch", "aws-smithy-cbor", "ciborium"];
    let versions = versions::of(&context.places, &crates)?;
    let note = format!(
        "Medians of 1000 turns in one process; 149 kB are read, 188 kB written. The official \
         crate's writer consumes its input: the time of a clone is taken off. What no reader can \
         do without: a clone of what is read. {versions}."
    );
    Ok(table.markdown(&note))
}

fn table(title: &str) -> Table {
    Table::new(&[title, "time", "MB/s", "Tinsmith is faster by"])
}

impl Work {
    /// What a peer takes for it, next to ours.
    fn row(&self, peer: &str, time: f64, ours: f64) -> [String; 4] {
        let compared = if peer == "Tinsmith" {
            String::new()
        } else {
            units::ratio(time, ours)
        };
        [
            format!("{}: {peer}", self.does),
            units::seconds(time),
            format!("{:.0}", self.bytes / time / 1e6),
            compared,
        ]
    }
}
