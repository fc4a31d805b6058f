//! Types of fields, and the module of the types that operations share.

use proc_macro2::TokenStream;
use quote::quote;

use super::parts::{self, Part};
use super::{Context, FileSource, ModulePath, builder, enumeration, imports, structure, union};
use crate::ir::{Element, FileEach, Member, Shape, Type};
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
            if !structure.is_answer() {
                items.extend(builder::items(structure));
            }
            items
        }
        Shape::Union(union) => {
            let mut items = union::items(union);
            items.extend(cx.protocol.union(union));
            items
        }
        Shape::Enum(enum_) => {
            let mut items = enumeration::items(enum_);
            items.extend(cx.protocol.enum_(enum_));
            items
        }
    }
}

/// The types that a shape's members have.
fn types_in(shape: &Shape) -> Vec<&Type> {
    match shape {
        Shape::Structure(structure) => structure.members.iter().map(|m| &m.type_).collect(),
        Shape::Union(union) => union
            .variants
            .iter()
            .filter_map(|v| v.type_.as_ref())
            .collect(),
        Shape::Enum(_) => Vec::new(),
    }
}

/// The type of a member's field: `Option<Box<Filter>>`.
pub(super) fn field(member: &Member) -> TokenStream {
    let type_ = boxed(bare(&member.type_), member.boxed);
    if member.optional {
        quote!(Option<#type_>)
    } else {
        type_
    }
}

/// A type in a `Box`, where it has to be.
pub(super) fn boxed(type_: TokenStream, boxed: bool) -> TokenStream {
    if boxed { quote!(Box<#type_>) } else { type_ }
}

/// A type by itself: `Vec<Option<String>>`.
pub(super) fn bare(type_: &Type) -> TokenStream {
    bare_at(type_, &|name| quote!(#name))
}

/// A type by itself, in which types of the service have these paths.
pub(super) fn bare_at(type_: &Type, path: &dyn Fn(&Ident) -> TokenStream) -> TokenStream {
    match type_ {
        Type::Boolean => quote!(bool),
        Type::Byte => quote!(i8),
        Type::Short => quote!(i16),
        Type::Integer => quote!(i32),
        Type::Long => quote!(i64),
        Type::Float => quote!(f32),
        Type::Double => quote!(f64),
        Type::BigInteger => quote!(aws_smithy_types::BigInteger),
        Type::BigDecimal => quote!(aws_smithy_types::BigDecimal),
        Type::String => quote!(String),
        Type::Blob => quote!(aws_smithy_types::Blob),
        Type::Stream => quote!(aws_smithy_types::byte_stream::ByteStream),
        Type::Timestamp(_) => quote!(aws_smithy_types::DateTime),
        Type::Document => quote!(aws_smithy_types::Document),
        Type::List(of) => {
            let of = element_at(of, path);
            quote!(Vec<#of>)
        }
        Type::Map(key, value) => {
            let (key, value) = (bare_at(key, path), element_at(value, path));
            quote!(HashMap<#key, #value>)
        }
        Type::Named(_, name) => path(name),
    }
}

/// What a list is made of.
pub(super) fn element(element: &Element) -> TokenStream {
    element_at(element, &|name| quote!(#name))
}

/// What a list is made of, with these paths.
pub(super) fn element_at(element: &Element, path: &dyn Fn(&Ident) -> TokenStream) -> TokenStream {
    let type_ = bare_at(&element.type_, path);
    if element.sparse {
        quote!(Option<#type_>)
    } else {
        type_
    }
}
