//! The shapes that every model has without defining them.
//!
//! <https://smithy.io/2.0/spec/model.html#prelude>

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::shape::{Shape, ShapeKind};
use super::shape_id::ShapeId;
use super::traits::{Traits, named};

/// The namespace of all of them.
pub(super) const NAMESPACE: &str = "smithy.api";

static SHAPES: LazyLock<BTreeMap<ShapeId, Shape>> = LazyLock::new(|| {
    let unit = ShapeKind::Structure {
        members: Vec::new(),
    };
    let kinds = [
        ("String", ShapeKind::String),
        ("Blob", ShapeKind::Blob),
        ("BigInteger", ShapeKind::BigInteger),
        ("BigDecimal", ShapeKind::BigDecimal),
        ("Timestamp", ShapeKind::Timestamp),
        ("Document", ShapeKind::Document),
        ("Boolean", ShapeKind::Boolean),
        ("Byte", ShapeKind::Byte),
        ("Short", ShapeKind::Short),
        ("Integer", ShapeKind::Integer),
        ("Long", ShapeKind::Long),
        ("Float", ShapeKind::Float),
        ("Double", ShapeKind::Double),
        ("PrimitiveBoolean", ShapeKind::Boolean),
        ("PrimitiveByte", ShapeKind::Byte),
        ("PrimitiveShort", ShapeKind::Short),
        ("PrimitiveInteger", ShapeKind::Integer),
        ("PrimitiveLong", ShapeKind::Long),
        ("PrimitiveFloat", ShapeKind::Float),
        ("PrimitiveDouble", ShapeKind::Double),
        ("Unit", unit),
    ];
    let shapes = kinds.into_iter().map(|(name, kind)| {
        let id = ShapeId::prelude(name);
        let traits = Traits::default();
        (id.clone(), Shape { id, kind, traits })
    });
    shapes.collect()
});

/// The shape of the prelude with this id.
pub(super) fn shape(id: &ShapeId) -> Option<&'static Shape> {
    SHAPES.get(id)
}

/// The ids of all shapes of the prelude.
pub(super) fn ids() -> impl Iterator<Item = &'static ShapeId> {
    SHAPES.keys()
}

/// Shapes that only the prelude itself has a use for. Names stand for them all the same.
const PRIVATE: [&str; 29] = [
    "AuthTraitReference",
    "ClosureId",
    "CommonMark",
    "EnumConstantBodyName",
    "EnumDefinition",
    "Example",
    "ExampleError",
    "HttpApiKeyLocations",
    "IdempotentErrors",
    "Identifier",
    "LocalMixinTrait",
    "LocalMixinTraitList",
    "Namespaces",
    "NonEmptyString",
    "NonEmptyStringList",
    "NonEmptyStringMap",
    "Reference",
    "Renames",
    "RequestCompressionEncodingsList",
    "Severity",
    "ShapeClosure",
    "ShapeClosures",
    "StructurallyExclusive",
    "TraitChangeType",
    "TraitDiffRule",
    "TraitDiffRules",
    "TraitShapeId",
    "TraitShapeIdList",
    "TraitValidator",
];

/// Whether a shape of this name is in the prelude, a trait among them.
pub(super) fn has(name: &str) -> bool {
    let traits = named::of(NAMESPACE).unwrap_or_default();
    traits.binary_search(&name).is_ok()
        || PRIVATE.binary_search(&name).is_ok()
        || SHAPES.contains_key(&ShapeId::prelude(name))
}

/// The type of a trait, as far as it matters what value it has where none is given.
pub(super) fn trait_type(name: &str) -> &'static str {
    match name {
        "auth" | "enum" | "examples" | "references" | "suppress" | "tags" => "list",
        "default" | "documentation" | "enumValue" | "error" | "httpError" | "httpHeader"
        | "httpPrefixHeaders" | "httpQuery" | "jsonName" | "mediaType" | "pattern"
        | "resourceIdentifier" | "since" | "timestampFormat" | "title" | "xmlName" => "string",
        _ => "structure",
    }
}

/// Whether members that target this shape could be absent in Smithy 1.0, where all others of
/// the same types had zero for a default.
pub(super) fn is_boxed(id: &ShapeId) -> bool {
    id.is_prelude() && !id.name().starts_with("Primitive")
}
