//! The shapes that every model has without defining them.
//!
//! <https://smithy.io/2.0/spec/model.html#prelude>

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::shape::{Shape, ShapeKind};
use super::shape_id::ShapeId;
use super::traits::Traits;

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

/// Whether members that target this shape could be absent in Smithy 1.0, where all others of
/// the same types had zero for a default.
pub(super) fn is_boxed(id: &ShapeId) -> bool {
    id.is_prelude() && !id.name().starts_with("Primitive")
}
