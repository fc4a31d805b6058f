//! One call without a network: what is left of it is the runtime's work and ours.

use super::table::Table;
use super::{Context, micro, units, versions};
use crate::problem::Problem;

/// A call of a client, and one sans-IO.
pub fn calls(context: &Context) -> Result<String, Problem> {
    let client = micro::measure("call", context)?;
    let sans_io = micro::measure("sans_io", context)?;
    let rows = [
        (
            "a client's call, answered at once",
            "official",
            client.median_of("call: official")?,
            client.median_of("call: Tinsmith")?,
        ),
        (
            "sans-IO: make, sign, read",
            "`serde_json::Value`, `aws-sigv4`",
            sans_io.median_of("sans-IO: by hand")?,
            sans_io.median_of("sans-IO: Tinsmith")?,
        ),
    ];
    let header = [
        "`CreateToken`, no network",
        "peer",
        "its time",
        "Tinsmith",
        "Tinsmith / peer",
    ];
    let mut table = Table::new(&header);
    for (what, peer, theirs, ours) in rows {
        table.row([
            what.to_owned(),
            peer.to_owned(),
            units::seconds(theirs),
            units::seconds(ours),
            units::ratio(ours, theirs),
        ]);
    }
    let crates = [
        "aws-sdk-licensemanager",
        "aws-smithy-runtime",
        "aws-sigv4",
        "serde_json",
    ];
    let versions = versions::of(&context.places, &crates)?;
    Ok(table.markdown(&format!(
        "Medians of 1000 turns in one process. {versions}."
    )))
}
