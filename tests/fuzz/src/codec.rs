//! What holds for the codecs of all formats.

use aws_smithy_types::{Document, Number};

use crate::everything::Everything;
use crate::support::operation::BuildError;
use crate::support::wire::{self, Decode, Encode, Error, ErrorKind, Format};

/// A structure that can be read and written is read back as the same, if it `survives`.
pub fn check_structure<F: Format>(bytes: &[u8], survives: fn(&Everything) -> bool) {
    let Ok(value) = read::<F, Everything>(bytes) else {
        return;
    };
    // What is in a union that nobody knows cannot be sent, for instance.
    let Ok(message) = write::<F>(&value) else {
        return;
    };
    let again = read::<F, Everything>(&message).expect("it was written by us");
    if everywhere(&value, &survives) {
        assert_eq!(again, value);
    }
}

/// Whether something holds for a value and for those in it.
fn everywhere(value: &Everything, holds: &impl Fn(&Everything) -> bool) -> bool {
    let in_map = value
        .map_of_many
        .iter()
        .flat_map(|map| map.values().flatten());
    let mut inside = value.again.as_deref().into_iter();
    let mut inside = inside
        .by_ref()
        .chain(value.many.iter().flatten())
        .chain(in_map);
    holds(value) && inside.all(|inner| everywhere(inner, holds))
}

/// Whether nothing in the value itself is unequal to itself, as NaN is.
pub fn equals_itself(value: &Everything) -> bool {
    value.float.is_none_or(|float| !float.is_nan())
        && value.double.is_none_or(|double| !double.is_nan())
        && value.document.as_ref().is_none_or(has_no_nan)
}

fn has_no_nan(document: &Document) -> bool {
    match document {
        Document::Number(Number::Float(float)) => !float.is_nan(),
        Document::Array(values) => values.iter().all(has_no_nan),
        Document::Object(members) => members.values().all(has_no_nan),
        _ => true,
    }
}

/// Reads a message. An error is within it, or at its end.
pub fn read<F: Format, T: Decode>(bytes: &[u8]) -> Result<T, Error> {
    let result = wire::read::<F, T>(bytes);
    if let Err(error) = &result {
        assert!(error.offset() <= bytes.len());
        assert!(error.kind() != ErrorKind::UnexpectedEnd || error.offset() == bytes.len());
    }
    result
}

/// Writes a message.
pub fn write<F: Format>(value: &impl Encode) -> Result<Vec<u8>, BuildError> {
    wire::write::<F>(value)
}
