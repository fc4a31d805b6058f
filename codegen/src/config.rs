//! What to generate: crates and the services in them, as a manifest (`codegen.toml`) or a caller
//! says it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::release::Release;

/// A crate to generate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrateSpec {
    /// The package's name.
    pub name: String,
    /// Its services.
    pub services: Vec<ServiceSpec>,
    /// The command that writes it, which every file names.
    pub command: String,
    /// Whether the tests that the models carry become tests of the crate.
    pub tests: bool,
    /// The release that its folder has, which is kept: see [`Release::read`]. Without one the
    /// crate has its first.
    pub release: Option<Release>,
}

impl Default for CrateSpec {
    fn default() -> Self {
        Self {
            name: "generated".to_owned(),
            services: Vec::new(),
            command: "cargo xtask codegen".to_owned(),
            tests: false,
            release: None,
        }
    }
}

/// A service of a crate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceSpec {
    /// The files of its model, which are merged.
    pub model: Vec<PathBuf>,
    /// Its shape id or name, where the model has several.
    pub service: Option<String>,
    /// The operations to generate, all where absent.
    pub operations: Option<Vec<String>>,
}

/// A manifest: a crate, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The crate.
    pub spec: CrateSpec,
    /// The folder that it goes into.
    pub path: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestFile {
    #[serde(rename = "crate")]
    krate: CrateTable,
    service: Vec<ServiceSpec>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CrateTable {
    name: Option<String>,
    path: PathBuf,
}

impl Manifest {
    /// Reads a manifest. Paths in it are relative to its folder.
    ///
    /// # Errors
    /// Where it cannot be read, or says something that it cannot mean.
    pub fn read(path: &Path) -> Result<Self, Diagnostics> {
        let problem = |message: String| {
            let help = "see README for what a manifest holds";
            Diagnostics::from(Diagnostic::new(Code::InvalidManifest, message).help(help))
        };
        let text = fs::read_to_string(path)
            .map_err(|error| problem(format!("{} cannot be read: {error}", path.display())))?;
        let file: ManifestFile = toml::from_str(&text)
            .map_err(|error| problem(format!("{}: {error}", path.display())))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let target = folder.join(&file.krate.path);
        let name = match file.krate.name {
            Some(name) => name,
            None => name_of(&target).ok_or_else(|| {
                problem(format!(
                    "{}: the crate's path gives it no name",
                    path.display()
                ))
            })?,
        };
        let services = file.service.into_iter().map(|mut service| {
            for model in &mut service.model {
                *model = folder.join(&model);
            }
            service
        });
        Ok(Self {
            spec: CrateSpec {
                name,
                services: services.collect(),
                ..CrateSpec::default()
            },
            path: target,
        })
    }
}

/// The name of a package in a folder that says no other.
pub fn name_of(folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    Some(name.to_owned())
}
