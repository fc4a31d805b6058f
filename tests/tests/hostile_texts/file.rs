//! What any file of a generated crate must be.

use std::path::Path;

use serde_json::Value;
use tinsmith::diagnostic::is_unprintable;

use crate::{markdown, rust_file};

/// What is wrong with a file.
pub fn faults(path: &Path, text: &str) -> Vec<String> {
    let is_raw = |c: char| is_unprintable(c) && c != '\n';
    let mut lines = text.split('\n');
    let line = lines.find(|line| line.contains(is_raw));
    let unprintable = line.map(|line| format!("unprintable: {}", line.escape_debug()));
    let extension = path.extension().and_then(|extension| extension.to_str());
    let faults = match extension {
        Some("rs") => rust_file::faults(text),
        Some("md") => markdown::faults(text),
        Some("toml") => of_manifest(text),
        Some("json") => of_record(text),
        _ => vec!["a file of an unknown kind".to_owned()],
    };
    let faults = unprintable.into_iter().chain(faults);
    faults
        .map(|fault| format!("{}: {fault}", path.display()))
        .collect()
}

/// A manifest says what it always says, but for its description and the names of features.
fn of_manifest(text: &str) -> Vec<String> {
    match text.parse::<toml::Table>() {
        Err(error) => vec![error.to_string()],
        Ok(table) => {
            let keys: Vec<&str> = table.keys().map(String::as_str).collect();
            let known = ["package", "features", "dependencies", "dev-dependencies"];
            let unknown = keys.into_iter().filter(|key| !known.contains(key));
            unknown.map(|key| format!("it has `{key}`")).collect()
        }
    }
}

/// A record is JSON.
fn of_record(text: &str) -> Vec<String> {
    let read: Result<Value, _> = serde_json::from_str(text);
    read.err()
        .map(|error| error.to_string())
        .into_iter()
        .collect()
}
