//! The models in a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::IgnoredAny;

use super::botocore;
use crate::diagnostic::{Code, Diagnostic};
use crate::plain_file;

/// The models in a folder that is given as one.
///
/// # Errors
/// Where there is none, or there are several services of botocore, as in the folder of all of them.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>, Diagnostic> {
    let files = models(folder);
    if files.is_empty() {
        return Err(no_model(folder));
    }
    let services = files.iter().filter(|path| botocore::is_service(path));
    let services: BTreeSet<&Path> = services.filter_map(|path| path.parent()).collect();
    match services.first() {
        Some(first) if services.len() > 1 => Err(several(folder, first, services.len())),
        _ => Ok(files),
    }
}

fn no_model(folder: &Path) -> Diagnostic {
    let name = folder.display();
    if botocore::is_without_service(folder) {
        let message =
            format!("the folder `{name}` is one of botocore's, without a `service-2.json`");
        let help = "take the whole folder of the service again: nothing else says what it has";
        return Diagnostic::new(Code::UnreadableFile, message).help(help);
    }
    let message = format!("the folder `{name}` has no model in it");
    let help = "give a folder with files that end in `.smithy`, or in `.json` and are models in the JSON AST, or that \
                of a service of botocore";
    Diagnostic::new(Code::UnreadableFile, message).help(help)
}

fn several(folder: &Path, first: &Path, count: usize) -> Diagnostic {
    let message = format!(
        "the folder `{}` has {count} services of botocore in it",
        folder.display()
    );
    let help = format!("give the folder of one, such as `{}`", first.display());
    Diagnostic::new(Code::AmbiguousService, message).help(help)
}

/// The models in a folder and in those below it, sorted. What is hidden is no model, and neither is JSON of any
/// other kind. Of a service of botocore that has several versions, the last is meant.
pub(super) fn models(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        if let Some(version) = botocore::last_version(&folder) {
            files.extend(botocore::of_folder(&version));
        } else if botocore::is_folder(&folder) {
            files.extend(botocore::of_folder(&folder));
        }
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            // A link to a folder may lead in a circle, and is not followed.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_hidden || botocore::is_version(&path) {
                continue;
            } else if is_folder {
                folders.push(path);
            } else if path.is_file() && is_model(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn is_model(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ending == "smithy" || (ending == "json" && is_ast(path))
}

/// Whether a file of JSON is a model, or cannot be read, which is told later.
fn is_ast(path: &Path) -> bool {
    let Ok(text) = plain_file::read_text(path) else {
        return true;
    };
    if !text.trim_ascii_start().starts_with(['{', '\u{feff}']) {
        return false;
    }
    let keys: Result<BTreeMap<String, IgnoredAny>, _> = serde_json::from_str(&text);
    keys.map_or(true, |keys| keys.contains_key("smithy"))
}
