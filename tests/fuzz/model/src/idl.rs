//! The reader of Smithy IDL: whole models, and the JSON AST that comes of them.

use tinsmith::model;

use super::{check_ast, check_places};

/// Reads bytes as a file of Smithy IDL. What is wrong with it has a place in it, and what is right can be
/// written as an AST that means the same.
pub fn check(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let files = [("model.smithy", text)];
    match model::parse(files) {
        Ok(_) => check_ast(&files),
        Err(problems) => check_places(&problems),
    }
}
