//! The JSON AST of one shape as it is written, before anything is made of it. Other notations become this
//! too: it is where they meet.
//!
//! <https://smithy.io/2.0/spec/json-ast.html>

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::json_places::Entries;
use super::keyed::keyed;
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

keyed! {
    /// An entry of `shapes`. Which properties it has, its type decides.
    Definition, "a shape's definition, an object",
    kind: String = "type",
    traits: Traits = "traits",
    mixins: Vec<Reference> = "mixins",
    member: Option<MemberDefinition> = "member",
    key: Option<MemberDefinition> = "key",
    value: Option<MemberDefinition> = "value",
    members: Members = "members",
    version: String = "version",
    rename: BTreeMap<String, String> = "rename",
    input: Option<Reference> = "input",
    output: Option<Reference> = "output",
    errors: Vec<Reference> = "errors",
    operations: Vec<Reference> = "operations",
    resources: Vec<Reference> = "resources",
    create: Option<Reference> = "create",
    put: Option<Reference> = "put",
    read: Option<Reference> = "read",
    update: Option<Reference> = "update",
    delete: Option<Reference> = "delete",
    list: Option<Reference> = "list",
    collection_operations: Vec<Reference> = "collectionOperations",
    identifiers: BTreeMap<String, Reference> = "identifiers",
    properties: BTreeMap<String, Reference> = "properties",
}

keyed! {
    /// A member without its name.
    MemberDefinition, "a member, an object with a `target`",
    target: String = "target",
    traits: Traits = "traits",
}

keyed! {
    /// A reference to a shape.
    Reference, "a reference, an object with a `target`",
    target: String = "target",
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
                    traits.set(id, value);
                }
                Ok(traits)
            }
        }

        deserializer.deserialize_map(ById)
    }
}
