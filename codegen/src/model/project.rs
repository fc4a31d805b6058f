//! What stands for several files of a model: a folder, and the `smithy-build.json` of a project.
//!
//! <https://smithy.io/2.0/guides/smithy-build-json.html>

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::IgnoredAny;

use super::botocore;
use super::idl;
use crate::diagnostic::{Code, Diagnostic, Place, Source};
use crate::plain_file;

/// What a project says of itself.
const BUILD: &str = "smithy-build.json";
/// Where a project that does not say it has its models.
const USUAL: &str = "model";

/// The files that a path stands for: those of a folder, those of a project, or the one that it leads to.
pub(super) fn files(
    path: &Path,
    problems: &mut Vec<Diagnostic>,
    warnings: &mut Vec<Diagnostic>,
) -> Vec<PathBuf> {
    if path.is_dir() {
        let build = path.join(BUILD);
        if build.is_file() {
            return of_project(&build, problems, warnings);
        }
        let files = match botocore::last_version(path) {
            Some(version) => botocore::of_folder(&version),
            None => of_folder(path),
        };
        if files.is_empty() {
            problems.push(no_model(path));
        }
        return files;
    }
    if botocore::is_service(path) {
        return botocore::beside(path);
    }
    let is_build = path.file_name().is_some_and(|name| name == BUILD);
    if is_build && path.is_file() {
        return of_project(path, problems, warnings);
    }
    vec![path.to_owned()]
}

fn no_model(folder: &Path) -> Diagnostic {
    let message = format!("the folder `{}` has no model in it", folder.display());
    let help = "give a folder with files that end in `.smithy`, or in `.json` and are models in the JSON AST";
    Diagnostic::new(Code::UnreadableFile, message).help(help)
}

/// The models in a folder and in those below it, sorted. What is hidden is no model, and neither is JSON of any
/// other kind.
fn of_folder(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        if botocore::is_folder(&folder) {
            files.extend(botocore::of_folder(&folder));
        }
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            // A link to a folder may lead in a circle, and is not followed.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_hidden {
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

/// The files of a project, and a word on what of it is not read.
fn of_project(
    path: &Path,
    problems: &mut Vec<Diagnostic>,
    warnings: &mut Vec<Diagnostic>,
) -> Vec<PathBuf> {
    let name = path.display().to_string();
    let text = match plain_file::read_text(path) {
        Ok(text) => text,
        Err(error) => {
            let message = format!("cannot read `{name}`: {error}");
            let help = "give the path of a readable file";
            problems.push(Diagnostic::new(Code::UnreadableFile, message).help(help));
            return Vec::new();
        }
    };
    let source = Arc::new(Source::new(0, name.clone(), text));
    let build = match idl::read_build(&source) {
        Ok(build) => build,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    if build.packages > 0 {
        let packages = match build.packages {
            1 => "a package".to_owned(),
            count => format!("{count} packages"),
        };
        let message = format!(
            "`{name}` asks Maven for {packages}, which nothing is fetched of: traits that are defined there are \
             taken as they are, shapes are missing"
        );
        warnings.push(
            Diagnostic::new(Code::NotFetched, message)
                .warning()
                .help("give the files of shapes that are used from there too"),
        );
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    let usual = folder.join(USUAL);
    if !build.has_sources && usual.is_dir() {
        files.extend(of_folder(&usual));
    }
    for (named, span) in build.paths {
        let path = folder.join(&named);
        if path.is_dir() {
            files.extend(of_folder(&path));
        } else if path.is_file() {
            files.push(path);
        } else {
            let message = format!("there is no `{}`, which the project names", path.display());
            let place = Place::new(source.clone(), span);
            problems.push(
                Diagnostic::new(Code::UnreadableFile, message)
                    .at(place)
                    .help("correct the path: it begins where this file is"),
            );
        }
    }
    if files.is_empty() && problems.is_empty() {
        let message = format!("the project `{name}` has no model");
        let help = "name folders or files of models in its `sources`";
        problems.push(Diagnostic::new(Code::UnreadableFile, message).help(help));
    }
    files
}
