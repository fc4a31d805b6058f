//! The program that generates, as its users would build it to be fast: in release.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cargo::Cargo;
use super::measured;
use super::places::{self, Places};
use super::usage::Usage;
use crate::problem::Problem;

/// This same program.
#[derive(Clone, Debug)]
pub struct Generator {
    program: PathBuf,
    log: PathBuf,
}

/// How it is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// In little time: to generate with it takes several times as long.
    Quick,
    /// To be fast.
    Release,
}

impl Generator {
    /// As it is, where nobody looks at how long it takes.
    ///
    /// # Errors
    /// Where nobody knows where it is.
    pub fn this(places: &Places) -> Result<Self, Problem> {
        Ok(Self {
            program: std::env::current_exe().map_err(Problem::new)?,
            log: places.bench("generator.log"),
        })
    }

    /// Builds it as its users would.
    ///
    /// # Errors
    /// Where it does not build.
    pub fn build(places: &Places) -> Result<Self, Problem> {
        let this = std::env::current_exe().map_err(Problem::new)?;
        let target = this.ancestors().nth(2);
        let target = target.ok_or_else(|| Problem::new("there is no target folder"))?;
        eprintln!("building the generator in release");
        let repository = places.repository("");
        Self::of(&repository, target.to_owned(), Build::Release, places)
    }

    /// Builds that of a folder in which a state of this repository is.
    ///
    /// # Errors
    /// Where it does not build.
    pub fn of(
        repository: &Path,
        target: PathBuf,
        build: Build,
        places: &Places,
    ) -> Result<Self, Problem> {
        fs::create_dir_all(places.bench(""))
            .map_err(|error| places::unwritable(&places.bench(""), error))?;
        let cargo = Cargo::at(repository.to_owned(), places).into(target);
        let (folder, arguments) = match build {
            Build::Quick => ("debug", &["build", "--package=xtask"][..]),
            Build::Release => ("release", &["build", "--package=xtask", "--release"][..]),
        };
        cargo.run(arguments)?;
        let program = cargo.target().join(folder).join("xtask");
        Ok(Self {
            program: program.with_extension(std::env::consts::EXE_EXTENSION),
            log: places.bench("generator.log"),
        })
    }

    /// One of its commands, whose arguments are to come.
    pub fn command(&self, name: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(name);
        command
    }

    /// Generates the crate of a model, with these of its operations, or all.
    ///
    /// # Errors
    /// Where it fails.
    pub fn model(
        &self,
        model: &Path,
        out: &Path,
        operations: Option<&str>,
    ) -> Result<Usage, Problem> {
        let mut command = self.command("codegen");
        command.arg("--model").arg(model);
        command.arg("--out").arg(out);
        if let Some(operations) = operations {
            command.arg("--operations").arg(operations);
        }
        measured::run(&command, &self.log)
    }

    /// Generates the crate of a manifest.
    ///
    /// # Errors
    /// Where it fails.
    pub fn manifest(&self, manifest: &Path) -> Result<Usage, Problem> {
        let mut command = self.command("codegen");
        command.arg("--manifest").arg(manifest);
        measured::run(&command, &self.log)
    }

    /// Generates the crates of all models of a folder.
    ///
    /// # Errors
    /// Where it fails.
    pub fn corpus(&self, models: &Path, out: &Path) -> Result<Usage, Problem> {
        let mut command = self.command("corpus");
        command.arg(models).arg("--out").arg(out);
        measured::run(&command, &self.log)
    }
}

/// The files below a folder, and how large they are.
///
/// # Errors
/// Where they cannot be read.
pub fn files(folder: &Path) -> Result<Vec<(PathBuf, u64)>, Problem> {
    let unreadable = |error| Problem::new(format!("cannot read `{}`: {error}", folder.display()));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let metadata = entry.metadata().map_err(unreadable)?;
        if metadata.is_dir() {
            found.extend(files(&entry.path())?);
        } else {
            found.push((entry.path(), metadata.len()));
        }
    }
    Ok(found)
}

/// How many bytes of Rust are below a folder.
///
/// # Errors
/// Where they cannot be read.
pub fn source_bytes(folder: &Path) -> Result<u64, Problem> {
    let files = files(folder)?.into_iter();
    let rust =
        files.filter(|(path, _)| path.extension().is_some_and(|extension| extension == "rs"));
    Ok(rust.map(|(_, bytes)| bytes).sum())
}

/// The record of what was written, by which edits are told.
const RECORD: &str = "written.json";

/// Makes every generated file below a folder differ from what would be generated, so that all of
/// them are written again. They are no edits of somebody's: the record of what was written goes, too.
///
/// # Errors
/// Where they cannot be written.
pub fn spoil(folder: &Path) -> Result<(), Problem> {
    for (path, _) in files(folder)? {
        if path.ends_with(RECORD) {
            fs::remove_file(&path).map_err(|error| places::unwritable(&path, error))?;
            continue;
        }
        let spoilt = fs::read_to_string(&path).and_then(|text| fs::write(&path, text + "\n"));
        spoilt.map_err(|error| places::unwritable(&path, error))?;
    }
    Ok(())
}
