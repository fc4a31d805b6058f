//! Runs cargo on crates of the workspace, and reads what it says of each.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde::Deserialize;

use super::progress;
use super::workspace::{self, Workspace};
use crate::problem::Problem;

/// What to run on which crates.
pub struct Run<'r> {
    /// What it is called.
    pub step: &'static str,
    /// The arguments of cargo.
    pub arguments: &'r [&'r str],
    /// The packages.
    pub packages: &'r [String],
    /// How many crates are compiled at a time.
    pub jobs: usize,
}

/// What cargo said of packages.
#[derive(Debug, Default)]
pub struct Said {
    /// Errors and warnings of each, as rustc tells them.
    messages: BTreeMap<String, String>,
    /// Those that are finished.
    finished: BTreeSet<String>,
    /// What cargo said itself.
    log: String,
}

impl Said {
    /// What is wrong with a package, where anything is.
    pub fn of(&self, package: &str) -> Option<String> {
        match self.messages.get(package) {
            Some(messages) => Some(messages.clone()),
            None if self.finished.contains(package) => None,
            None => Some(format!("cargo did not come to it:\n\n{}", self.log)),
        }
    }

    fn take(&mut self, line: Line) {
        match line {
            Line::CompilerArtifact { package_id } => {
                self.finished.insert(name(&package_id));
            }
            Line::CompilerMessage {
                package_id,
                message,
            } => {
                let messages = self.messages.entry(name(&package_id)).or_default();
                messages.push_str(&message.rendered.unwrap_or_default());
            }
            Line::Other => {}
        }
    }
}

/// A line of what cargo prints with `--message-format=json`.
#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Line {
    CompilerArtifact {
        package_id: String,
    },
    CompilerMessage {
        package_id: String,
        message: Message,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Message {
    rendered: Option<String>,
}

/// The name in a package id such as `path+file:///home/me/lambda#client-lambda@0.1.0`. Packages
/// whose folder has their name leave it out behind the `#`: none of ours does.
fn name(package_id: &str) -> String {
    let name = package_id.rsplit('#').next().unwrap_or(package_id);
    name.split('@').next().unwrap_or(name).to_owned()
}

/// Runs cargo on packages of the workspace. That some of them fail is no error.
///
/// # Errors
/// Where cargo cannot be run.
pub fn run(run: &Run<'_>, workspace: &Workspace) -> Result<Said, Problem> {
    let failed = |error| Problem::new(format!("cannot run cargo: {error}"));
    let log = workspace.log(&format!(".{}", run.step));
    workspace::write(&log, "")?;
    let stderr = fs::File::create(&log).map_err(failed)?;
    let bar = progress::bar(run.step, run.packages.len());
    bar.set_message("what all of them depend on");
    let mut cargo = command(run, workspace);
    cargo.stderr(stderr).stdout(Stdio::piped());
    let mut child = cargo.spawn().map_err(failed)?;
    let mut said = Said::default();
    let stdout = child.stdout.take().map(BufReader::new);
    for line in stdout.into_iter().flat_map(BufRead::lines) {
        let line = line.map_err(failed)?;
        // Other lines are what compilers print on their own account.
        if let Ok(line) = serde_json::from_str(&line) {
            said.take(line);
        }
        let is_done = |package: &&String| {
            said.finished.contains(*package) || said.messages.contains_key(*package)
        };
        let done = run.packages.iter().filter(is_done).count();
        if done > 0 {
            bar.set_message("");
        }
        bar.set_position(done as u64);
    }
    child.wait().map_err(failed)?;
    bar.finish_and_clear();
    said.log = fs::read_to_string(&log).unwrap_or_default();
    Ok(said)
}

/// Flags of the user's own are left out: they would build everything anew, and may hide warnings.
fn command(run: &Run<'_>, workspace: &Workspace) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(run.arguments)
        .args(["--keep-going", "--message-format=json", "--jobs"])
        .arg(run.jobs.to_string())
        .args(run.packages.iter().map(|name| format!("--package={name}")))
        .current_dir(workspace.path())
        .env("CARGO_TARGET_DIR", workspace.target())
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTDOCFLAGS");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lines: &[&str]) -> Said {
        let mut said = Said {
            log: "error: no network\n".to_owned(),
            ..Said::default()
        };
        for line in lines {
            said.take(serde_json::from_str(line).expect("a line of cargo"));
        }
        said
    }

    const ARTIFACT: &str = r#"{"reason":"compiler-artifact",
        "package_id":"path+file:///corpus/fjord#client-fjord@0.1.0","fresh":true}"#;
    const WARNING: &str = r#"{"reason":"compiler-message",
        "package_id":"path+file:///corpus/fjord#client-fjord@0.1.0",
        "message":{"level":"warning","rendered":"warning: unused\n"}}"#;

    #[test]
    fn a_package_that_is_finished_and_of_which_nothing_is_said_is_right() {
        let finished = r#"{"reason":"build-finished","success":false}"#;
        assert_eq!(said(&[ARTIFACT, finished]).of("client-fjord"), None);
    }

    #[test]
    fn a_warning_is_wrong_though_the_package_is_finished() {
        let said = said(&[WARNING, WARNING, ARTIFACT]);
        let warnings = "warning: unused\nwarning: unused\n";
        assert_eq!(said.of("client-fjord").as_deref(), Some(warnings));
    }

    #[test]
    fn a_package_that_cargo_did_not_come_to_is_wrong() {
        let reason = said(&[ARTIFACT]).of("client-skerry");
        assert_eq!(
            reason.as_deref(),
            Some("cargo did not come to it:\n\nerror: no network\n")
        );
    }

    /// A workspace of three packages, of which one is not Rust and one has a warning.
    fn workspace() -> (tempfile::TempDir, Workspace) {
        let folder = tempfile::tempdir().expect("a folder");
        let files = [
            (
                "Cargo.toml",
                "[workspace]\nmembers = ['broken', 'right', 'sloppy']\n",
            ),
            (
                "broken/src/lib.rs",
                "pub fn broken() -> u8 { \"no number\" }",
            ),
            ("right/src/lib.rs", "pub fn right() {}"),
            ("sloppy/src/lib.rs", "fn unused() {}"),
        ];
        for (path, text) in files {
            workspace::write(&folder.path().join(path), text).unwrap_or_else(|_| panic!("{path}"));
        }
        for name in ["broken", "right", "sloppy"] {
            let manifest = format!("[package]\nname = 'client-{name}'\nedition = '2024'\n");
            let path = folder.path().join(name).join("Cargo.toml");
            workspace::write(&path, &manifest).unwrap_or_else(|_| panic!("{name}"));
        }
        let workspace = Workspace::at(folder.path().to_owned());
        (folder, workspace)
    }

    #[test]
    fn one_package_that_fails_hides_nothing_of_the_others() {
        let (_folder, workspace) = workspace();
        let packages = ["client-broken", "client-right", "client-sloppy"].map(str::to_owned);
        for (step, arguments) in [("check", ["check"]), ("clippy", ["clippy"])] {
            let run = Run {
                step,
                arguments: &arguments,
                packages: &packages,
                jobs: 2,
            };
            let said = super::run(&run, &workspace).unwrap_or_else(|_| panic!("cargo runs"));
            let [broken, right, sloppy] = packages.each_ref().map(|package| said.of(package));
            assert!(broken.is_some_and(|reason| reason.contains("mismatched types")));
            assert_eq!(right, None);
            assert!(sloppy.is_some_and(|reason| reason.contains("never used")));
        }
    }
}
