//! Reading and writing one page of licenses as JSON.

use super::table::Table;
use super::{Context, micro, units, versions};
use crate::problem::Problem;

/// How large the page is, as `tests/peers/micro` asserts.
const BYTES: f64 = 98_000.0;

/// Reads and writes it.
pub fn codec(context: &Context) -> Result<String, Problem> {
    let medians = micro::measure("codec", context)?;
    let mut table = Table::new(&[
        "98 kB of `ListLicenses`",
        "time",
        "MB/s",
        "Tinsmith is faster by",
    ]);
    let peers = [
        ("read", "official", "official"),
        ("read", "serde_json, derived", "serde_json"),
        ("read", "Tinsmith", "Tinsmith"),
        ("read", "no reader can be faster than", "bound"),
        ("write", "serde_json, derived", "serde_json"),
        ("write", "Tinsmith", "Tinsmith"),
    ];
    for (does, name, peer) in peers {
        let time = medians.median_of(&format!("{does}: {peer}"))?;
        let ours = medians.median_of(&format!("{does}: Tinsmith"))?;
        let compared = if peer == "Tinsmith" {
            String::new()
        } else {
            units::ratio(time, ours)
        };
        table.row([
            format!("{does}: {name}"),
            units::seconds(time),
            format!("{:.0}", BYTES / time / 1e6),
            compared,
        ]);
    }
    let versions = versions::of(&context.places, &["aws-sdk-licensemanager", "serde_json"])?;
    let note = format!(
        "Medians of 1000 turns in one process. What no reader can do without: `memchr` over all \
         quotes and backslashes, and a clone of what is read. {versions}."
    );
    Ok(table.markdown(&note))
}
