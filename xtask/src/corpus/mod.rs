//! `cargo xtask corpus`: generates every model of a folder, compiles what was generated, and tells
//! in a table how it went.

mod cargo;
mod check;
mod features;
mod generate;
mod lint;
mod models;
mod mutate;
pub mod progress;
mod service;
mod side_by_side;
mod table;
pub mod workspace;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use crate::problem::Problem;
use crate::say;
use generate::Generator;
use mutate::{Mutate, Run};
use service::Service;
use table::Totals;
use workspace::Workspace;

/// Generates every model of a folder, side by side, and tells what failed.
///
/// Services of a protocol that is not supported yet are counted, and are no failure.
#[derive(Args)]
pub struct Corpus {
    /// The folder of models: each of its files that ends in `.json`.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// The folder to generate into, a crate for each service; `corpus` in cargo's target folder
    /// where absent, or `mutants`.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Also compiles every crate, and takes no warning.
    #[arg(long)]
    check: bool,

    /// Compiles them once more with these cargo features, `serde,test-server,validate`, say.
    #[arg(long, value_name = "LIST", requires = "check")]
    features: Option<String>,

    /// Also runs clippy and rustdoc on at least this many services, which together use every trait
    /// and every type of shape that any of them uses, and takes no warning.
    #[arg(long, value_name = "N")]
    lint: Option<usize>,

    /// Also runs the tests of endpoint rules that the models carry, of every service.
    #[arg(long)]
    endpoints: bool,

    /// How many models are in memory at a time, and how many crates are compiled at a time; one
    /// for each processor where absent.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,

    #[command(flatten)]
    mutate: Mutate,
}

impl Corpus {
    /// Runs the command.
    pub fn run(self) -> Result<(), Problem> {
        let start = Instant::now();
        let models = models::of_folder(&self.folder)?;
        let jobs = self.jobs.map_or_else(processors, NonZeroUsize::get);
        let out = |usual| self.out.clone().map_or_else(|| default_out(usual), Ok);
        if self.mutate.is_wanted() {
            return self.mutate.run(&Run {
                models: &models,
                folder: &self.folder,
                out: out("mutants")?,
                jobs,
            });
        }
        let workspace = Workspace::at(out("corpus")?);
        let mut totals = Totals::of(models.len());

        let generator = Generator {
            workspace: &workspace,
            command: format!("cargo xtask corpus {}", name_of(&self.folder)),
            endpoints: self.endpoints,
        };
        let mut services = generator.all(&models, jobs);
        totals.generated_in(start.elapsed());
        if self.check || self.lint.is_some() {
            workspace.write(&services)?;
        }
        if self.check {
            check::all(&mut services, self.features.as_deref(), &workspace, jobs)?;
        }
        let sample = match self.lint {
            Some(count) => lint::sample(&mut services, count, &workspace, jobs)?,
            None => Vec::new(),
        };
        workspace.write_logs(&services)?;
        totals.finished_in(start.elapsed());
        say::text(table::report(&services, &sample, &totals, &workspace));
        outcome(&services)
    }
}

/// A failure, where any service failed.
fn outcome(services: &[Service]) -> Result<(), Problem> {
    let failed = services
        .iter()
        .filter(|service| service.failed().is_some())
        .count();
    if failed == 0 {
        return Ok(());
    }
    Err(Problem::new(format!(
        "{failed} of {} services failed",
        services.len()
    )))
}

/// The folder of this name below the target folder that this program was built in.
fn default_out(name: &str) -> Result<PathBuf, Problem> {
    let program = std::env::current_exe().map_err(Problem::new)?;
    let target = program.ancestors().nth(2);
    let target = target.ok_or_else(|| Problem::new("there is no target folder: give --out"))?;
    Ok(target.join(name))
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// The last part of a path: the rest differs from machine to machine.
fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
