//! Reading and writing one page of licenses as JSON, metrics and their data points as CBOR, and
//! scheduled actions as XML and forms.

use super::table::Table;
use super::{Context, micro, units, versions};
use crate::problem::Problem;

/// What peers read or write.
struct Work {
    does: &'static str,
    /// How large it is, as `tests/peers/micro` asserts.
    bytes: f64,
}

/// Reads and writes all of them.
pub fn codec(context: &Context) -> Result<String, Problem> {
    let tables = [json(context)?, cbor(context)?, query(context)?];
    Ok(tables.join("\n"))
}

fn json(context: &Context) -> Result<String, Problem> {
    let medians = micro::measure("codec", context)?;
    let mut table = table("98 kB of `ListLicenses`");
    let peers = [
        ("read", "official", "official"),
        ("read", "serde_json, derived", "serde_json"),
        (
            "read",
            "serde_json, Tinsmith's feature `serde`",
            "Tinsmith's serde",
        ),
        ("read", "Tinsmith", "Tinsmith"),
        ("read", "no reader can be faster than", "bound"),
        ("write", "serde_json, derived", "serde_json"),
        (
            "write",
            "serde_json, Tinsmith's feature `serde`",
            "Tinsmith's serde",
        ),
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
    const POINTS: Work = Work {
        does: "read `GetMetricData`",
        bytes: 152_000.0,
    };
    const WRITE: Work = Work {
        does: "write `PutMetricData`",
        bytes: 188_000.0,
    };
    let medians = micro::measure("cbor", context)?;
    let of = |peer: &str| medians.median_of(peer);
    let official = of("write: official")?;
    let written = of("write: Tinsmith")?;
    let mut table = table("CBOR, 1000 metrics, 8000 data points");
    for (work, does) in [(READ, "read"), (POINTS, "read points")] {
        let of = |peer: &str| of(&format!("{does}: {peer}"));
        let read = of("Tinsmith")?;
        table.row(work.row("official", of("official")?, read));
        table.row(work.row("ciborium, derived", of("ciborium")?, read));
        table.row(work.row("Tinsmith", read, read));
        // To copy numbers is no measure of what it takes to find them.
        if does == "read" {
            table.row(work.row("no reader can be faster than", of("bound")?, read));
        }
    }
    table.row(WRITE.row("official", official, written));
    table.row(WRITE.row("ciborium, derived", of("write: ciborium")?, written));
    table.row(WRITE.row("Tinsmith", written, written));
    let crates = ["aws-sdk-cloudwatch", "aws-smithy-cbor", "ciborium"];
    let versions = versions::of(&context.places, &crates)?;
    let note = format!(
        "Medians of 1000 turns in one process. Read are 149 kB of texts alone, and 152 kB of \
         timestamps and doubles; 188 kB of all three are written, and each peer drops its input \
         then. What no reader can do without: a clone of what is read. {versions}."
    );
    Ok(table.markdown(&note))
}

fn query(context: &Context) -> Result<String, Problem> {
    const READ: Work = Work {
        does: "read `DescribeScheduledActions`",
        bytes: 257_000.0,
    };
    const WRITE: Work = Work {
        does: "write `BatchPutScheduledUpdateGroupAction`",
        bytes: 292_000.0,
    };
    let medians = micro::measure("query", context)?;
    let of = |peer: &str| medians.median_of(peer);
    let official = of("write: official")?;
    let (read, written) = (of("read: Tinsmith")?, of("write: Tinsmith")?);
    let mut table = table("XML and forms, 1000 scheduled actions");
    table.row(READ.row("official", of("read: official")?, read));
    table.row(READ.row("Tinsmith", read, read));
    table.row(READ.row("no reader can be faster than", of("read: bound")?, read));
    table.row(WRITE.row("official", official, written));
    table.row(WRITE.row("Tinsmith", written, written));
    let crates = ["aws-sdk-autoscaling", "aws-smithy-xml", "aws-smithy-query"];
    let versions = versions::of(&context.places, &crates)?;
    let note = format!(
        "Medians of 1000 turns in one process. An action has texts, one of them with an entity, a \
         number and a time; 257 kB of XML are read, and 292 kB of a form written, and each peer drops its \
         input then. What no reader can do without: `memchr` over all that begins a tag or an entity, \
         and a clone of what is read. {versions}."
    );
    Ok(table.markdown(&note))
}

/// A table of what reads and writes.
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
