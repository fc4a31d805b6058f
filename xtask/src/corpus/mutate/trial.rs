//! Generating from one mutant, in a process of its own.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::bounds::{self, TIME};
use super::mutant::Mutant;
use super::workspace::write;
use crate::problem::Problem;

/// How many bytes of what a process says last are kept.
const SAID: usize = 1 << 20;

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There is a crate.
    Generated,
    /// Problems of the model were told, and nothing was written.
    Refused,
    /// Neither.
    Failed(Reason),
}

/// Why a mutant failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// In a line, which is the same for mutants that fail alike, e.g. `panicked at src/lib.rs:1:2:`.
    pub kind: String,
    /// What the process said, in full.
    pub said: String,
}

/// The folder of one mutant.
pub struct Trial {
    folder: PathBuf,
}

impl Trial {
    /// In a folder, which is emptied.
    ///
    /// # Errors
    /// Where it cannot be.
    pub fn in_folder(folder: PathBuf) -> Result<Self, Problem> {
        let trial = Self { folder };
        trial.remove()?;
        Ok(trial)
    }

    /// Generates from a mutant into the folder `crate` in this one.
    ///
    /// # Errors
    /// Where the folder cannot be written, or no process started.
    pub fn run(&self, mutant: &Mutant, package: &str) -> Result<Outcome, Problem> {
        let model = self.folder.join("model.json");
        fs::create_dir_all(&self.folder).map_err(Problem::new)?;
        fs::write(&model, &mutant.text).map_err(Problem::new)?;
        let out = self.folder.join("crate");
        let program = std::env::current_exe().map_err(Problem::new)?;
        let mut command = Command::new(program);
        command.arg("codegen").arg("--model").arg(&model);
        command
            .arg("--out")
            .arg(&out)
            .args(["--name", package, "--tests"]);
        if let Some(service) = &mutant.service {
            command.arg("--service").arg(service);
        }
        let log = self.folder.join("log");
        let status = run(&mut command, &log, TIME)?;
        let said = fs::read(&log).map_err(Problem::new)?;
        let said = String::from_utf8_lossy(&said[said.len().saturating_sub(SAID)..]).into_owned();
        Ok(outcome(status, said, &out))
    }

    /// Removes what is left of it.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn remove(&self) -> Result<(), Problem> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder).map_err(Problem::new)?;
        }
        Ok(())
    }
}

/// Runs a command to its end, which is `None` where it took too long. What it says goes into a file.
fn run(command: &mut Command, log: &Path, time: Duration) -> Result<Option<ExitStatus>, Problem> {
    write(log, "")?;
    let output = File::create(log).map_err(Problem::new)?;
    let errors = output.try_clone().map_err(Problem::new)?;
    command.env("RUST_BACKTRACE", "0").env("NO_COLOR", "1");
    command.stdin(Stdio::null()).stdout(output).stderr(errors);
    let mut child = command.spawn().map_err(Problem::new)?;
    bounds::set(&child);
    let status = wait(&mut child, time);
    if !matches!(status, Ok(Some(_))) {
        // It may have ended meanwhile.
        let _ = child.kill();
        child.wait().map_err(Problem::new)?;
    }
    status.map_err(Problem::new)
}

fn wait(child: &mut Child, time: Duration) -> std::io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        let status = child.try_wait()?;
        if status.is_some() || start.elapsed() > time {
            return Ok(status);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// What it means that a process ended like this, and said that.
fn outcome(status: Option<ExitStatus>, said: String, out: &Path) -> Outcome {
    let written = out.join("Cargo.toml").exists();
    let shown = |c: char| !c.is_control() || c == '\n' || c == '\t';
    let kind = match status.map(|status| (status, status.code())) {
        None => format!("took longer than {} s", TIME.as_secs()),
        Some((status, None)) => match bounds::out_of_time(status) {
            Some(kind) => kind,
            None => format!("was aborted ({status}): {}", fatal(&said)),
        },
        Some((_, Some(code))) => match code {
            101 => panicked(&said),
            0 if !written => "wrote no crate, and told no problem".to_owned(),
            1 if written => "wrote a crate, though it told a problem".to_owned(),
            1 if !said.contains("error") => "told no problem".to_owned(),
            0 | 1 if !said.chars().all(shown) => {
                "wrote control characters to the terminal".to_owned()
            }
            0 => return Outcome::Generated,
            1 => return Outcome::Refused,
            code => format!("ended with exit code {code}"),
        },
    };
    Outcome::Failed(Reason { kind, said })
}

/// Where a panic was, and what it said.
fn panicked(said: &str) -> String {
    let mut lines = said.lines();
    let place = lines.find_map(|line| Some(line.split_once("panicked at ")?.1));
    let place = place.unwrap_or("no place that was told");
    // Of a dependency, its name and version: where cargo has it differs from machine to machine.
    let registry = place.split_once("/registry/src/");
    let place = registry
        .and_then(|(_, path)| Some(path.split_once('/')?.1))
        .unwrap_or(place);
    let message = lines.next().unwrap_or_default();
    format!("panicked at {place} {}", cut(message))
}

/// The last that a process said, which tells of stacks and memory at the end.
fn fatal(said: &str) -> String {
    let last = said.lines().rfind(|line| !line.trim().is_empty());
    // Threads have numbers, which differ from run to run.
    let plain = last
        .unwrap_or("it said nothing")
        .replace(char::is_numeric, "");
    cut(&plain)
}

fn cut(line: &str) -> String {
    line.chars().take(120).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// What comes of a process that runs this script, in a folder that has a crate or not.
    fn outcome_of(script: &str, written: bool, time: Duration) -> Outcome {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("log");
        if written {
            fs::write(folder.path().join("Cargo.toml"), "").expect("a file");
        }
        let mut shell = Command::new("sh");
        let status = run(shell.arg("-c").arg(script), &log, time);
        let said = fs::read_to_string(&log).expect("a log");
        let status = status.unwrap_or_else(|_| panic!("`sh` runs"));
        outcome(status, said, folder.path())
    }

    fn kind(script: &str, written: bool) -> String {
        match outcome_of(script, written, TIME) {
            Outcome::Failed(reason) => reason.kind,
            outcome => panic!("{outcome:?}"),
        }
    }

    #[test]
    fn a_crate_or_a_problem_is_right() {
        assert_eq!(outcome_of("true", true, TIME), Outcome::Generated);
        let refused = outcome_of("echo 'error: no' >&2; exit 1", false, TIME);
        assert_eq!(refused, Outcome::Refused);
    }

    #[test]
    fn anything_else_is_not() {
        assert_eq!(kind("true", false), "wrote no crate, and told no problem");
        assert_eq!(kind("exit 1", false), "told no problem");
        assert_eq!(
            kind("echo error; exit 1", true),
            "wrote a crate, though it told a problem"
        );
        assert_eq!(kind("exit 7", true), "ended with exit code 7");
        assert_eq!(
            kind("printf 'error \\033[31m'; exit 1", false),
            "wrote control characters to the terminal"
        );
    }

    #[test]
    fn a_panic_is_known_by_its_place() {
        let script = "echo \"thread 'main' (42) panicked at src/lib.rs:7:9:\" >&2; \
                      echo 'no shape' >&2; exit 101";
        assert_eq!(kind(script, false), "panicked at src/lib.rs:7:9: no shape");
        let script = "echo \"thread 'main' (42) panicked at /me/registry/src/index-1/syn-3.0.0/lib.rs:7:9:\" >&2; \
                      exit 101";
        assert_eq!(kind(script, false), "panicked at syn-3.0.0/lib.rs:7:9: ");
    }

    #[test]
    fn a_stack_that_overflows_is_known_by_what_is_said_last() {
        let script = "echo \"thread 'main' (42) has overflowed its stack\" >&2; kill -ABRT $$";
        let kind = kind(script, false);
        assert!(kind.starts_with("was aborted (signal: 6"), "{kind}");
        assert!(
            kind.ends_with("thread 'main' () has overflowed its stack"),
            "{kind}"
        );
    }

    #[test]
    fn what_does_not_end_is_ended() {
        let outcome = outcome_of("exec sleep 600", false, Duration::from_millis(50));
        let Outcome::Failed(reason) = outcome else {
            panic!("it never ends");
        };
        assert_eq!(reason.kind, "took longer than 600 s");
    }
}
