//! Cargo, run on the crates that are compared.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::places::Places;
use super::usage::{self, Usage};
use crate::problem::Problem;

/// Cargo in a folder, building into a folder.
#[derive(Clone, Debug)]
pub struct Cargo {
    folder: PathBuf,
    target: PathBuf,
    log: PathBuf,
}

impl Cargo {
    /// In the folder of a package or a workspace, building into the one that all share.
    pub fn at(folder: PathBuf, places: &Places) -> Self {
        Self {
            folder,
            target: places.bench("build"),
            log: places.bench("cargo.log"),
        }
    }

    /// Building into another folder.
    pub fn into(mut self, target: PathBuf) -> Self {
        self.target = target;
        self
    }

    /// Where it runs.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where it builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Runs it.
    ///
    /// # Errors
    /// Where it fails.
    pub fn run(&self, arguments: &[&str]) -> Result<Usage, Problem> {
        usage::run(&mut self.command(arguments), &self.log)
    }

    /// What it prints.
    ///
    /// # Errors
    /// Where it fails.
    pub fn print(&self, arguments: &[&str]) -> Result<String, Problem> {
        let mut command = self.command(arguments);
        let output = command.output().map_err(Problem::new)?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(Problem::new(format!("`{command:?}` failed:\n{said}")));
        }
        String::from_utf8(output.stdout).map_err(Problem::new)
    }

    /// What it knows of all packages.
    ///
    /// # Errors
    /// Where it fails.
    pub fn metadata(&self) -> Result<Value, Problem> {
        let json = self.print(&["metadata", "--format-version=1"])?;
        serde_json::from_str(&json).map_err(Problem::new)
    }

    /// Nothing is kept for a second build, and flags of the user's own are left out.
    fn command(&self, arguments: &[&str]) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TERM_PROGRESS_WHEN", "never")
            .env_remove("RUSTFLAGS");
        command
    }
}

/// How a crate is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Only checked.
    Check,
    /// Without optimisation.
    Debug,
    /// With all of it.
    Release,
}

impl Profile {
    /// The arguments of cargo.
    pub fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Debug => &["build"],
            Self::Release => &["build", "--release"],
        }
    }

    /// How a table calls it.
    pub fn name(self) -> String {
        format!("`cargo {}`", self.arguments().join(" "))
    }
}
