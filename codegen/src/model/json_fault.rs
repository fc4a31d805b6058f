//! What is wrong with a text of JSON, in whatever notation a model is written in it.

use std::sync::Arc;

use serde_json::error::Category;

use crate::diagnostic::{Code, Diagnostic, Place, Source};
use crate::limits::{JSON_NESTING, is_too_deep};

/// That a whole file cannot be read, for what `serde_json` says of it; `is_not` says what it is not.
pub(super) fn of_file(source: &Arc<Source>, error: &serde_json::Error, is_not: &str) -> Diagnostic {
    let offset = Source::offset(source.text(), error.line(), error.column());
    let place = character(source, offset);
    if is_too_deep(error) {
        return too_deep(&format!("`{}`", source.name())).at(place);
    }
    let (code, what) = match error.classify() {
        Category::Data => (Code::NotAModel, is_not),
        _ => (Code::BrokenJson, "is not valid JSON"),
    };
    let message = format!("`{}` {what}: {}", source.name(), reason(error));
    Diagnostic::new(code, message).at(place)
}

/// That something nests more deeply than anything is read.
pub(super) fn too_deep(what: &str) -> Diagnostic {
    let message =
        format!("{what} has more than {JSON_NESTING} lists and objects within each other");
    Diagnostic::new(Code::BeyondLimit, message).help("make what is here flatter")
}

/// What an error of `serde_json` says, without the position, which a place tells better.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((reason, _)) => reason.to_owned(),
        None => message,
    }
}

/// The character at an offset.
pub(super) fn character(source: &Arc<Source>, offset: usize) -> Place {
    let text = source.text();
    let start = text.floor_char_boundary(offset);
    let end = text.ceil_char_boundary((start + 1).min(text.len()));
    Place::new(source.clone(), start..end)
}
