//! Types of fields and values, as Rust writes them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Element, Member, Type};
use crate::rust::Ident;

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
        Type::Events(name) => {
            let events = path(name);
            quote!(event_stream::Events<#events>)
        }
        Type::Outgoing(name) => {
            let events = path(name);
            quote!(event_stream::Outgoing<#events>)
        }
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
