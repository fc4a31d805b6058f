//! The JSON AST of one shape as it is written, before anything is made of it.
//!
//! <https://smithy.io/2.0/spec/json-ast.html>

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::sources::Entries;
use super::traits::Traits;

/// A whole file.
#[derive(Deserialize)]
pub(super) struct Ast<'a> {
    #[serde(borrow)]
    pub(super) smithy: Option<&'a RawValue>,
    #[serde(default)]
    pub(super) metadata: BTreeMap<String, Value>,
    #[serde(default, borrow)]
    pub(super) shapes: Entries<'a>,
}

/// An entry of `shapes`. Which properties it has, its type decides.
#[derive(Deserialize)]
#[serde(
    rename_all = "camelCase",
    expecting = "a shape's definition, an object"
)]
pub(super) struct Definition {
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) traits: Traits,
    #[serde(default)]
    pub(super) mixins: Vec<Reference>,

    pub(super) member: Option<MemberDefinition>,
    pub(super) key: Option<MemberDefinition>,
    pub(super) value: Option<MemberDefinition>,
    #[serde(default)]
    pub(super) members: Members,

    #[serde(default)]
    pub(super) version: String,
    #[serde(default)]
    pub(super) rename: BTreeMap<String, String>,
    pub(super) input: Option<Reference>,
    pub(super) output: Option<Reference>,
    #[serde(default)]
    pub(super) errors: Vec<Reference>,
    #[serde(default)]
    pub(super) operations: Vec<Reference>,
    #[serde(default)]
    pub(super) resources: Vec<Reference>,

    pub(super) create: Option<Reference>,
    pub(super) put: Option<Reference>,
    pub(super) read: Option<Reference>,
    pub(super) update: Option<Reference>,
    pub(super) delete: Option<Reference>,
    pub(super) list: Option<Reference>,
    #[serde(default)]
    pub(super) collection_operations: Vec<Reference>,
    #[serde(default)]
    pub(super) identifiers: BTreeMap<String, Reference>,
    #[serde(default)]
    pub(super) properties: BTreeMap<String, Reference>,
}

/// A reference to a shape.
#[derive(Deserialize)]
#[serde(expecting = "a reference, an object with a `target`")]
pub(super) struct Reference {
    pub(super) target: String,
}

/// A member without its name.
#[derive(Deserialize)]
#[serde(expecting = "a member, an object with a `target`")]
pub(super) struct MemberDefinition {
    pub(super) target: String,
    #[serde(default)]
    pub(super) traits: Traits,
}

/// The members of a structure, union or enum, in the order of the text.
#[derive(Default)]
pub(super) struct Members(pub(super) Vec<(String, MemberDefinition)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("members by name, an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

impl<'de> Deserialize<'de> for Traits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ById;

        impl<'de> Visitor<'de> for ById {
            type Value = Traits;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("traits by id, an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut traits = Traits::default();
                while let Some((id, value)) = map.next_entry::<Box<str>, Value>()? {
                    traits.set(id, in_order(value));
                }
                Ok(traits)
            }
        }

        deserializer.deserialize_map(ById)
    }
}

/// A value with the entries of its objects sorted, whatever order they have in the file, and
/// whichever order `serde_json` was built to keep.
fn in_order(value: Value) -> Value {
    match value {
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.into_iter().collect();
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            entries
                .into_iter()
                .map(|(key, value)| (key, in_order(value)))
                .collect()
        }
        Value::Array(items) => items.into_iter().map(in_order).collect(),
        other => other,
    }
}
