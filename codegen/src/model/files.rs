//! The files of a model: the text of each, or why there is none and what to do.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::botocore;
use super::foreign;
use super::project;
use super::unpacked;
use crate::diagnostic::{Code, Diagnostic, ask, nearest};
use crate::plain_file;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Json,
    Idl,
    /// A file of botocore's, which says something of a service.
    Botocore(botocore::Kind),
}

/// What a file is written in: its name says it, or else how it begins.
pub(super) fn notation(name: &str, text: &str) -> Notation {
    let unpacked = unpacked::name(Path::new(name));
    let ending = unpacked.extension();
    let is = |wanted: &str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
    if is("smithy") || (!is("json") && foreign::is_idl(text)) {
        Notation::Idl
    } else {
        botocore::kind(name, text).map_or(Notation::Json, Notation::Botocore)
    }
}

/// The names and texts of the files that these paths stand for, as far as they can be read.
pub(super) fn texts<P: AsRef<Path>>(
    paths: &[P],
    problems: &mut Vec<Diagnostic>,
    warnings: &mut Vec<Diagnostic>,
) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut known = HashSet::new();
    for path in paths.iter().map(AsRef::as_ref) {
        for file in project::files(path, problems, warnings) {
            // A file may be given by itself, and with the folder that it is in.
            if known.insert(file.clone()) {
                texts.push((file.display().to_string(), text(&file)));
            }
        }
    }
    let read = texts.into_iter().filter_map(|(name, text)| {
        let text = text.map_err(|problem| problems.push(problem));
        Some((name, text.ok()?))
    });
    read.collect()
}

/// The text of a file.
fn text(path: &Path) -> Result<String, Diagnostic> {
    let name = path.display().to_string();
    let unreadable = |reason: &str, help: String| {
        let message = format!("cannot read `{name}`: {reason}");
        Diagnostic::new(Code::UnreadableFile, message).help(help)
    };
    let readable = || "give the path of a readable file".to_owned();
    let bytes = plain_file::read(path);
    let mut bytes = bytes.map_err(|error| {
        let help = meant(path).unwrap_or_else(readable);
        unreadable(&error.to_string(), help)
    })?;
    if unpacked::is_packed(path) {
        let unpacked = unpacked::bytes(&bytes);
        bytes = unpacked.map_err(|broken| unreadable(&broken.reason, broken.help.to_owned()))?;
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        match foreign::bytes(error.as_bytes(), &name) {
            Some(foreign) => unreadable(&format!("it is {}", foreign.what), foreign.help),
            None => {
                let reason = plain_file::no_text(error.utf8_error());
                unreadable(&reason.to_string(), readable())
            }
        }
    })?;
    // Some editors begin a text with a mark that JSON does not know. Smithy IDL refuses it.
    Ok(match text.strip_prefix('\u{feff}') {
        Some(json) if notation(&name, json) == Notation::Json => json.to_owned(),
        _ => text,
    })
}

/// What a path that leads nowhere may be meant for: where it leads astray, there is something of a name like that.
fn meant(path: &Path) -> Option<String> {
    let astray = path.ancestors().find(|part| {
        let folder = part.parent();
        !part.exists()
            && folder.is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir())
    })?;
    let folder = astray
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new(".")))
        .ok()?
        .flatten();
    let names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let near = nearest(
        astray.file_name()?.to_str()?,
        names.iter().map(String::as_str),
    );
    let paths: Vec<String> = near
        .iter()
        .map(|name| astray.with_file_name(name).display().to_string())
        .collect();
    ask(&paths.iter().map(String::as_str).collect::<Vec<_>>())
}
