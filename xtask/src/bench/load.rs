//! Programs that call a service on loopback, each a process of its own that does nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use indicatif::ProgressBar;

use super::places::Places;
use super::rounds::{Limit, Peer, Samples, take_turns};
use super::sink::Sink;
use super::usage::{self, Usage};
use crate::problem::Problem;

/// The programs and the service that they call.
pub struct Loaded<'l> {
    /// By their names, in the order of their turns.
    pub programs: &'l [(&'static str, PathBuf)],
    /// The service.
    pub sink: &'l Sink,
    /// Where what they say goes.
    pub places: &'l Places,
}

impl Loaded<'_> {
    /// Lets the programs take turns, each with the address and these arguments.
    ///
    /// # Errors
    /// Where one of them fails.
    pub fn take_turns(
        &self,
        arguments: &[String],
        limit: Limit,
        bar: &ProgressBar,
    ) -> Result<Vec<Samples>, Problem> {
        let peers = self.programs.iter().map(|(name, program)| Peer {
            name,
            work: Box::new(move || {
                let mut command = Command::new(program);
                command.arg(self.sink.address()).args(arguments);
                run(&mut command, &self.places.bench("load.log"))
            }),
        });
        take_turns(limit, bar, &mut peers.collect::<Vec<_>>())
    }
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

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
}
