//! The corpus of models that others wrote, which is no part of the project. It is looked for at
//! `TINSMITH_CORPUS` or at `../shared/corpus`; where it is not, tests that need it say so and pass.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the corpus; `None`, with a word about it, where there is none.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let given = std::env::var_os("TINSMITH_CORPUS").map(PathBuf::from);
    let folder = given.unwrap_or(beside);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no corpus at `TINSMITH_CORPUS` or at `../shared/corpus`");
    None
}

/// The models of AWS's services, unpacked once, below `target`; `None`, with a word about it, where
/// there are none.
///
/// # Panics
///
/// Where they cannot be unpacked.
#[must_use]
pub fn aws_models(target: &Path) -> Option<Vec<PathBuf>> {
    Some(models(&unpacked(&target.join("corpus"), "aws-models")?))
}

/// A few more models of AWS's services, as [`aws_models`].
///
/// # Panics
///
/// Where they cannot be unpacked.
#[must_use]
pub fn more_aws_models(target: &Path) -> Option<Vec<PathBuf>> {
    Some(models(&unpacked(
        &target.join("corpus-more"),
        "aws-models-more",
    )?))
}

/// The folder that an archive of the corpus has, which has its name, unpacked once.
fn unpacked(into: &Path, name: &str) -> Option<PathBuf> {
    let archive = folder()?.join(format!("{name}.tar.xz"));
    if !archive.is_file() {
        println!("skipped: the corpus has no `{name}.tar.xz`");
        return None;
    }
    if !into.is_dir() {
        unpack(&archive, into);
    }
    Some(into.join(name))
}

/// The models in a folder.
///
/// # Panics
///
/// Where the folder cannot be read.
#[must_use]
pub fn models(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let is_json = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    let mut models: Vec<PathBuf> = paths.filter(is_json).collect();
    models.sort();
    models
}

/// Unpacks all of an archive, or nothing: other tests may look at the same time.
fn unpack(archive: &Path, folder: &Path) {
    let parent = folder.parent().expect("a folder below another");
    fs::create_dir_all(parent).expect("a folder below `target`");
    let aside = tempfile::tempdir_in(parent).expect("a folder below `target`");
    let mut tar = Command::new("tar");
    tar.arg("-xJf").arg(archive).arg("-C").arg(aside.path());
    assert!(tar.status().expect("`tar` is there").success());
    let renamed = fs::rename(aside.path(), folder);
    assert!(renamed.is_ok() || folder.is_dir(), "{renamed:?}");
}
