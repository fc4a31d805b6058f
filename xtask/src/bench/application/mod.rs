//! Programs as people write them, which call several services: what it takes to build them with
//! everything, HTTPS included, and to check them again.

mod crate_of_all;

use std::path::PathBuf;

use indicatif::ProgressBar;

use super::built::Program;
use super::generator::Generator;
use super::places::Places;
use super::rounds::{Limit, Peer, Samples, take_turns, told};
use super::table::Table;
use super::usage::Usage;
use super::{Context, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;
use crate_of_all::{CrateOfAll, ONE_MORE, SERVICES};

/// The programs: package, folder, how it is told. The official one is first, then two of ours; the last has
/// no crate of any service.
const PROGRAMS: [(&str, &str, &str); 4] = [
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
    ("application-reqwest", "reqwest", "`reqwest` by hand"),
];

/// Those of the programs that take what is generated.
const OURS: std::ops::Range<usize> = 1..3;

/// How often what has changed is checked again, as each time is short.
const CHANGES: u32 = 5;

/// What was measured of all programs, in their order.
struct Measured {
    built: Vec<Samples>,
    checked: Vec<Samples>,
    /// Of ours alone.
    grown: Vec<Samples>,
    sizes: Vec<f64>,
    crates: Vec<usize>,
}

/// Builds all of them.
pub fn applications(context: &Context) -> Result<Option<String>, Problem> {
    let places = &context.places;
    let Some(models) = places.models() else {
        return Ok(None);
    };
    let generated = CrateOfAll::of(places, models);
    generated.name(None)?;
    generated.generate(&Generator::this(places)?)?;
    let programs = PROGRAMS.map(|(package, ..)| Program::of(package, workspace(places), places));
    programs[0].fetch()?;
    let bar = progress::bar("application", 3 + 2 * programs.len());
    let work = programs.iter().map(|program| Peer {
        name: program.package,
        work: Box::new(move || program.build_all()),
    });
    let built = take_turns(context.limit(3), &bar, &mut work.collect::<Vec<_>>())?;
    let checked = touched(context, &programs, &bar)?;
    let grown = grown(context, &generated, &programs[OURS], &bar)?;
    let mut measured = Measured {
        built,
        checked,
        grown,
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
    take_turns(changes(context), bar, &mut peers.collect::<Vec<_>>())
}

/// What generating and checking take when the manifest has one more operation.
fn grown(
    context: &Context,
    generated: &CrateOfAll<'_>,
    programs: &[Program],
    bar: &ProgressBar,
) -> Result<Vec<Samples>, Problem> {
    let generator = context.generator()?;
    let with = |more, program: &Program| -> Result<Usage, Problem> {
        generated.name(more)?;
        let generating = generated.generate(generator)?;
        Ok(generating.and(program.check()?))
    };
    let peers = programs.iter().map(|program| Peer {
        name: program.package,
        work: Box::new(move || {
            let taken = with(Some(ONE_MORE), program)?;
            with(None, program)?;
            Ok(taken)
        }),
    });
    take_turns(changes(context), bar, &mut peers.collect::<Vec<_>>())
}

fn changes(context: &Context) -> Limit {
    Limit::exactly(context.runs.unwrap_or_default().max(CHANGES))
}

impl Measured {
    fn table(&self, context: &Context) -> Result<String, Problem> {
        let operations: usize = SERVICES.iter().map(|(_, names)| names.len()).sum();
        let title = format!(
            "a program that calls {operations} operations of {} services",
            SERVICES.len()
        );
        let [(.., official), (.., configured), (.., given), (.., by_hand)] = PROGRAMS;
        let of = "of the official";
        let header = [
            &*title,
            official,
            configured,
            of,
            given,
            of,
            by_hand,
            "Tinsmith, of that",
        ];
        let mut table = Table::new(&header);
        let mut row = |name: &str, numbers: [Option<f64>; PROGRAMS.len()], unit| {
            table.row(cells(name, numbers, unit));
        };
        let all = |of: &dyn Fn(usize) -> f64| std::array::from_fn(|at| Some(of(at)));
        let wall = |at: usize| self.built[at].wall();
        row("clean debug build", all(&wall), units::seconds);
        let cpu = |at: usize| self.built[at].cpu();
        row("its time on processors", all(&cpu), units::seconds);
        let peak = |at: usize| units::number(self.built[at].peak());
        row("its peak memory", all(&peak), units::bytes);
        let checked = |at: usize| self.checked[at].wall();
        let name = "`cargo check` after touching `main.rs`";
        row(name, all(&checked), units::seconds);
        let grown = |at: usize| {
            self.grown
                .get(at.checked_sub(OURS.start)?)
                .map(Samples::wall)
        };
        let name = "one more operation: generating, `cargo check`";
        row(name, std::array::from_fn(grown), units::seconds);
        row(
            "stripped release binary",
            all(&|at| self.sizes[at]),
            units::bytes,
        );
        let crates = |at: usize| units::number(self.crates[at] as u64);
        row("crates", all(&crates), units::count);
        self.finish(&table, context)
    }

    fn finish(&self, table: &Table, context: &Context) -> Result<String, Problem> {
        let crates = ["aws-config", "aws-sdk-dynamodb", "aws-sdk-ec2", "reqwest"];
        let lock = workspace(&context.places).join("Cargo.lock");
        let versions = versions::locked_in(&lock, &crates)?;
        let rounds = told(&[
            self.built[0].rounds(),
            self.checked[0].rounds(),
            self.grown[0].rounds(),
        ]);
        let note = format!(
            "Everything is built, HTTPS on `ring` in all of them, by `cargo build` into an empty \
             folder; `CARGO_INCREMENTAL=0`. Memory is that of the process which had most. Medians of \
             {rounds}, in turns. Crates are those of `cargo tree -e normal`. {versions}."
        );
        Ok(table.markdown(&note))
    }
}

/// A row: the official program's, that of each of ours with how it compares, and that of the one which is
/// written by hand, to which ours with credentials that are given is compared.
fn cells(
    name: &str,
    numbers: [Option<f64>; PROGRAMS.len()],
    unit: fn(f64) -> String,
) -> [String; 8] {
    let [official, configured, given, by_hand] = numbers;
    let shown = |number: Option<f64>| number.map(unit).unwrap_or_default();
    let ratio = |this: Option<f64>, that| {
        let both = this.zip(that);
        both.map(|(this, that)| units::ratio(this, that))
            .unwrap_or_default()
    };
    [
        name.to_owned(),
        shown(official),
        shown(configured),
        ratio(configured, official),
        shown(given),
        ratio(given, official),
        shown(by_hand),
        ratio(given, by_hand),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_ours_stands_next_to_how_it_compares() {
        let row = cells("build", [300.0, 60.0, 45.0, 30.0].map(Some), units::seconds);
        let expected = [
            "build", "5.0 min", "60.0 s", "0.20", "45.0 s", "0.15", "30.0 s", "1.50",
        ];
        assert_eq!(row, expected);
    }

    #[test]
    fn what_ours_alone_do_is_compared_with_nothing() {
        let row = cells("grow", [None, Some(2.0), Some(1.0), None], units::seconds);
        assert_eq!(row, ["grow", "", "2.00 s", "", "1.00 s", "", "", ""]);
    }
}
