//! The files of a model: the text of each, or why there is none and what to do.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::foreign;
use crate::diagnostic::{Code, Diagnostic};
use crate::plain_file;

/// How far below a folder models are looked for, and among how many files.
const DEPTH: usize = 4;
const FILES: usize = 1000;

/// How many of them are named.
const NAMED: usize = 3;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Json,
    Idl,
}

/// What a file is written in: its name says it, or else how it begins.
pub(super) fn notation(name: &str, text: &str) -> Notation {
    let ending = Path::new(name).extension();
    let is = |wanted: &str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
    if is("smithy") || (!is("json") && foreign::is_idl(text)) {
        Notation::Idl
    } else {
        Notation::Json
    }
}

/// The names and texts of files, as far as they can be read.
pub(super) fn texts<P: AsRef<Path>>(
    paths: &[P],
    problems: &mut Vec<Diagnostic>,
) -> Vec<(String, String)> {
    let texts = paths.iter().map(AsRef::as_ref).filter_map(|path| {
        let text = text(path).map_err(|problem| problems.push(problem));
        Some((path.display().to_string(), text.ok()?))
    });
    texts.collect()
}

/// The text of a file.
fn text(path: &Path) -> Result<String, Diagnostic> {
    let name = path.display().to_string();
    let unreadable = |reason: &str, help: String| {
        let message = format!("cannot read `{name}`: {reason}");
        Diagnostic::new(Code::UnreadableFile, message).help(help)
    };
    let bytes = plain_file::read(path).map_err(|error| {
        let help = match error.kind() {
            ErrorKind::IsADirectory => of_folder(path),
            _ => None,
        };
        let help = help.unwrap_or_else(|| "give the path of a readable file".to_owned());
        unreadable(&error.to_string(), help)
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        match foreign::bytes(error.as_bytes(), &name) {
            Some(foreign) => unreadable(&format!("it is {}", foreign.what), foreign.help),
            None => {
                let reason = plain_file::no_text(error.utf8_error());
                unreadable(
                    &reason.to_string(),
                    "give the path of a readable file".to_owned(),
                )
            }
        }
    })?;
    // Some editors begin a text with a mark that JSON does not know. Smithy IDL refuses it.
    Ok(match text.strip_prefix('\u{feff}') {
        Some(json) if notation(&name, json) == Notation::Json => json.to_owned(),
        _ => text,
    })
}

/// What to do about a folder: which of its files may be meant.
fn of_folder(folder: &Path) -> Option<String> {
    let (mut found, mut left) = (Vec::new(), FILES);
    find(folder, DEPTH, &mut left, &mut found);
    found.sort();
    let names: Vec<String> = found
        .iter()
        .map(|path| format!("`{}`", path.display()))
        .collect();
    let (named, others) = names.split_at(names.len().min(NAMED));
    let and_more = if others.is_empty() { "" } else { ", .." };
    (!named.is_empty()).then(|| {
        let names = named.join(", ");
        format!("give the files of the model by name; in the folder there are {names}{and_more}")
    })
}

/// Finds files that end in `.json`. What cannot be looked at is not there.
fn find(folder: &Path, depth: usize, left: &mut usize, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let path = entry.path();
        let kind = entry.file_type();
        if kind.as_ref().is_ok_and(|kind| kind.is_dir()) && depth > 0 {
            find(&path, depth - 1, left, found);
        } else if kind.is_ok_and(|kind| kind.is_file())
            && path
                .extension()
                .is_some_and(|extension| extension == "json")
        {
            found.push(path);
        }
    }
}
