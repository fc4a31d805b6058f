//! A program, built with everything that it depends on.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::SystemTime;

use super::cargo::Cargo;
use super::places::{self, Places};
use super::usage::Usage;
use crate::problem::Problem;

/// A program of a workspace.
pub struct Program {
    /// Its package.
    pub package: &'static str,
    cargo: Cargo,
    /// Where it is built from nothing.
    empty: PathBuf,
}

impl Program {
    /// A package of the workspace that is in a folder.
    pub fn of(package: &'static str, workspace: PathBuf, places: &Places) -> Self {
        Self {
            package,
            cargo: Cargo::at(workspace, places),
            empty: places.bench("program"),
        }
    }

    /// Downloads what its workspace needs and is not there yet.
    ///
    /// # Errors
    /// Where that fails.
    pub fn fetch(&self) -> Result<(), Problem> {
        self.cargo.run(&["fetch"]).map(|_| ())
    }

    /// Builds it into an empty folder, which is gone afterwards.
    ///
    /// # Errors
    /// Where it does not build.
    pub fn build_all(&self) -> Result<Usage, Problem> {
        places::remove(&self.empty)?;
        let cargo = self.cargo.clone().into(self.empty.clone());
        let usage = cargo.run(&["build", "--package", self.package])?;
        places::remove(&self.empty)?;
        Ok(usage)
    }

    /// Checks all that it depends on, so that [`check_touched`](Self::check_touched) has nothing else
    /// to check than the program.
    ///
    /// # Errors
    /// Where it does not compile.
    pub fn check(&self) -> Result<Usage, Problem> {
        self.cargo.run(&["check", "--package", self.package])
    }

    /// Checks it again, after its source has been touched.
    ///
    /// # Errors
    /// Where the source cannot be touched.
    pub fn check_touched(&self, main: &str) -> Result<Usage, Problem> {
        let path = self.cargo.folder().join(main);
        let file = File::options().append(true).open(&path);
        let touched = file.and_then(|file| file.set_modified(SystemTime::now()));
        touched.map_err(|error| places::unwritable(&path, error))?;
        self.check()
    }

    /// Builds it in release: where it is. It is built alone, and so with no feature that only others of its
    /// workspace need.
    ///
    /// # Errors
    /// Where it does not build.
    pub fn release(&self) -> Result<PathBuf, Problem> {
        self.released(&[])
    }

    /// The same, without symbols.
    ///
    /// # Errors
    /// Where it does not build.
    pub fn stripped(&self) -> Result<PathBuf, Problem> {
        self.released(&["--config", "profile.release.strip = 'symbols'"])
    }

    fn released(&self, more: &[&str]) -> Result<PathBuf, Problem> {
        let build = ["build", "--release", "--package", self.package];
        self.cargo.run(&[&build, more].concat())?;
        let binary = self.cargo.target().join("release").join(self.package);
        Ok(binary.with_extension(std::env::consts::EXE_EXTENSION))
    }

    /// How large it is in release, without symbols.
    ///
    /// # Errors
    /// Where it does not build.
    pub fn size(&self) -> Result<u64, Problem> {
        let metadata = fs::metadata(self.stripped()?).map_err(Problem::new)?;
        Ok(metadata.len())
    }

    /// How many crates it depends on.
    ///
    /// # Errors
    /// Where cargo does not know.
    pub fn crates(&self) -> Result<usize, Problem> {
        let tree = ["tree", "--edges", "normal", "--prefix", "none"];
        let package = ["--package", self.package];
        let tree = self.cargo.print(&[&tree, &package[..]].concat())?;
        Ok(crates(&tree))
    }
}

/// The crates of a tree but its root, each counted once.
fn crates(tree: &str) -> usize {
    let lines = tree.lines().filter(|line| !line.is_empty());
    let crates: BTreeSet<&str> = lines.map(|line| line.trim_end_matches(" (*)")).collect();
    crates.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_that_several_depend_on_is_counted_once() {
        let tree = "program v0.0.0 (/home)\nhttp v1.5.0\nbytes v1.0.0\n\nbytes v1.0.0 (*)\n";
        assert_eq!(crates(tree), 2);
    }
}
