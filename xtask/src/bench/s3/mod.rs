//! Objects that go into a store and come out of it: by a program with the official crate, and by one with
//! what is generated of AWS's model of S3.

mod work;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::built::Program;
use super::generator::Generator;
use super::load::Loaded;
use super::places::Places;
use super::rounds::{Samples, told};
use super::sink::Sink;
use super::table::Table;
use super::{Context, places, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;
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
    let mut programs = Vec::new();
    for package in PROGRAMS {
        bar.set_message(format!("{package} in release"));
        let program = Program::of(package, workspace(places), places);
        programs.push((package, program.release()?));
        bar.inc(1);
    }
    let sink = Sink::build(context, WORKS.iter().map(|work| work.size))?;
    bar.inc(1);
    let loaded = Loaded {
        programs: &programs,
        sink: &sink,
        places,
    };
    let mut measured = Vec::new();
    for work in &WORKS {
        let arguments = work.arguments(&file(places, work)?);
        measured.push(loaded.take_turns(&arguments, context.exactly(ROUNDS), &bar)?);
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

    #[test]
    fn ours_stands_next_to_its_ratio_to_the_official_one() {
        let cells = compared([2.0, 1.5].into_iter(), units::seconds);
        assert_eq!(cells, ["2.00 s", "1.50 s", "0.75"]);
    }
}
