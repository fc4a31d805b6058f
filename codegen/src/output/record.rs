//! The record of what was written: a hash a file. By it, a file that somebody has edited since is known
//! before it is overwritten.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Deserialize;

use super::WriteError;
use crate::hash::fnv_1a;
use crate::{plain_file, stack};

/// The record's file.
pub(super) const RECORD: &str = "written.json";

/// Files that are read before they are written, so that what people change in them stays.
const KEPT: [&str; 2] = ["CHANGELOG.md", "released.json"];

/// The files of a crate as they were written.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Record {
    /// The hash of each.
    files: BTreeMap<String, String>,
}

impl Record {
    /// The record in a folder, where there is one.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, WriteError> {
        let path = folder.join(RECORD);
        let text = match plain_file::read_text(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(WriteError::Io(path, error)),
        };
        match serde_json::from_str(&text) {
            Ok(record) => Ok(Some(record)),
            Err(error) => Err(WriteError::Record(path, error.to_string())),
        }
    }

    /// Whether somebody has edited a file of the folder since it was written, as far as is known.
    pub(super) fn is_edited(&self, folder: &Path, path: &Path) -> io::Result<bool> {
        match self.files.get(&name(path)) {
            Some(hash) => Ok(*hash != self::hash(&plain_file::read(&folder.join(path))?)),
            None => Ok(false),
        }
    }
}

/// The text of the record of these files, without its header.
pub(super) fn text(files: &BTreeMap<PathBuf, String>) -> String {
    let recorded = files.iter().map(|(path, text)| (name(path), text));
    let recorded = recorded.filter(|(name, _)| !KEPT.contains(&name.as_str()));
    let recorded: Vec<(String, &String)> = recorded.collect();
    let line = |(name, text): (String, &String)| {
        let name = serde_json::Value::from(name);
        format!("{name}:\"{}\"", hash(text.as_bytes()))
    };
    let lines: Vec<String> = stack::in_parallel(|| recorded.into_par_iter().map(line).collect());
    format!("{{\"files\":{{\n{}\n}}}}\n", lines.join(",\n"))
}

/// A path as it is written on every system.
fn name(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The hash of a text, whichever way its lines end: git may have changed that.
fn hash(bytes: &[u8]) -> String {
    if !bytes.contains(&b'\r') {
        return format!("{:016x}", fnv_1a(bytes.iter().copied()));
    }
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let unified = lines.flat_map(|line| {
        let (text, end) = match line.strip_suffix(b"\r\n") {
            Some(text) => (text, &b"\n"[..]),
            None => (line, &b""[..]),
        };
        text.iter().chain(end).copied()
    });
    format!("{:016x}", fnv_1a(unified))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_lines_do_not_count() {
        assert_eq!(hash(b"a\r\nb\r\n"), hash(b"a\nb\n"));
        assert_ne!(hash(b"a\r\nb"), hash(b"a\n\nb"));
    }

    #[test]
    fn what_people_may_change_is_not_recorded() {
        let files = ["CHANGELOG.md", "released.json", "src/lib.rs"];
        let files = files.map(|path| (PathBuf::from(path), String::new()));
        let text = text(&files.into());
        assert_eq!(
            text,
            "{\"files\":{\n\"src/lib.rs\":\"cbf29ce484222325\"\n}}\n"
        );
    }
}
