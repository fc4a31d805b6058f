//! The JSON codec: documents, and a structure of all types.

use aws_smithy_types::Document;

use crate::everything::{Choice, Everything};
use crate::support::json::Json;
use crate::support::operation::BuildError;
use crate::support::wire::{self, Decode, Encode, Error, ErrorKind};

/// Reads bytes as a document and as a structure.
pub fn check(bytes: &[u8]) {
    check_document(bytes);
    check_structure(bytes);
}

/// A document is read exactly where another reader accepts the text, as the same value.
fn check_document(bytes: &[u8]) {
    let theirs = serde_json::from_slice::<serde_json::Value>(bytes);
    match (read::<Document>(bytes), theirs) {
        (Ok(document), Ok(theirs)) => {
            let text = write(&document).expect("a document can be written");
            assert_eq!(read(&text), Ok(document));
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

/// A structure that can be read and written is read back as the same.
fn check_structure(bytes: &[u8]) {
    let Ok(value) = read::<Everything>(bytes) else {
        return;
    };
    // What is in a union that nobody knows cannot be sent, for instance.
    let Ok(text) = write(&value) else {
        return;
    };
    let again = read::<Everything>(&text).expect("it was written by us");
    if survives_writing(&value) {
        assert_eq!(again, value);
    }
}

/// Whether nothing in the value is finer than its timestamp's format, or unequal to itself as NaN is.
fn survives_writing(value: &Everything) -> bool {
    let dates = value.http_dates.iter().flatten();
    value.float.is_none_or(|float| !float.is_nan())
        && value.double.is_none_or(|double| !double.is_nan())
        && value
            .date_time
            .is_none_or(|date| date.subsec_nanos() % 1_000 == 0)
        && dates
            .flat_map(|(_, dates)| dates)
            .all(|date| !date.has_subsec_nanos())
        && value.choice.as_ref().is_none_or(is_whole)
        && value.again.as_deref().is_none_or(survives_writing)
        && value.many.iter().flatten().all(survives_writing)
}

fn is_whole(choice: &Choice) -> bool {
    match choice {
        Choice::Text(_) | Choice::Unknown => true,
        Choice::When(date) => !date.has_subsec_nanos(),
        Choice::Nested(inner) => is_whole(inner),
    }
}

fn read<T: Decode>(bytes: &[u8]) -> Result<T, Error> {
    let result = wire::read::<Json, T>(bytes);
    if let Err(error) = &result {
        assert!(error.offset() <= bytes.len());
        assert!(error.kind() != ErrorKind::UnexpectedEnd || error.offset() == bytes.len());
    }
    result
}

fn write(value: &impl Encode) -> Result<Vec<u8>, BuildError> {
    wire::write::<Json>(value)
}
