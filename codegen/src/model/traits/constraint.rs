//! Traits that narrow the values of a shape.
//!
//! <https://smithy.io/2.0/spec/constraint-traits.html>

use std::fmt::Display;

use serde::Deserialize;
use serde_json::{Number, Value};

use super::{Trait, annotation_traits, read_structure, value_traits};

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

impl Trait for Length {
    const ID: &'static str = "smithy.api#length";

    fn read(value: &Value) -> Result<Self, String> {
        let length: Self = read_structure(value)?;
        match (length.min, length.max) {
            (Some(min), Some(max)) if min > max => Err(no_value(&min, &max)),
            _ => Ok(length),
        }
    }
}

impl Trait for Range {
    const ID: &'static str = "smithy.api#range";

    fn read(value: &Value) -> Result<Self, String> {
        let range: Self = read_structure(value)?;
        let ends = [&range.min, &range.max].map(|end| end.as_ref().and_then(Number::as_f64));
        match (&range.min, &range.max, ends) {
            (Some(min), Some(max), [Some(low), Some(high)]) if low > high => {
                Err(no_value(min, max))
            }
            _ => Ok(range),
        }
    }
}

fn no_value(min: &impl Display, max: &impl Display) -> String {
    format!("no value is at least {min} and at most {max}")
}
