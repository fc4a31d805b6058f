//! Shapes and members, as the model has them.
//!
//! <https://smithy.io/2.0/spec/model.html#shapes>

use std::collections::BTreeMap;
use std::slice;

use super::shape_id::ShapeId;
use super::traits::Traits;

/// A shape of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The shape's id.
    pub id: ShapeId,
    /// The shape's type and what that type has.
    pub kind: ShapeKind,
    /// The traits applied to the shape.
    pub traits: Traits,
}

/// A shape's type and what that type has. Members are in the order of the model.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant is the Smithy type of its name")]
pub enum ShapeKind {
    Blob,
    Boolean,
    String,
    Byte,
    Short,
    Integer,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    Timestamp,
    Document,
    List { member: Member },
    Map { key: Member, value: Member },
    Structure { members: Vec<Member> },
    Union { members: Vec<Member> },
    Enum { members: Vec<Member> },
    IntEnum { members: Vec<Member> },
    Service(Service),
    Resource(Resource),
    Operation(Operation),
}

/// A member of a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The member's id, e.g. `com.example#Shape$member`.
    pub id: ShapeId,
    /// The member's name; `member` in a list, `key` and `value` in a map.
    pub name: String,
    /// The shape that the member's values are of.
    pub target: ShapeId,
    /// The traits applied to the member. Those of the target are not repeated here.
    pub traits: Traits,
}

/// What a service shape has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    /// The API's version, in any format; empty where the model gives none.
    pub version: String,
    /// The operations bound to the service itself.
    pub operations: Vec<ShapeId>,
    /// The resources bound to the service.
    pub resources: Vec<ShapeId>,
    /// The errors that every operation of the service can answer with.
    pub errors: Vec<ShapeId>,
    /// Other names for shapes of this service's closure.
    pub rename: BTreeMap<ShapeId, String>,
}

/// What a resource shape has.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(
    missing_docs,
    reason = "the lifecycle operations are named after what they do"
)]
pub struct Resource {
    pub create: Option<ShapeId>,
    pub put: Option<ShapeId>,
    pub read: Option<ShapeId>,
    pub update: Option<ShapeId>,
    pub delete: Option<ShapeId>,
    pub list: Option<ShapeId>,
    /// Other operations on one resource.
    pub operations: Vec<ShapeId>,
    /// Other operations on all resources of this shape.
    pub collection_operations: Vec<ShapeId>,
    /// The resources within this one.
    pub resources: Vec<ShapeId>,
    /// What tells resources of this shape apart, by name.
    pub identifiers: BTreeMap<String, ShapeId>,
    /// What else is known of a resource, by name.
    pub properties: BTreeMap<String, ShapeId>,
}

/// What an operation shape has.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The input; `smithy.api#Unit` where the model gives none.
    pub input: ShapeId,
    /// The output; `smithy.api#Unit` where the model gives none.
    pub output: ShapeId,
    /// The errors that this operation can answer with, beside those of the service.
    pub errors: Vec<ShapeId>,
}

impl Resource {
    /// The lifecycle operations that the resource has, by the names of their properties.
    pub fn lifecycle(&self) -> impl Iterator<Item = (&'static str, &ShapeId)> {
        let lifecycle = [
            ("create", &self.create),
            ("put", &self.put),
            ("read", &self.read),
            ("update", &self.update),
            ("delete", &self.delete),
            ("list", &self.list),
        ];
        let bound = lifecycle.into_iter();
        bound.filter_map(|(name, operation)| Some((name, operation.as_ref()?)))
    }

    /// All operations bound to the resource: the lifecycle, then the others.
    pub fn all_operations(&self) -> impl Iterator<Item = &ShapeId> {
        self.lifecycle()
            .map(|(_, operation)| operation)
            .chain(&self.operations)
            .chain(&self.collection_operations)
    }
}

impl Shape {
    /// The shape's members, in the order of the model.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.kind.members()
    }

    /// The shape's member of this name.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members().find(|member| member.name == name)
    }
}

impl ShapeKind {
    /// The members of this shape, in the order of the model; none where the type has none.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        let (first, rest): (&[Member], &[Member]) = match self {
            Self::List { member } => (slice::from_ref(member), &[]),
            Self::Map { key, value } => (slice::from_ref(key), slice::from_ref(value)),
            Self::Structure { members }
            | Self::Union { members }
            | Self::Enum { members }
            | Self::IntEnum { members } => (members, &[]),
            _ => (&[], &[]),
        };
        first.iter().chain(rest)
    }

    /// The type's name in Smithy, e.g. `intEnum`.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Blob => "blob",
            Self::Boolean => "boolean",
            Self::String => "string",
            Self::Byte => "byte",
            Self::Short => "short",
            Self::Integer => "integer",
            Self::Long => "long",
            Self::Float => "float",
            Self::Double => "double",
            Self::BigInteger => "bigInteger",
            Self::BigDecimal => "bigDecimal",
            Self::Timestamp => "timestamp",
            Self::Document => "document",
            Self::List { .. } => "list",
            Self::Map { .. } => "map",
            Self::Structure { .. } => "structure",
            Self::Union { .. } => "union",
            Self::Enum { .. } => "enum",
            Self::IntEnum { .. } => "intEnum",
            Self::Service(_) => "service",
            Self::Resource(_) => "resource",
            Self::Operation(_) => "operation",
        }
    }

    /// Whether values have this type: anything but a service, a resource or an operation.
    #[must_use]
    pub fn is_data(&self) -> bool {
        !matches!(
            self,
            Self::Service(_) | Self::Resource(_) | Self::Operation(_)
        )
    }
}
