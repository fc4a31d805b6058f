//! The reader of botocore's models: the files of a service, and the JSON AST that comes of them.

use tinsmith::model;

use super::{check_ast, check_places};

/// What stands between the files of a service.
const BETWEEN: char = '\u{1e}';

/// The files, in this order; more are of no service.
const NAMES: [&str; 6] = [
    "service-2.json",
    "service-2.sdk-extras.json",
    "paginators-1.json",
    "waiters-2.json",
    "endpoint-rule-set-1.json",
    "examples-1.json",
];

/// Reads bytes as the files of a service, between which there is a record separator. What is wrong with them has a
/// place in one of them, and what is right can be written as an AST that means the same.
pub fn check(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let files = NAMES.into_iter().zip(text.split(BETWEEN));
    let files: Vec<(&str, &str)> = files.filter(|(_, text)| !text.is_empty()).collect();
    match model::parse(files.iter().copied()) {
        Ok(_) => check_ast(&files),
        Err(problems) => check_places(&problems),
    }
}
