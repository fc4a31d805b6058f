//! What to generate: crates and the services in them, as a manifest (`codegen.toml`) or a caller
//! says it.

mod manifest;
#[cfg(feature = "cli")]
pub(crate) mod starter;

use std::path::{Path, PathBuf};

pub use manifest::Manifest;

use crate::diagnostic::{Code, Diagnostic};
pub use crate::emit::{Metadata, Publish};
use crate::limits::PACKAGE_NAME;
use crate::protocol::Wanted;
use crate::release::Release;

/// A crate to generate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrateSpec {
    /// The package's name.
    pub name: String,
    /// Its services.
    pub services: Vec<ServiceSpec>,
    /// The command that writes it, which its README names.
    pub command: String,
    /// What it says of itself in its `Cargo.toml`.
    pub metadata: Metadata,
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
            command: "tinsmith codegen".to_owned(),
            metadata: Metadata::default(),
            tests: false,
            release: None,
        }
    }
}

/// A service of a crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceSpec {
    /// The files of its model, which are merged.
    pub model: Vec<PathBuf>,
    /// Its shape id or name, where the model has several.
    pub service: Option<String>,
    /// The operations to generate, all where absent.
    pub operations: Option<Vec<String>>,
    /// The protocol that it speaks; of those that it lists, the default where absent.
    pub protocol: Option<Wanted>,
}

/// The name of a package in a folder that says no other.
pub fn name_of(folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    Some(name.to_owned())
}

/// Checks that cargo takes this for the name of a package, Rust for that of a crate, and registries
/// and file systems for part of a file's.
///
/// # Errors
/// Where one of them does not.
pub(crate) fn check_name(name: &str) -> Result<(), Diagnostic> {
    let is_plain = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let starts_well = !name.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    let letters = name.chars().count();
    if letters > PACKAGE_NAME {
        let start: String = name.chars().take(PACKAGE_NAME / 2).collect();
        let message = format!("`{start}…` cannot be the name of a crate: it has {letters} letters");
        let help = format!("use {PACKAGE_NAME} letters at most");
        return Err(Diagnostic::new(Code::InvalidCrateName, message).help(help));
    }
    if is_plain && starts_well && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok() {
        return Ok(());
    }
    let message = format!("`{name}` cannot be the name of a crate");
    Err(Diagnostic::new(Code::InvalidCrateName, message)
        .help("use letters, digits, `-` and `_`, a letter or `_` first, and no keyword of Rust"))
}
