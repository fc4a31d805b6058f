//! What a process takes: time, the time of processors, memory.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

use super::places;
use crate::problem::Problem;

/// How many lines of a process that fails are told.
const LINES: usize = 20;

/// What a process took, with all those that it started and waited for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Usage {
    /// From its start to its end.
    pub wall: Duration,
    /// On processors.
    pub cpu: Duration,
    /// The memory of whichever of them had most, in bytes; Linux takes what this process has had until then for
    /// memory of theirs.
    pub peak: u64,
}

impl Usage {
    /// What this took, and then another.
    pub fn and(self, other: Self) -> Self {
        Self {
            wall: self.wall + other.wall,
            cpu: self.cpu + other.cpu,
            peak: self.peak.max(other.peak),
        }
    }
}

/// Runs a command to its end. What it prints goes into a file.
///
/// # Errors
/// Where it cannot be run or fails, with the last that it said.
pub fn run(command: &mut Command, log: &Path) -> Result<Usage, Problem> {
    let program = command.get_program().display().to_string();
    let failed = |error| Problem::new(format!("cannot run `{program}`: {error}"));
    let output = File::create(log).map_err(|error| places::unwritable(log, error))?;
    let errors = output.try_clone().map_err(failed)?;
    command.stdin(Stdio::null()).stdout(output).stderr(errors);
    let start = Instant::now();
    let child = command.spawn().map_err(failed)?;
    let done = child.wait4().map_err(Problem::new)?;
    let wall = start.elapsed();
    if !done.status.success() {
        let said = fs::read_to_string(log).unwrap_or_default();
        let message = format!("`{command:?}` failed:\n{}", last_lines(&said));
        return Err(Problem::new(message));
    }
    Ok(Usage {
        wall,
        cpu: done.rusage.utime + done.rusage.stime,
        peak: done.rusage.maxrss,
    })
}

/// The same of a small program, which prints its peak of memory where it can: what the system tells of a process
/// is no less than what whoever started it has.
///
/// # Errors
/// As [`run`].
pub fn of_small(command: &mut Command, log: &Path) -> Result<Usage, Problem> {
    let usage = run(command, log)?;
    let told = fs::read_to_string(log).map_err(Problem::new)?;
    let peak = told.trim().parse().unwrap_or(usage.peak);
    Ok(Usage { peak, ..usage })
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Result<Usage, Problem> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut shell = Command::new("sh");
        run(shell.arg("-c").arg(script), &folder.path().join("log"))
    }

    #[test]
    fn what_one_takes_after_the_other_adds_up_but_for_memory() {
        let usage = |seconds, peak| Usage {
            wall: Duration::from_secs(seconds),
            cpu: Duration::from_secs(2 * seconds),
            peak,
        };
        let both = usage(1, 70).and(usage(2, 50));
        let (wall, cpu) = (Duration::from_secs(3), Duration::from_secs(6));
        assert_eq!((both.wall, both.cpu, both.peak), (wall, cpu, 70));
    }

    #[test]
    fn waiting_takes_time_and_no_processor() {
        let usage = shell("sleep 0.2").unwrap_or_else(|_| panic!("it sleeps"));
        assert!(usage.wall >= Duration::from_millis(200));
        assert!(usage.cpu < usage.wall);
    }

    #[test]
    fn what_a_process_started_counts_as_its_own() {
        let script = "sh -c 'i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done'; true";
        let usage = shell(script).unwrap_or_else(|_| panic!("it counts"));
        assert!(usage.cpu > Duration::from_millis(1));
        assert!(usage.peak > 100_000);
    }

    #[test]
    fn what_a_small_program_tells_of_its_memory_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let peak = |script| {
            let mut shell = Command::new("sh");
            let usage = of_small(shell.args(["-c", script]), &folder.path().join("log"));
            usage.map_or(0, |usage| usage.peak)
        };
        assert_eq!(peak("echo 17"), 17);
        assert!(peak("true") > 100_000);
    }

    #[test]
    fn a_failure_is_told_in_the_words_of_the_process() {
        let Err(Problem::Other(message)) = shell("echo no room >&2; exit 3") else {
            panic!("it fails");
        };
        assert!(message.ends_with("no room"), "{message}");
    }
}
