//! Traits that refine a type: optionality, defaults, and what a structure or a member is for.
//!
//! <https://smithy.io/2.0/spec/type-refinement-traits.html>

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::model::shape_id::is_identifier;

use super::{annotation_traits, structure_traits, value_traits};

annotation_traits! {
    /// The shape is a trait, of which others are given values. For whom it is, nobody here asks.
    TraitDefinition = "smithy.api#trait";
    /// The member must be set.
    Required = "smithy.api#required";
    /// The member's default was added after the model was first published.
    AddedDefault = "smithy.api#addedDefault";
    /// Clients treat the member as one that may be absent, whatever else is said of it.
    ClientOptional = "smithy.api#clientOptional";
    /// The structure is the input of one operation and nothing else.
    Input = "smithy.api#input";
    /// The structure is the output of one operation and nothing else.
    Output = "smithy.api#output";
    /// The list or map may hold null.
    Sparse = "smithy.api#sparse";
    /// The member may be absent. Smithy 1.0 only: gone once a model is loaded.
    Boxed = "smithy.api#box";
}

value_traits! {
    /// The value of a member that is absent; null takes away the default of the target.
    DefaultValue(Value) = "smithy.api#default";
    /// The value that stands for a member of an enum, a string, or of an `intEnum`, a number.
    EnumValue(Value) = "smithy.api#enumValue";
    /// The structure is an error, and whose fault it is.
    Error(Fault) = "smithy.api#error";
    /// The values of a string. Smithy 1.0 only: such a string is an enum once a model is loaded.
    StringEnum(Vec<EnumDefinition>) = "smithy.api#enum";
}

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Fault {
    /// The caller's: the same call would fail again.
    Client,
    /// The service's.
    Server,
}

/// One value of a string with the trait [`StringEnum`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[expect(missing_docs, reason = "fields are named as in the specification")]
pub struct EnumDefinition {
    pub value: String,
    #[serde(default, deserialize_with = "name_of_value")]
    pub name: Option<String>,
    pub documentation: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub deprecated: bool,
}

/// A name is one of a member.
fn name_of_value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = Option::<String>::deserialize(deserializer)?;
    match name.as_deref() {
        Some(name) if !is_identifier(name) => Err(D::Error::custom(format!(
            "a value cannot have the name `{name}`: names have letters, digits and `_`, no digit first"
        ))),
        _ => Ok(name),
    }
}

/// The shape is copied into others and is not used itself.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mixin {
    /// The ids of traits that are not copied.
    #[serde(default)]
    pub local_traits: Vec<String>,
}

structure_traits! {
    Mixin = "smithy.api#mixin";
}
