//! Where values stand, and what stands there where there is none.

use serde::Serializer;

/// Where a value stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// How many structures, lists and maps are around it.
    pub depth: usize,
    /// Whether it is a part of a document.
    pub is_in_document: bool,
}

impl Place {
    pub const OUTERMOST: Self = Self {
        depth: 0,
        is_in_document: false,
    };
}

/// Writes a null. In formats for people it is what they have for nothing at all: where they do not, that is
/// an error, and no element that is missing.
pub(super) fn write_null<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        serializer.serialize_unit()
    } else {
        serializer.serialize_none()
    }
}
