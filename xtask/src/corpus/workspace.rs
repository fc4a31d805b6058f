//! The folder of the crates: a cargo workspace, so that what they share is built once.

use std::fs;
use std::path::{Path, PathBuf};

use super::service::Service;
use crate::problem::Problem;

/// What the first line of the workspace's manifest is. One without it is somebody's own.
const MARK: &str = "# Written by `cargo xtask corpus`.";

/// The folder of the crates.
#[derive(Debug)]
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// The workspace in a folder, which need not be there.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// The folder of a crate.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Where everything is built. No model is called like this, since hidden files are none.
    pub fn target(&self) -> PathBuf {
        self.folder.join(".target")
    }

    /// The whole reason why a service failed.
    pub fn log(&self, name: &str) -> PathBuf {
        self.folder.join(".logs").join(format!("{name}.log"))
    }

    /// Makes a workspace of the crates that were generated.
    ///
    /// # Errors
    /// Where the folder has a manifest of somebody's own, or cannot be written.
    pub fn write(&self, services: &[Service]) -> Result<(), Problem> {
        let generated = services
            .iter()
            .filter(|service| service.generated().is_some());
        self.write_manifest(generated.map(|service| service.name.clone()))
    }

    /// Makes a workspace of crates in these folders.
    ///
    /// # Errors
    /// Those of [`write`](Self::write).
    pub fn write_manifest(&self, folders: impl Iterator<Item = String>) -> Result<(), Problem> {
        let members: String = folders.map(|folder| format!("    '{folder}',\n")).collect();
        let manifest = self.folder.join("Cargo.toml");
        if fs::read_to_string(&manifest).is_ok_and(|old| !old.starts_with(MARK)) {
            return Err(Problem::new(format!(
                "{} was not generated, so it is not overwritten: give another folder with --out",
                manifest.display()
            )));
        }
        let text = format!("{MARK}\n\n[workspace]\nmembers = [\n{members}]\n{SETTINGS}");
        write(&manifest, &text)?;
        // The versions that Tinsmith itself is tested with, of which most are on this machine.
        let lock = self.folder.join("Cargo.lock");
        if !lock.exists() {
            write(&lock, include_str!("../../../Cargo.lock"))?;
        }
        Ok(())
    }

    /// Writes why services failed, in full, and removes what an earlier run said.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn write_logs(&self, services: &[Service]) -> Result<(), Problem> {
        for service in services {
            let log = self.log(&service.name);
            if service.failures.is_empty() {
                let _ = fs::remove_file(log);
                continue;
            }
            let failures = service.failures.iter();
            let texts: Vec<String> = failures
                .map(|failure| format!("{}:\n\n{}\n", failure.step.name(), failure.reason))
                .collect();
            write(&log, &texts.join("\n"))?;
        }
        Ok(())
    }
}

/// Only whether crates compile matters, so that nothing is kept for debuggers, nor for next time.
const SETTINGS: &str = r#"resolver = "3"

[profile.dev]
debug = false
incremental = false
"#;

/// Writes a file unless it is there, and the folders that it is in.
pub fn write(path: &Path, text: &str) -> Result<(), Problem> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.map_err(|error| Problem::new(format!("cannot write `{}`: {error}", path.display())))
}
