//! Traits that narrow the values of a shape.
//!
//! <https://smithy.io/2.0/spec/constraint-traits.html>

use serde::Deserialize;
use serde_json::Number;

use super::{annotation_traits, structure_traits, value_traits};

annotation_traits! {
    /// No value is in the list twice.
    UniqueItems = "smithy.api#uniqueItems";
}

value_traits! {
    /// The regular expression that some part of the string matches.
    Pattern(String) = "smithy.api#pattern";
}

/// How long a string (in code points), a blob (in bytes), a list or a map may be.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[expect(missing_docs, reason = "fields are named as in the specification")]
pub struct Length {
    pub min: Option<u64>,
    pub max: Option<u64>,
}

/// How large a number may be, both ends included.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[expect(missing_docs, reason = "fields are named as in the specification")]
pub struct Range {
    pub min: Option<Number>,
    pub max: Option<Number>,
}

structure_traits! {
    Length = "smithy.api#length";
    Range = "smithy.api#range";
}
