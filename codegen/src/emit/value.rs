//! Values: what the model writes as JSON, as an expression of Rust.

mod empty;
pub(super) mod literal;

use aws_smithy_types::base64;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::{Context, rust_type};
use crate::ir::{Element, Initial, Member, NamedKind, Shape, Structure, Type};
use crate::rust::Ident;

pub(super) use empty::empty_in_box;
use empty::{empty, empty_json};

/// What a member holds before it is set.
pub(super) fn initial(cx: &Context<'_>, member: &Member) -> TokenStream {
    initial_by(&Values::in_scope(cx), member)
}

/// The same where types are named so.
pub(super) fn initial_by(values: &Values<'_>, member: &Member) -> TokenStream {
    let value = match &member.initial {
        Initial::Absent => return quote!(None),
        Initial::Empty if member.boxed => return empty_in_box(&member.type_),
        Initial::Empty => empty(&member.type_),
        Initial::Default(value) => values.exact(&member.type_, value),
    };
    if member.boxed {
        quote!(Box::new(#value))
    } else {
        value
    }
}

/// Writes values of the service's types.
pub(super) struct Values<'a> {
    cx: &'a Context<'a>,
    /// Whether types are named with their module: `types::Filter`.
    with_module: bool,
    blobs: Blobs,
}

/// How the model writes blobs.
#[derive(Clone, Copy)]
enum Blobs {
    Base64,
    Text,
}

impl<'a> Values<'a> {
    /// Where all types are in scope.
    pub fn in_scope(cx: &'a Context<'a>) -> Self {
        Self {
            cx,
            with_module: false,
            blobs: Blobs::Base64,
        }
    }

    /// For an example, where the service's modules are in scope.
    pub fn of_example(cx: &'a Context<'a>) -> Self {
        Self {
            cx,
            with_module: true,
            blobs: Blobs::Base64,
        }
    }

    /// For a test that the model carries, where the service's modules are in scope.
    pub fn of_test(cx: &'a Context<'a>) -> Self {
        Self {
            cx,
            with_module: true,
            blobs: Blobs::Text,
        }
    }

    /// The setters of a builder for the members that an object of JSON has. What is required and
    /// absent is empty, as a response without it would be read.
    pub fn setters(&self, structure: &Structure, object: &Value) -> TokenStream {
        let setters = structure.members.iter().filter_map(|member| {
            let value = object.get(member.id.member().unwrap_or(&member.wire_name));
            let value = value.filter(|value| !value.is_null() || member.type_ == Type::Document);
            let empty = member.required.is_some().then(|| empty_json(&member.type_));
            let (name, value) = (&member.name, value.or(empty.as_ref())?);
            let value = self.argument(&member.type_, value);
            Some(quote!(.#name(#value)))
        });
        quote!(#(#setters)*)
    }

    /// A value where anything that turns into its type will do.
    fn argument(&self, type_: &Type, value: &Value) -> TokenStream {
        match (type_, value) {
            (Type::String | Type::Named(NamedKind::Enum, _), Value::String(text)) => quote!(#text),
            (Type::Named(NamedKind::IntEnum, _), Value::Number(_)) => literal::integer(value),
            // What an empty collection is made of, nothing else would tell.
            (Type::List(element), Value::Array(values)) if values.is_empty() => {
                let element = rust_type::element_at(element, &|name| self.path(name));
                quote!(Vec::<#element>::new())
            }
            (Type::Map(key, element), Value::Object(entries)) if entries.is_empty() => {
                let key = rust_type::bare_at(key, &|name| self.path(name));
                let element = rust_type::element_at(element, &|name| self.path(name));
                quote!(HashMap::<#key, #element>::new())
            }
            (Type::List(element), Value::Array(values)) => {
                let values = values.iter().map(|value| self.item(element, value));
                quote!([#(#values),*])
            }
            (Type::Map(key, element), Value::Object(entries)) => {
                let entries = entries.iter().map(|(name, value)| {
                    let name = self.argument(key, &Value::String(name.clone()));
                    let value = self.item(element, value);
                    quote!((#name, #value))
                });
                quote!([#(#entries),*])
            }
            _ => self.exact(type_, value),
        }
    }

    fn item(&self, element: &Element, value: &Value) -> TokenStream {
        if element.sparse || matches!(element.type_, Type::List(_) | Type::Map(..)) {
            self.element(element, value)
        } else {
            self.argument(&element.type_, value)
        }
    }

    /// A value of exactly its type.
    pub fn exact(&self, type_: &Type, value: &Value) -> TokenStream {
        match type_ {
            Type::Boolean => {
                let value = value.as_bool().unwrap_or_default();
                quote!(#value)
            }
            Type::Byte | Type::Short | Type::Integer | Type::Long => literal::integer(value),
            Type::Float => literal::float(value, &quote!(f32)),
            Type::Double => literal::float(value, &quote!(f64)),
            Type::BigInteger => literal::big_number(&quote!(aws_smithy_types::BigInteger), value),
            Type::BigDecimal => literal::big_number(&quote!(aws_smithy_types::BigDecimal), value),
            Type::String => match value.as_str() {
                None | Some("") => quote!(String::new()),
                Some(text) => quote!(#text.to_owned()),
            },
            Type::Blob => literal::blob(&self.bytes(value.as_str().unwrap_or_default())),
            Type::Stream => {
                let krate = format_ident!("{}", self.cx.crate_name);
                let bytes = self.bytes(value.as_str().unwrap_or_default());
                let bytes = Literal::byte_string(&bytes);
                quote!(#krate::ByteStream::from_static(#bytes))
            }
            Type::Events(_) => {
                let krate = format_ident!("{}", self.cx.crate_name);
                quote!(#krate::Events::default())
            }
            Type::Outgoing(_) => {
                let krate = format_ident!("{}", self.cx.crate_name);
                quote!(#krate::Outgoing::default())
            }
            Type::Timestamp(_) => literal::timestamp(value),
            Type::Document => literal::document(value),
            Type::List(element) => {
                let values = value.as_array().map(Vec::as_slice).unwrap_or_default();
                if values.is_empty() {
                    return quote!(Vec::new());
                }
                let values = values.iter().map(|value| self.element(element, value));
                quote!(vec![#(#values),*])
            }
            Type::Map(key, element) => {
                let entries = value
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(name, value)| {
                        let name = self.exact(key, &Value::String(name.clone()));
                        let value = self.element(element, value);
                        quote!((#name, #value))
                    });
                quote!(std::collections::HashMap::from([#(#entries),*]))
            }
            Type::Named(kind, name) => self.named(*kind, name, value),
        }
    }

    fn element(&self, element: &Element, value: &Value) -> TokenStream {
        match (element.sparse, value) {
            (true, Value::Null) => quote!(None),
            (true, value) => {
                let value = self.exact(&element.type_, value);
                quote!(Some(#value))
            }
            (false, value) => self.exact(&element.type_, value),
        }
    }

    fn bytes(&self, text: &str) -> Vec<u8> {
        match self.blobs {
            Blobs::Base64 => base64::decode(text).unwrap_or_else(|_| text.as_bytes().to_owned()),
            Blobs::Text => text.as_bytes().to_owned(),
        }
    }

    /// The path to a type of the service.
    fn path(&self, name: &Ident) -> TokenStream {
        if !self.with_module {
            return quote!(#name);
        }
        let module = format_ident!("{}", self.cx.module_of(name));
        quote!(#module::#name)
    }

    fn named(&self, kind: NamedKind, name: &Ident, value: &Value) -> TokenStream {
        let path = self.path(name);
        match kind {
            NamedKind::Enum => {
                let value = value.as_str().unwrap_or_default();
                quote!(#path::from(#value))
            }
            NamedKind::IntEnum => {
                let value = literal::integer(value);
                quote!(#path::from(#value))
            }
            NamedKind::Structure { .. } => {
                let structure = self.cx.structure(name);
                let setters = structure.map(|structure| self.setters(structure, value));
                quote!(#path::builder() #setters .build())
            }
            NamedKind::Union => self.union(name, &path, value),
        }
    }

    fn union(&self, name: &Ident, path: &TokenStream, value: &Value) -> TokenStream {
        let (Some(Shape::Union(union)), Some(object)) = (self.cx.type_(name), value.as_object())
        else {
            return quote!(#path::Unknown);
        };
        let variant = union.variants.iter().find_map(|variant| {
            let name = variant.id.member().unwrap_or(&variant.wire_name);
            Some((variant, object.get(name)?))
        });
        match variant {
            None => quote!(#path::Unknown),
            Some((variant, value)) => {
                let name = &variant.name;
                match &variant.type_ {
                    None => quote!(#path::#name),
                    Some(type_) => {
                        let value = self.exact(type_, value);
                        let value = if variant.boxed {
                            quote!(Box::new(#value))
                        } else {
                            value
                        };
                        quote!(#path::#name(#value))
                    }
                }
            }
        }
    }
}
