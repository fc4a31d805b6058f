//! The command line as its users run it, and the crates that it is told to generate here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tinsmith::output::Tree;
use tinsmith::release::Release;
use tinsmith::{CrateSpec, ServiceSpec};

/// One of two crates that are generated into one folder by turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crate {
    /// A client of one operation.
    Small,
    /// A client of all operations.
    Large,
}

impl Crate {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Small => Self::Large,
            Self::Large => Self::Small,
        }
    }

    /// The command that generates it into a folder.
    pub fn command(self, folder: &Path) -> Command {
        let mut command = xtask();
        command
            .args(["codegen", "--name", "client", "--model"])
            .arg(model());
        command.arg("--out").arg(folder);
        if let Self::Small = self {
            command.args(["--operations", "CreateToken"]);
        }
        command.stdout(Stdio::null());
        command
    }

    /// What that command writes into a folder, whose release it keeps.
    pub fn tree(self, folder: &Path) -> Tree {
        let operations = matches!(self, Self::Small).then(|| vec!["CreateToken".to_owned()]);
        let spec = CrateSpec {
            name: "client".to_owned(),
            services: vec![ServiceSpec {
                model: vec![model()],
                operations,
                ..ServiceSpec::default()
            }],
            command: match self {
                Self::Small => {
                    "tinsmith codegen --model license-manager.json --out client \
                     --operations CreateToken"
                }
                Self::Large => "tinsmith codegen --model license-manager.json --out client",
            }
            .to_owned(),
            release: Release::read(folder).unwrap_or_else(|problems| panic!("{problems}")),
            ..CrateSpec::default()
        };
        let generated = tinsmith::generate(&spec);
        generated
            .unwrap_or_else(|problems| panic!("{problems}"))
            .tree
    }
}

/// Whether a folder has exactly this crate, and nothing else.
pub fn is_exactly(folder: &Path, tree: &Tree) -> bool {
    let drift = tree.drift(folder).expect("a folder that can be read");
    drift.is_empty() && count_files(folder) == tree.len()
}

fn count_files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"));
    let counts = entries.map(|entry| match entry.path() {
        path if path.is_dir() => count_files(&path),
        _ => 1,
    });
    counts.sum()
}

/// The program behind `cargo xtask`.
pub fn xtask() -> Command {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
}

/// Runs a command to its end; what it printed.
pub fn run(command: &mut Command) -> Output {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command.output().expect("a program that can be run")
}

/// The model that crates are generated from.
pub fn model() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/license-manager.json")
}

/// The folder `client` for one test, with nothing in it.
pub fn empty_folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(test)
        .join("client");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("a folder can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}
