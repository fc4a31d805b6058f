//! A process between this one and the one that is measured. Linux counts the memory that whoever starts a process has
//! had until then to the peak of that one; this one has some 16 MB where it is built without optimization, whatever has
//! been read before in the one that asks. What takes less than that tells its own: [`usage::of_small`].

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use clap::Args;
use serde::{Deserialize, Serialize};

use super::usage::{self, Usage};
use crate::problem::Problem;

/// The name of the command.
const NAME: &str = "measured";

/// Runs a program to its end, and prints as JSON what it took: what `bench` runs.
#[derive(Args)]
pub struct Measured {
    /// The file that what it prints goes into.
    #[arg(value_name = "FILE")]
    log: PathBuf,

    /// The program, and its arguments.
    #[arg(
        value_name = "PROGRAM",
        required = true,
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    program: Vec<OsString>,
}

/// What it prints; times are in nanoseconds, memory in bytes.
#[derive(Deserialize, Serialize)]
struct Told {
    wall: u64,
    cpu: u64,
    peak: u64,
}

impl Measured {
    /// Runs the command.
    pub fn run(self) -> Result<(), Problem> {
        let mut words = self.program.into_iter();
        let mut command = Command::new(words.next().unwrap_or_default());
        let usage = usage::run(command.args(words), &self.log)?;
        let nanoseconds = |time: Duration| u64::try_from(time.as_nanos()).unwrap_or(u64::MAX);
        let told = Told {
            wall: nanoseconds(usage.wall),
            cpu: nanoseconds(usage.cpu),
            peak: usage.peak,
        };
        println!("{}", serde_json::to_string(&told).map_err(Problem::new)?);
        Ok(())
    }
}

/// Runs a command to its end, of which no more than the program and its arguments counts. What it prints goes into
/// a file.
///
/// # Errors
/// Where it cannot be run or fails, with the last that it said.
pub fn run(command: &Command, log: &Path) -> Result<Usage, Problem> {
    let this = std::env::current_exe().map_err(Problem::new)?;
    let mut between = Command::new(this);
    between.arg(NAME).arg(log).arg(command.get_program());
    let output = between.args(command.get_args()).output();
    let output = output.map_err(Problem::new)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.trim_end();
        let said = said.strip_prefix("error: ").unwrap_or(said);
        return Err(Problem::new(said.to_owned()));
    }
    let told: Told = serde_json::from_slice(&output.stdout).map_err(Problem::new)?;
    Ok(Usage {
        wall: Duration::from_nanos(told.wall),
        cpu: Duration::from_nanos(told.cpu),
        peak: told.peak,
    })
}
