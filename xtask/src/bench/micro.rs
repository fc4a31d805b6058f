//! Peers that run within one process: programs of the peers' workspace that measure themselves.

use std::collections::BTreeMap;
use std::process::Command;

use serde::Deserialize;

use super::cargo::Cargo;
use super::generator::Generator;
use super::median::Middle;
use super::{Context, places, usage};
use crate::problem::Problem;

/// The models of what peers read and write, each of which becomes a crate of its name.
const MODELS: [&str; 4] = [
    "licenses.json",
    "metrics.json",
    "scaling.json",
    "transcripts.smithy",
];

/// What such a program prints of a peer.
#[derive(Deserialize)]
struct Measured {
    name: String,
    /// The time of one piece of work, of each turn.
    nanoseconds: Vec<f64>,
}

/// The times of each peer, in seconds.
#[derive(Debug)]
pub struct Measurements(BTreeMap<String, Middle>);

impl Measurements {
    /// Those of a peer.
    ///
    /// # Errors
    /// Where it was not measured.
    pub fn of(&self, peer: &str) -> Result<Middle, Problem> {
        let middle = self.0.get(peer).copied();
        middle.ok_or_else(|| Problem::new(format!("nothing was measured of `{peer}`")))
    }

    /// The median of a peer.
    ///
    /// # Errors
    /// Where it was not measured.
    pub fn median_of(&self, peer: &str) -> Result<f64, Problem> {
        self.of(peer).map(|middle| middle.median)
    }

    fn read(json: &str) -> Result<Self, Problem> {
        let measured: Vec<Measured> = serde_json::from_str(json).map_err(Problem::new)?;
        let middles = measured.into_iter().map(|Measured { name, nanoseconds }| {
            let seconds = nanoseconds.into_iter().map(|time| time * 1e-9);
            (name, Middle::of(seconds.collect()))
        });
        Ok(Self(middles.collect()))
    }
}

/// Runs such a program.
///
/// # Errors
/// Where it does not build, or fails.
pub fn measure(program: &str, context: &Context) -> Result<Measurements, Problem> {
    generate_crates(context)?;
    let places = &context.places;
    let cargo = Cargo::at(places.repository("tests/peers"), places);
    eprintln!("building the peers of `{program}` in release");
    cargo.run(&["build", "--release", "--package=peer-micro"])?;
    run(&mut command(program, context))
}

/// The memory that a process takes which does the work of one peer of a program, once, in bytes. The
/// program has been measured, and so is built.
///
/// # Errors
/// Where it fails.
pub fn peak_memory(program: &str, peer: &str, context: &Context) -> Result<u64, Problem> {
    let mut command = command(program, context);
    let log = context.places.bench("memory.log");
    Ok(usage::of_small(command.args([peer, "1"]), &log)?.peak)
}

fn command(program: &str, context: &Context) -> Command {
    let places = &context.places;
    let cargo = Cargo::at(places.repository("tests/peers"), places);
    let path = cargo.target().join("release").join(program);
    Command::new(path.with_extension(std::env::consts::EXE_EXTENSION))
}

/// Runs one that is built.
///
/// # Errors
/// Where it fails.
pub fn run(command: &mut Command) -> Result<Measurements, Problem> {
    let output = command.output().map_err(Problem::new)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let program = command.get_program().display();
        let message = format!("`{program}` failed:\n{said}");
        return Err(Problem::new(message));
    }
    Measurements::read(&String::from_utf8_lossy(&output.stdout))
}

/// Generates the crates that the peers read and write with: without them, cargo
/// cannot read their workspace.
///
/// # Errors
/// Where they cannot be generated.
pub fn generate_crates(context: &Context) -> Result<(), Problem> {
    let places = &context.places;
    let generator = Generator::this(places)?;
    for model in MODELS {
        let model = places.repository("tests/peers").join(model);
        let folder = places.bench("").join(model.file_stem().unwrap_or_default());
        std::fs::create_dir_all(&folder).map_err(|error| places::unwritable(&folder, error))?;
        generator.model(&model, &folder, None)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_the_turns_counts_in_seconds() {
        let json = r#"[{"name":"call: official","nanoseconds":[36000.0,90000.0,35000.0]}]"#;
        let times = Measurements::read(json).unwrap_or_else(|_| panic!("it is JSON"));
        let seconds = times.median_of("call: official");
        assert!(seconds.is_ok_and(|seconds| (seconds - 36e-6).abs() < 1e-12));
        assert!(times.of("call: ours").is_err());
    }
}
