//! Workspaces of generated crates below the target folder, and cargo run in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tinsmith::{CrateSpec, ServiceSpec};

/// A workspace, which keeps its builds from one run to the next.
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// One of this name, without crates.
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("diff")
            .join(name);
        let crates = folder.join("crates");
        if crates.exists() {
            fs::remove_dir_all(&crates).expect("a folder can be removed");
        }
        fs::create_dir_all(&crates).expect("a folder can be made");
        // Nothing is built that the workspace of the tests has not built or fetched already.
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).expect("a lock file");
        fs::write(folder.join("Cargo.toml"), MANIFEST).expect("a file can be written");
        Self { folder }
    }

    /// Generates a crate of these services into it; gives its folder and their modules.
    pub fn generate(&self, name: &str, services: Vec<ServiceSpec>) -> (PathBuf, Vec<String>) {
        let spec = CrateSpec {
            name: name.to_owned(),
            services,
            ..CrateSpec::default()
        };
        let generated = tinsmith::generate(&spec).unwrap_or_else(|problems| panic!("{problems}"));
        let folder = self.folder.join("crates").join(name);
        generated
            .tree
            .write(&folder)
            .expect("a crate that can be written");
        (
            folder,
            generated
                .services
                .into_iter()
                .map(|service| service.module)
                .collect(),
        )
    }

    /// Runs cargo in it.
    pub fn cargo(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--offline", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env_remove("RUSTFLAGS")
            .envs(environment.iter().copied())
            .output()
            .expect("cargo can be run")
    }

    /// Where documentation is written.
    pub fn docs(&self) -> PathBuf {
        self.folder.join("target/doc")
    }
}

/// Only whether crates compile matters, so that nothing is kept for debuggers.
const MANIFEST: &str = r#"[workspace]
members = ["crates/*"]
resolver = "3"

[profile.dev]
debug = false
incremental = false
"#;
