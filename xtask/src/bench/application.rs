//! Programs as people write them, which call several services: what it takes to build them with
//! everything, HTTPS included, and to check them again.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use indicatif::ProgressBar;

use super::built::Program;
use super::generator::Generator;
use super::places::Places;
use super::rounds::{Limit, Peer, Samples, take_turns, told};
use super::table::Table;
use super::{Context, places, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;

/// What the programs call: a model, and its operations. What is added here, the programs in
/// `tests/peers/application` are to call, too.
const SERVICES: [(&str, &[&str]); 6] = [
    ("dynamodb", &["GetItem", "PutItem", "Query"]),
    ("ec2", &["DescribeInstances"]),
    ("lambda", &["Invoke"]),
    ("s3", &["GetObject", "PutObject", "ListObjectsV2"]),
    ("sqs", &["SendMessage", "ReceiveMessage", "DeleteMessage"]),
    ("sts", &["AssumeRole"]),
];

/// The programs, the official one first: package, folder, how it is told.
const PROGRAMS: [(&str, &str, &str); 3] = [
    ("application-official", "official", "official, `aws-config`"),
    (
        "application-with-config",
        "with-config",
        "Tinsmith, `aws-config`",
    ),
    (
        "application-by-hand",
        "by-hand",
        "Tinsmith, credentials given",
    ),
];

/// How often what has been touched is checked again, as each time is short.
const TOUCHES: u32 = 5;

/// What was measured of all programs, in their order.
struct Measured {
    built: Vec<Samples>,
    checked: Vec<Samples>,
    sizes: Vec<f64>,
    crates: Vec<usize>,
}

/// Builds all of them.
pub fn applications(context: &Context) -> Result<Option<String>, Problem> {
    let places = &context.places;
    let Some(models) = places.models() else {
        return Ok(None);
    };
    generate(context, models)?;
    let programs = PROGRAMS.map(|(package, ..)| Program::of(package, workspace(places), places));
    programs[0].fetch()?;
    let bar = progress::bar("application", 2 + 2 * programs.len());
    let work = programs.iter().map(|program| Peer {
        name: program.package,
        work: Box::new(move || program.build_all()),
    });
    let built = take_turns(context.limit(3), &bar, &mut work.collect::<Vec<_>>())?;
    let checked = touched(context, &programs, &bar)?;
    let mut measured = Measured {
        built,
        checked,
        sizes: Vec::new(),
        crates: Vec::new(),
    };
    for program in &programs {
        bar.set_message(format!("{} in release", program.package));
        measured.sizes.push(units::number(program.size()?));
        measured.crates.push(program.crates()?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    measured.table(context).map(Some)
}

fn workspace(places: &Places) -> PathBuf {
    places.repository("tests/peers/application")
}

/// Generates the one crate of all the services.
fn generate(context: &Context, models: &Path) -> Result<(), Problem> {
    let folder = context.places.bench("services");
    fs::create_dir_all(&folder).map_err(|error| places::unwritable(&folder, error))?;
    let path = folder.with_extension("toml");
    fs::write(&path, manifest(models)).map_err(|error| places::unwritable(&path, error))?;
    Generator::this(&context.places)?
        .manifest(&path)
        .map(|_| ())
}

fn manifest(models: &Path) -> String {
    let mut text = String::from("[crate]\nname = \"services\"\npath = \"services\"\n");
    for (model, operations) in SERVICES {
        let model = models.join(model).with_extension("json");
        let model = model.display().to_string();
        let _ = write!(
            text,
            "\n[[service]]\nmodel = [{model:?}]\noperations = {operations:?}\n"
        );
    }
    text
}

/// What checking takes when the program alone has changed.
fn touched(
    context: &Context,
    programs: &[Program],
    bar: &ProgressBar,
) -> Result<Vec<Samples>, Problem> {
    for program in programs {
        bar.set_message(format!("{}, what is depended on", program.package));
        program.check()?;
        bar.inc(1);
    }
    let peers = programs.iter().zip(PROGRAMS);
    let peers = peers.map(|(program, (_, folder, _))| Peer {
        name: program.package,
        work: Box::new(move || program.check_touched(&format!("{folder}/src/main.rs"))),
    });
    let rounds = context.runs.unwrap_or_default().max(TOUCHES);
    take_turns(Limit::exactly(rounds), bar, &mut peers.collect::<Vec<_>>())
}

impl Measured {
    fn table(&self, context: &Context) -> Result<String, Problem> {
        let operations: usize = SERVICES.iter().map(|(_, names)| names.len()).sum();
        let title = format!(
            "a program that calls {operations} operations of {} services",
            SERVICES.len()
        );
        let [(.., official), (.., configured), (.., by_hand)] = PROGRAMS;
        let of = "of the official";
        let mut table = Table::new(&[&title, official, configured, of, by_hand, of]);
        let mut row = |name: &str, numbers: Vec<f64>, unit: fn(f64) -> String| {
            table.row(cells(name, &numbers, unit));
        };
        let wall = self.built.iter().map(Samples::wall);
        row("clean debug build", wall.collect(), units::seconds);
        let cpu = self.built.iter().map(Samples::cpu);
        row("its time on processors", cpu.collect(), units::seconds);
        let peak = self.built.iter().map(|built| units::number(built.peak()));
        row("its peak memory", peak.collect(), units::bytes);
        let checked = self.checked.iter().map(Samples::wall);
        let name = "`cargo check` after touching `main.rs`";
        row(name, checked.collect(), units::seconds);
        row("stripped release binary", self.sizes.clone(), units::bytes);
        let crates = self.crates.iter().map(|count| units::number(*count as u64));
        row("crates", crates.collect(), units::count);
        self.finish(&table, context)
    }

    fn finish(&self, table: &Table, context: &Context) -> Result<String, Problem> {
        let crates = ["aws-config", "aws-sdk-dynamodb", "aws-sdk-ec2"];
        let lock = workspace(&context.places).join("Cargo.lock");
        let versions = versions::locked_in(&lock, &crates)?;
        let rounds = told(&[self.built[0].rounds(), self.checked[0].rounds()]);
        let note = format!(
            "Everything is built, HTTPS on `ring` in all of them, by `cargo build` into an empty \
             folder; `CARGO_INCREMENTAL=0`. Memory is that of the process which had most. Medians of \
             {rounds}, in turns. Crates are those of `cargo tree -e normal`. {versions}."
        );
        Ok(table.markdown(&note))
    }
}

/// A row: the official program's, and that of each of ours, with how it compares.
fn cells(name: &str, numbers: &[f64], unit: fn(f64) -> String) -> Vec<String> {
    let mut cells = vec![name.to_owned()];
    for (at, number) in numbers.iter().enumerate() {
        cells.push(unit(*number));
        if at > 0 {
            cells.push(units::ratio(*number, numbers[0]));
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_ours_stands_next_to_how_it_compares_with_the_official_one() {
        let row = cells("build", &[300.0, 60.0, 45.0], units::seconds);
        assert_eq!(
            row,
            ["build", "5.0 min", "60.0 s", "0.20", "45.0 s", "0.15"]
        );
    }

    #[test]
    fn the_manifest_asks_for_the_operations_that_are_called_and_no_others() {
        let text = manifest(Path::new("/models"));
        let sts = "model = [\"/models/sts.json\"]\noperations = [\"AssumeRole\"]\n";
        assert!(text.ends_with(sts), "{text}");
        assert_eq!(text.matches("[[service]]").count(), SERVICES.len());
    }
}
