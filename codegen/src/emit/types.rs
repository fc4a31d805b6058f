//! The module of the types that operations share.

use proc_macro2::TokenStream;

use super::parts::{self, Part};
use super::{
    Context, FileSource, ModulePath, any_format, builder, enumeration, imports, structure, union,
};
use crate::ir::{FileEach, Shape, Type};
use crate::rust::Ident;

/// The module `types`.
pub(super) fn files<'a>(cx: &'a Context<'_>) -> Vec<FileSource<'a>> {
    let docs = format!("What the operations of {} share.", cx.service.title);
    let shapes: Vec<&Shape> = cx.service.types.iter().collect();
    parts::files(cx, docs, cx.service.files.types.as_ref(), shapes)
}

impl Part for &Shape {
    const MODULE: &'static str = "types";

    fn file(self, each: &FileEach) -> Option<Vec<Ident>> {
        each.get(Shape::name(self)).cloned()
    }

    fn name(self) -> Ident {
        Shape::name(self).clone()
    }

    fn exports(self) -> Vec<Ident> {
        match self {
            Shape::Structure(structure) => parts::exports_of(structure),
            Shape::Union(_) | Shape::Enum(_) => vec![Shape::name(self).clone()],
        }
    }

    fn imports(cx: &Context<'_>, shapes: &[Self], here: ModulePath<'_>) -> TokenStream {
        let types = shapes.iter().flat_map(|shape| types_in(shape));
        imports::types(cx, types, here)
    }

    fn items(self, cx: &Context<'_>) -> Vec<TokenStream> {
        shape_items(cx, self)
    }
}

fn shape_items(cx: &Context<'_>, shape: &Shape) -> Vec<TokenStream> {
    match shape {
        Shape::Structure(structure) => {
            let fallback = format!("`{}`.", structure.id.name());
            let docs = match structure.docs.text.as_str() {
                "" => &fallback,
                text => text,
            };
            let mut items = vec![structure::definition(structure, docs)];
            items.extend(structure::implementations(cx, structure));
            items.extend(cx.protocol.structure(structure));
            items.extend(any_format::structure(structure));
            if !structure.is_output_only() {
                items.extend(builder::items(structure));
            }
            items
        }
        Shape::Union(union) => {
            let mut items = union::items(union);
            items.extend(cx.protocol.union(union));
            items.push(any_format::union(union));
            items
        }
        Shape::Enum(enum_) => {
            let mut items = enumeration::items(enum_);
            items.extend(cx.protocol.enum_(enum_));
            items.push(any_format::enum_(enum_));
            items
        }
    }
}

/// The types that a shape's members have.
fn types_in(shape: &Shape) -> Vec<&Type> {
    match shape {
        Shape::Structure(structure) => structure.members.iter().map(|m| &m.type_).collect(),
        Shape::Union(union) => union.values().filter_map(|v| v.type_.as_ref()).collect(),
        Shape::Enum(_) => Vec::new(),
    }
}
