//! Programs that create a token: what it takes to build them with everything, HTTPS included.

use std::collections::BTreeSet;
use std::fs;

use super::cargo::Cargo;
use super::places;
use super::rounds::{Peer, Samples, take_turns, told};
use super::table::Table;
use super::usage::Usage;
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

/// A program of the peers' workspace.
struct Program<'p> {
    package: &'p str,
    context: &'p Context,
}

impl Program<'_> {
    fn cargo(&self) -> Cargo {
        let places = &self.context.places;
        Cargo::at(places.repository("tests/peers"), places)
    }

    /// Builds it into an empty folder, which is gone afterwards.
    fn build_all(&self) -> Result<Usage, Problem> {
        let target = self.context.places.bench("program");
        places::remove(&target)?;
        let cargo = self.cargo().into(target.clone());
        let usage = cargo.run(&["build", "--package", self.package])?;
        places::remove(&target)?;
        Ok(usage)
    }

    /// How large it is in release, without symbols.
    fn size(&self) -> Result<u64, Problem> {
        let strip = "profile.release.strip = 'symbols'";
        let cargo = self.cargo();
        let package = ["--package", self.package];
        cargo.run(&[&["build", "--release", "--config", strip], &package[..]].concat())?;
        let binary = cargo.target().join("release").join(self.package);
        let binary = binary.with_extension(std::env::consts::EXE_EXTENSION);
        let metadata = fs::metadata(&binary).map_err(Problem::new)?;
        Ok(metadata.len())
    }

    /// How many crates it depends on.
    fn crates(&self) -> Result<usize, Problem> {
        let tree = ["tree", "--edges", "normal", "--prefix", "none"];
        let tree = self
            .cargo()
            .print(&[&tree, &["--package", self.package][..]].concat())?;
        Ok(crates(&tree))
    }
}

/// The crates of a tree but its root, each counted once.
fn crates(tree: &str) -> usize {
    let lines = tree.lines().filter(|line| !line.is_empty());
    let crates: BTreeSet<&str> = lines.map(|line| line.trim_end_matches(" (*)")).collect();
    crates.len().saturating_sub(1)
}

/// Builds all of them.
pub fn programs(context: &Context) -> Result<String, Problem> {
    super::micro::generate_crates(context)?;
    let programs = PROGRAMS.map(|(package, _)| Program { package, context });
    let bar = progress::bar("program", 1 + programs.len());
    Program::fetch(context)?;
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

impl Program<'_> {
    /// Downloads what is not there yet.
    fn fetch(context: &Context) -> Result<(), Problem> {
        let peers = context.places.repository("tests/peers");
        Cargo::at(peers, &context.places)
            .run(&["fetch"])
            .map(|_| ())
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_that_several_depend_on_is_counted_once() {
        let tree = "program v0.0.0 (/home)\nhttp v1.5.0\nbytes v1.0.0\n\nbytes v1.0.0 (*)\n";
        assert_eq!(crates(tree), 2);
    }
}
