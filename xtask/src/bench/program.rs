//! Programs that create a token: what it takes to build them with everything, HTTPS included.

use super::built::Program;
use super::rounds::{Peer, Samples, take_turns, told};
use super::table::Table;
use super::{Context, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;

/// The programs, the official one first.
const PROGRAMS: [(&str, &str); 4] = [
    ("program-official", "official, `aws-config`"),
    ("program-with-config", "Tinsmith, `aws-config`, ring"),
    ("program-by-hand", "Tinsmith, credentials by hand, ring"),
    ("program-sans-io", "Tinsmith sans-IO, `aws-sigv4`, `ureq`"),
];

/// Builds all of them.
pub fn programs(context: &Context) -> Result<String, Problem> {
    super::micro::generate_crates(context)?;
    let places = &context.places;
    let programs =
        PROGRAMS.map(|(package, _)| Program::of(package, places.repository("tests/peers"), places));
    let bar = progress::bar("program", 1 + programs.len());
    programs[0].fetch()?;
    let mut peers = Vec::new();
    for program in &programs {
        peers.push(Peer {
            name: program.package,
            work: Box::new(|| program.build_all()),
        });
    }
    let samples = take_turns(context.limit(3), &bar, &mut peers)?;
    drop(peers);
    let mut sizes = Vec::new();
    for program in &programs {
        bar.set_message(format!("{} in release", program.package));
        sizes.push((program.crates()?, program.size()?));
        bar.inc(1);
    }
    bar.finish_and_clear();
    table(context, &samples, &sizes)
}

fn table(
    context: &Context,
    samples: &[Samples],
    sizes: &[(usize, u64)],
) -> Result<String, Problem> {
    let mut table = Table::new(&[
        "a program that calls `CreateToken`",
        "clean debug build",
        "of the official",
        "crates",
        "stripped release binary",
        "of the official",
    ]);
    let official = (samples[0].wall(), units::number(sizes[0].1));
    for (((_, name), samples), (crates, size)) in PROGRAMS.iter().zip(samples).zip(sizes) {
        let (time, size) = (samples.wall(), units::number(*size));
        table.row([
            (*name).to_owned(),
            units::seconds(time),
            units::ratio(time, official.0),
            crates.to_string(),
            units::bytes(size),
            units::ratio(size, official.1),
        ]);
    }
    let crates = ["aws-config", "aws-sdk-licensemanager", "ureq"];
    let versions = versions::of(&context.places, &crates)?;
    let rounds = told(&[samples[0].rounds()]);
    let note = format!(
        "Everything is built, HTTPS included, by `cargo build` into an empty folder; \
         `CARGO_INCREMENTAL=0`; {rounds}, in turns. Crates are those of `cargo tree -e normal`. \
         {versions}."
    );
    Ok(table.markdown(&note))
}
