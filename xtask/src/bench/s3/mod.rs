//! Objects that go into a store and come out of it: by a program with the official crate, and by one with
//! what is generated of AWS's model of S3.

mod sink;
mod work;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cargo::Cargo;
use super::generator::Generator;
use super::places::Places;
use super::rounds::{Peer, Samples, take_turns, told};
use super::table::Table;
use super::usage::Usage;
use super::{Context, places, units, usage, versions};
use crate::corpus::progress;
use crate::problem::Problem;
use sink::Sink;
use work::{Source, WORKS, Work};

/// The programs, the official one first.
const PROGRAMS: [&str; 2] = ["s3-official", "s3-ours"];

/// How many rounds there are: a round takes half a minute.
const ROUNDS: u32 = 9;

/// Lets both do all the work.
pub fn objects(context: &Context) -> Result<Option<String>, Problem> {
    let places = &context.places;
    let Some(models) = places.models() else {
        return Ok(None);
    };
    generate(places, models)?;
    let bar = progress::bar("s3", 1 + PROGRAMS.len() + WORKS.len());
    let build = |package: &str| {
        bar.set_message(format!("{package} in release"));
        let built = built(package, places);
        bar.inc(1);
        built
    };
    let programs = [build(PROGRAMS[0])?, build(PROGRAMS[1])?];
    let sink = Sink::start(&build("s3-sink")?, WORKS.iter().map(|work| work.size))?;
    let mut measured = Vec::new();
    for work in &WORKS {
        let arguments = work.arguments(&file(places, work)?);
        let (arguments, sink) = (&arguments, &sink);
        let peers = programs.iter().zip(PROGRAMS).map(|(program, name)| Peer {
            name,
            work: Box::new(move || {
                let mut command = Command::new(program);
                command.arg(sink.address()).args(arguments);
                run(&mut command, &places.bench("s3.log"))
            }),
        });
        let limit = context.exactly(ROUNDS);
        measured.push(take_turns(limit, &bar, &mut peers.collect::<Vec<_>>())?);
    }
    bar.finish_and_clear();
    table(context, &measured).map(Some)
}

/// The folder of the programs.
fn workspace(places: &Places) -> PathBuf {
    places.repository("tests/peers/s3")
}

/// Generates the crate that one of them takes.
fn generate(places: &Places, models: &Path) -> Result<(), Problem> {
    let folder = places.bench("s3");
    fs::create_dir_all(&folder).map_err(|error| places::unwritable(&folder, error))?;
    let generator = Generator::this(places)?;
    generator
        .model(&models.join("s3.json"), &folder, None)
        .map(|_| ())
}

/// A program, built as its users would.
fn built(package: &str, places: &Places) -> Result<PathBuf, Problem> {
    let cargo = Cargo::at(workspace(places), places);
    // Alone: of what both depend on, neither gets what the other needs.
    cargo.run(&["build", "--release", "--package", package])?;
    let path = cargo.target().join("release").join(package);
    Ok(path.with_extension(std::env::consts::EXE_EXTENSION))
}

/// A file that is as large as the objects, where they are sent from one. It takes no room on a disk: it is a
/// hole.
fn file(places: &Places, work: &Work) -> Result<PathBuf, Problem> {
    let path = places.bench("s3-object");
    if work.source == Source::File {
        let made = File::create(&path).and_then(|file| file.set_len(work.size));
        made.map_err(|error| places::unwritable(&path, error))?;
    }
    Ok(path)
}

/// Runs a program, which tells its peak of memory where it can: of a small one, what the system tells is the
/// peak of whoever has started it.
fn run(command: &mut Command, log: &Path) -> Result<Usage, Problem> {
    let usage = usage::run(command, log)?;
    let told = fs::read_to_string(log).map_err(Problem::new)?;
    let peak = told.trim().parse();
    Ok(Usage {
        peak: peak.unwrap_or(usage.peak),
        ..usage
    })
}

fn table(context: &Context, measured: &[Vec<Samples>]) -> Result<String, Problem> {
    let of = "of the official";
    let mut table = Table::new(&[
        "S3, over loopback",
        "official",
        "Tinsmith",
        of,
        "official on a processor",
        "Tinsmith",
        of,
        "official's peak memory",
        "Tinsmith",
        of,
    ]);
    for (work, samples) in WORKS.iter().zip(measured) {
        let each = |of: fn(&Samples) -> f64| samples.iter().map(move |one| of(one) / work.times());
        let mut cells = vec![work.name.to_owned()];
        cells.extend(compared(each(Samples::wall), units::seconds));
        cells.extend(compared(each(Samples::cpu), units::seconds));
        let peaks = samples.iter().map(|one| units::number(one.peak()));
        cells.extend(compared(peaks, units::bytes));
        table.row(cells);
    }
    let crates = ["aws-sdk-s3", "aws-smithy-runtime", "aws-smithy-http-client"];
    let lock = workspace(&context.places).join("Cargo.lock");
    let versions = versions::locked_in(&lock, &crates)?;
    let rounds: Vec<usize> = measured.iter().map(|samples| samples[0].rounds()).collect();
    Ok(table.markdown(&format!(
        "Times are those of an object, of a program that does nothing else, from its start to its end, on \
         one thread. Both have the same connector, and a CRC32 of each object, which responses are checked \
         by; the store is another process, which keeps nothing. Over HTTP all that is sent is signed. \
         Medians of {}, in turns. {versions}.",
        told(&rounds)
    )))
}

/// The official program's number, ours, and the ratio of ours to it.
fn compared(numbers: impl Iterator<Item = f64>, unit: fn(f64) -> String) -> Vec<String> {
    let numbers: Vec<f64> = numbers.collect();
    let mut cells: Vec<String> = numbers.iter().copied().map(unit).collect();
    if let [official, ours] = numbers[..] {
        cells.push(units::ratio(ours, official));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_a_program_tells_of_its_memory_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let peak = |script| {
            let mut shell = Command::new("sh");
            let usage = run(shell.args(["-c", script]), &folder.path().join("log"));
            usage.map_or(0, |usage| usage.peak)
        };
        assert_eq!(peak("echo 17"), 17);
        assert!(peak("true") > 100_000);
    }

    #[test]
    fn ours_stands_next_to_its_ratio_to_the_official_one() {
        let cells = compared([2.0, 1.5].into_iter(), units::seconds);
        assert_eq!(cells, ["2.00 s", "1.50 s", "0.75"]);
    }
}
