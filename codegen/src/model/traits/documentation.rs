//! Traits that tell people about a shape.
//!
//! <https://smithy.io/2.0/spec/documentation-traits.html>

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{annotation_traits, structure_traits, value_traits};

annotation_traits! {
    /// Values must not be shown, in a log or elsewhere.
    Sensitive = "smithy.api#sensitive";
}

value_traits! {
    /// What the shape is, in CommonMark or HTML.
    Documentation(String) = "smithy.api#documentation";
    /// Where more is told, by title.
    ExternalDocumentation(BTreeMap<String, String>) = "smithy.api#externalDocumentation";
    /// The proper name of a service or resource.
    Title(String) = "smithy.api#title";
    /// The version or date at which the shape was added.
    Since(String) = "smithy.api#since";
    /// Words by which shapes are put together.
    Tags(Vec<String>) = "smithy.api#tags";
    /// Inputs and outputs that show how an operation is used.
    Examples(Vec<Value>) = "smithy.api#examples";
}

/// The shape should no longer be used.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Deprecated {
    /// Why, and what to use instead.
    pub message: Option<String>,
    /// The version or date from which this is so.
    pub since: Option<String>,
}

structure_traits! {
    Deprecated = "smithy.api#deprecated";
}
