//! The crates that are compiled alone: official ones, and those that are generated to stand against
//! them. All have the versions of the peers' lock file.

use std::fs;
use std::path::Path;

use super::alone::Crate;
use super::cargo::Cargo;
use super::places::{self, Places};
use super::usage::Usage;
use crate::problem::Problem;

/// An official crate, e.g. `aws-sdk-licensemanager`.
///
/// The package that depends on these is copied out of the peers' workspace: within, cargo would build
/// what they depend on with the features that any of the peers needs.
///
/// # Errors
/// Where cargo does not find it.
pub fn official(package: &str, places: &Places) -> Result<Crate, Problem> {
    let folder = places.bench("official");
    let source = folder.join("src");
    fs::create_dir_all(&source).map_err(|error| places::unwritable(&source, error))?;
    for (from, to) in [
        ("tests/peers/crates/Cargo.toml", "Cargo.toml"),
        ("tests/peers/crates/src/lib.rs", "src/lib.rs"),
        ("tests/peers/Cargo.lock", "Cargo.lock"),
    ] {
        copy(&places.repository(from), &folder.join(to))?;
    }
    Crate::find(package, Cargo::at(folder, places))
}

/// The crate of this name, whose files `generate` writes into a folder.
///
/// # Errors
/// Where it cannot be generated.
pub fn generated(
    name: &str,
    places: &Places,
    generate: impl FnOnce(&Path) -> Result<Usage, Problem>,
) -> Result<Crate, Problem> {
    let folder = places.bench("crates").join(name);
    fs::create_dir_all(&folder).map_err(|error| places::unwritable(&folder, error))?;
    generate(&folder)?;
    let lock = places.repository("tests/peers/Cargo.lock");
    copy(&lock, &folder.join("Cargo.lock"))?;
    Crate::find(name, Cargo::at(folder, places))
}

fn copy(from: &Path, to: &Path) -> Result<(), Problem> {
    let copied = fs::copy(from, to);
    copied
        .map(|_| ())
        .map_err(|error| places::unwritable(to, error))
}
