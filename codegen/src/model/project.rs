//! What stands for several files of a model: a folder, a service of botocore, and the `smithy-build.json` of a project.
//!
//! <https://smithy.io/2.0/guides/smithy-build-json.html>

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::botocore;
use super::folder;
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
            return of_project(&build, None, problems, warnings);
        }
        return match folder::files(path) {
            Ok(files) => files,
            Err(problem) => {
                problems.push(problem);
                Vec::new()
            }
        };
    }
    if botocore::is_service(path) {
        return botocore::beside(path);
    }
    match projection(path) {
        Some((build, projection)) if build.is_file() => {
            of_project(&build, projection, problems, warnings)
        }
        _ => vec![path.to_owned()],
    }
}

/// The `smithy-build.json` that a path leads to, and the projection that is named behind a `#`.
fn projection(path: &Path) -> Option<(PathBuf, Option<&str>)> {
    let name = path.file_name()?.to_str()?;
    let projection = match name.strip_prefix(BUILD)? {
        "" => None,
        rest => Some(rest.strip_prefix('#')?),
    };
    Some((path.with_file_name(BUILD), projection))
}

/// The files of a project, of a projection where one is named, and a word on what of it is not read.
fn of_project(
    path: &Path,
    projection: Option<&str>,
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
    let build = match idl::read_build(&source, projection) {
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
    let here = path.parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    let usual = here.join(USUAL);
    if !build.has_sources && usual.is_dir() {
        files.extend(folder::models(&usual));
    }
    for (named, span) in build.paths {
        let path = here.join(&named);
        if path.is_dir() {
            files.extend(folder::models(&path));
        } else if botocore::is_service(&path) && path.is_file() {
            files.extend(botocore::beside(&path));
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
