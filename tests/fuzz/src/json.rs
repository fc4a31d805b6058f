//! The JSON codec: documents, and a structure of all types.

use aws_smithy_types::Document;

use crate::codec::{check_structure, equals_itself, read, write};
use crate::everything::{Choice, Everything};
use crate::support::json::Json;

/// Reads bytes as a document and as a structure.
pub fn check(bytes: &[u8]) {
    check_document(bytes);
    check_structure::<Json>(bytes, survives_writing);
}

/// A document is read exactly where another reader accepts the text, as the same value.
fn check_document(bytes: &[u8]) {
    let theirs = serde_json::from_slice::<serde_json::Value>(bytes);
    match (read::<Json, Document>(bytes), theirs) {
        (Ok(document), Ok(theirs)) => {
            let text = write::<Json>(&document).expect("a document can be written");
            assert_eq!(read::<Json, _>(&text), Ok(document));
            let again: serde_json::Value = serde_json::from_slice(&text).expect("it is JSON");
            assert_eq!(again, theirs);
        }
        (Ok(_), Err(error)) => assert!(is_too_deep(&error), "only we accept: {error}"),
        (Err(error), Ok(_)) => panic!("only we refuse: {error}"),
        (Err(_), Err(_)) => {}
    }
}

/// Serde allows one level less than we do.
fn is_too_deep(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("recursion limit exceeded")
}

/// Whether nothing in the value itself is finer than its timestamp's format, or unequal to itself.
fn survives_writing(value: &Everything) -> bool {
    let dates = value.http_dates.iter().flatten();
    equals_itself(value)
        && value
            .date_time
            .is_none_or(|date| date.subsec_nanos() % 1_000 == 0)
        && dates
            .flat_map(|(_, dates)| dates)
            .all(|date| !date.has_subsec_nanos())
        && value.choice.as_ref().is_none_or(is_whole)
}

fn is_whole(choice: &Choice) -> bool {
    match choice {
        Choice::Text(_) | Choice::Unknown => true,
        Choice::When(date) => !date.has_subsec_nanos(),
        Choice::Nested(inner) => is_whole(inner),
    }
}
