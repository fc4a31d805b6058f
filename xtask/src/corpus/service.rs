//! What became of a service.

use std::collections::BTreeSet;
use std::path::PathBuf;

use tinsmith::endpoint_tests::TestResults;

/// A service of the corpus, or a model that has none that could be read.
#[derive(Debug)]
pub struct Service {
    /// The name of its model's file; with the service's, where the model has several.
    pub name: String,
    /// The package that it is to be.
    pub package: String,
    /// The folder of its crate.
    pub folder: PathBuf,
    /// The protocol that it is generated for, or those that it lists where none is supported.
    pub protocol: String,
    /// How far it came.
    pub fate: Fate,
    /// How the tests of its endpoint rules went, where they were run.
    pub endpoint_tests: TestResults,
    /// What went wrong, the first thing first.
    pub failures: Vec<Failure>,
}

/// How far a service came.
#[derive(Debug)]
pub enum Fate {
    /// Its crate is there.
    Generated(Crate),
    /// None of its protocols is supported.
    Unsupported,
    /// There is no crate.
    Failed,
}

/// A crate that was generated.
#[derive(Debug)]
pub struct Crate {
    /// How many operations it has.
    pub operations: usize,
    /// How many shapes of the model it has.
    pub shapes: usize,
    /// How many files it has.
    pub files: usize,
    /// How many lines these have.
    pub lines: usize,
    /// How many bytes these have.
    pub bytes: usize,
    /// The traits on what it was made from, and the types of shapes among it.
    pub features: BTreeSet<String>,
    /// What is not in it although the model has it, and why.
    pub warnings: Vec<String>,
    /// Whether it was compiled, and nothing was wrong with it.
    pub checked: bool,
}

/// What went wrong with a service.
#[derive(Debug)]
pub struct Failure {
    /// What was being done.
    pub step: Step,
    /// Why it could not be done, in full.
    pub reason: String,
}

/// What is done with a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Its model is read and checked.
    Load,
    /// The tests of its endpoint rules are run.
    Endpoints,
    /// Its crate is made.
    Generate,
    /// Its crate is written.
    Write,
    /// Its crate is compiled.
    Check,
    /// Its crate is linted.
    Clippy,
    /// Its crate's documentation is made.
    Rustdoc,
}

impl Step {
    /// What it is called in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Endpoints => "endpoints",
            Self::Generate => "generate",
            Self::Write => "write",
            Self::Check => "check",
            Self::Clippy => "clippy",
            Self::Rustdoc => "rustdoc",
        }
    }
}

impl Service {
    /// The crate, where there is one.
    pub fn generated(&self) -> Option<&Crate> {
        match &self.fate {
            Fate::Generated(krate) => Some(krate),
            Fate::Unsupported | Fate::Failed => None,
        }
    }

    /// The first thing that went wrong.
    pub fn failed(&self) -> Option<&Failure> {
        self.failures.first()
    }

    /// Takes note of what went wrong.
    pub fn fail(&mut self, step: Step, reason: impl Into<String>) {
        let reason = reason.into();
        self.failures.push(Failure { step, reason });
    }
}
