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
    unpacked(target, "corpus", "aws-models").map(|folder| models(&folder))
}

/// Models of AWS's services that came later, as [`aws_models`] gives the others.
///
/// # Panics
///
/// Where they cannot be unpacked.
#[must_use]
pub fn more_aws_models(target: &Path) -> Option<Vec<PathBuf>> {
    unpacked(target, "corpus-more", "aws-models-more").map(|folder| models(&folder))
}

/// Answers of services that speak XML, with what botocore reads from them, as [`aws_models`] gives
/// the models: the folder that they are in.
///
/// # Panics
///
/// Where they cannot be unpacked.
#[must_use]
pub fn xml_answers(target: &Path) -> Option<PathBuf> {
    unpacked(target, "corpus-answers", "xml-answers")
}

/// Models in Smithy IDL with what they mean, as [`aws_models`] gives the models: the table of all cases, and
/// the folder in which each archive has one of its own.
///
/// # Panics
///
/// Where they cannot be unpacked.
#[must_use]
pub fn idl(target: &Path) -> Option<(PathBuf, PathBuf)> {
    let corpus = folder()?.join("idl");
    if !corpus.is_dir() {
        println!("skipped: the corpus has no `idl`");
        return None;
    }
    let unpacked = target.join("corpus-idl");
    for archive in ["edge", "loader", "other", "protocol-tests", "real"] {
        let folder = unpacked.join(archive);
        if !folder.is_dir() {
            unpack(&corpus.join(format!("{archive}.tar.xz")), &folder);
        }
    }
    Some((corpus, unpacked))
}

/// botocore's models of some services, as [`aws_models`] gives those in Smithy: the folder of the tables, and those in
/// which each service has one of its own, the older first.
///
/// # Panics
///
/// Where they cannot be unpacked.
#[must_use]
pub fn botocore(target: &Path) -> Option<(PathBuf, Vec<PathBuf>)> {
    let corpus = folder()?.join("botocore");
    if !corpus.is_dir() {
        println!("skipped: the corpus has no `botocore`");
        return None;
    }
    let unpacked = target.join("corpus-botocore");
    let versions = ["botocore-1.43.0", "botocore-1.44.8"].map(|version| {
        let folder = unpacked.join(version);
        if !folder.is_dir() {
            unpack(&corpus.join(format!("{version}.tar.xz")), &folder);
        }
        folder.join(version)
    });
    Some((corpus, versions.into()))
}

/// The model of the service whose file has this name; `None`, with a word about it, where there is
/// none.
#[must_use]
pub fn model<'m>(models: &'m [PathBuf], name: &str) -> Option<&'m PathBuf> {
    let is_of_service = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem == name);
    let model = models.iter().find(is_of_service);
    if model.is_none() {
        println!("skipped: the corpus has no `{name}.json`");
    }
    model
}

/// The folder in an archive of the same name.
fn unpacked(target: &Path, folder: &str, name: &str) -> Option<PathBuf> {
    let archive = self::folder()?.join(format!("{name}.tar.xz"));
    if !archive.is_file() {
        println!("skipped: the corpus has no `{name}.tar.xz`");
        return None;
    }
    let unpacked = target.join(folder);
    if !unpacked.is_dir() {
        unpack(&archive, &unpacked);
    }
    Some(unpacked.join(name))
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
