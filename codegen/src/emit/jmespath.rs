//! JMESPath expressions over messages, as expressions of Rust.

mod lists;
mod truth;

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use crate::ir::jmespath::{Literal, Node, TypedExpression, ValueType};
use crate::ir::{NamedKind, Type};

pub(super) use lists::iterator;

/// The value of an expression: an `Option` where it may be absent.
///
/// ```text
/// output.table.as_ref().and_then(|table| table.table_status.as_ref().map(|value| value.as_str()))
/// ```
pub(super) fn value(expression: &TypedExpression) -> TokenStream {
    match &expression.node {
        Node::Input => quote!(input),
        Node::Output => quote!(output),
        Node::Item => quote!(item),
        Node::Literal(value) => literal(value),
        Node::Field {
            of,
            type_: Type::Named(NamedKind::Enum, _),
            optional: true,
            name,
        } => {
            let field = inside(of, true, &|of| quote!(#of.#name.as_ref()));
            quote!(#field.map(|#name| #name.as_str()))
        }
        Node::Field {
            of,
            type_,
            optional,
            name,
        } => inside(of, *optional, &|of| {
            taken(&quote!(#of.#name), type_, *optional)
        }),
        Node::Variant {
            of,
            union,
            name,
            type_,
        } => inside(of, true, &|whole| {
            let value = item(&quote!(value), type_);
            let whole = if of.optional || matches!(of.node, Node::Item) {
                quote!(#whole)
            } else {
                quote!(&#whole)
            };
            quote! {
                match #whole {
                    #union::#name(value) => Some(#value),
                    _ => None,
                }
            }
        }),
        Node::Index(of, place) => lists::index(of, *place),
        Node::Parts(..) | Node::Where(..) | Node::Each(..) | Node::List(_) => iterator(expression),
        Node::Length(of) => lists::length(of),
        Node::Compare(..) if expression.optional => truth::optional(expression),
        Node::Contains(..)
        | Node::StartsWith(..)
        | Node::EndsWith(..)
        | Node::Compare(..)
        | Node::And(..)
        | Node::Or(..)
        | Node::Not(_) => is_true(expression, true),
    }
}

/// A condition that holds where a value is true, or where it is not.
///
/// What is in a list may be a condition, and what is compared a list: they meet here.
pub(super) fn is_true(expression: &TypedExpression, wanted: bool) -> TokenStream {
    truth::truth(expression, wanted)
}

/// The same as an `Option`, whether or not it may be absent.
pub(super) fn option(expression: &TypedExpression) -> TokenStream {
    let value = value(expression);
    if expression.optional {
        value
    } else {
        quote!(Some(#value))
    }
}

/// A part of a value: `part` makes it of a place.
fn inside(
    of: &TypedExpression,
    optional: bool,
    part: &dyn Fn(&TokenStream) -> TokenStream,
) -> TokenStream {
    if !of.optional {
        return part(&place(of));
    }
    let (value, name) = (value(of), name(of));
    let part = part(&name);
    if optional {
        quote!(#value.and_then(|#name| #part))
    } else {
        quote!(#value.map(|#name| #part))
    }
}

/// A value that is there, as a place whose parts can be named.
fn place(expression: &TypedExpression) -> TokenStream {
    match &expression.node {
        Node::Field {
            of,
            name,
            optional: false,
            ..
        } if !of.optional => {
            let of = place(of);
            quote!(#of.#name)
        }
        _ => value(expression),
    }
}

/// What a closure calls a value.
fn name(expression: &TypedExpression) -> TokenStream {
    match &expression.node {
        Node::Field { name, .. } => quote!(#name),
        Node::Index(..) => quote!(item),
        _ => quote!(value),
    }
}

/// What is at a place of this type, or of an `Option` of it.
fn taken(place: &TokenStream, type_: &Type, optional: bool) -> TokenStream {
    if !optional {
        return match type_ {
            Type::Boolean | Type::Long | Type::Double => place.clone(),
            Type::Byte | Type::Short | Type::Integer => quote!(i64::from(#place)),
            Type::Float => quote!(f64::from(#place)),
            _ if is_method(type_) => item(place, type_),
            _ => quote!(&#place),
        };
    }
    match type_ {
        Type::Boolean | Type::Long | Type::Double => place.clone(),
        Type::Byte | Type::Short | Type::Integer => quote!(#place.map(i64::from)),
        Type::Float => quote!(#place.map(f64::from)),
        Type::String => quote!(#place.as_deref()),
        Type::Named(NamedKind::Enum | NamedKind::IntEnum, _) | Type::Timestamp(_) => {
            let value = item(&quote!(value), type_);
            quote!(#place.as_ref().map(|value| #value))
        }
        _ => quote!(#place.as_ref()),
    }
}

/// What a reference to a value of this type leads to.
fn item(reference: &TokenStream, type_: &Type) -> TokenStream {
    match type_ {
        Type::Boolean | Type::Long | Type::Double => quote!(*#reference),
        Type::Byte | Type::Short | Type::Integer => quote!(i64::from(*#reference)),
        Type::Float => quote!(f64::from(*#reference)),
        Type::Named(NamedKind::IntEnum, _) => quote!(i64::from(#reference.value())),
        Type::Timestamp(_) => quote!(#reference.as_secs_f64()),
        Type::String | Type::Named(NamedKind::Enum, _) => quote!(#reference.as_str()),
        _ => reference.clone(),
    }
}

/// Whether a method tells what is asked of a value.
fn is_method(type_: &Type) -> bool {
    use NamedKind::{Enum, IntEnum};
    matches!(
        type_,
        Type::String | Type::Timestamp(_) | Type::Named(Enum | IntEnum, _)
    )
}

fn literal(value: &Literal) -> TokenStream {
    match value {
        Literal::Null => quote!(None),
        Literal::Boolean(value) => quote!(#value),
        Literal::Integer(value) => {
            let value = Token::i64_unsuffixed(*value);
            quote!(#value)
        }
        Literal::Float(value) => {
            let value = Token::f64_unsuffixed(*value);
            quote!(#value)
        }
        Literal::Text(text) => quote!(#text),
    }
}

/// A number as a float, where it is to be compared with one.
fn float(expression: &TypedExpression) -> TokenStream {
    if let Node::Literal(Literal::Integer(value)) = expression.node {
        #[expect(
            clippy::cast_precision_loss,
            reason = "no more digits are compared in any case"
        )]
        return literal(&Literal::Float(value as f64));
    }
    let value = value(expression);
    match (&expression.value_type, expression.optional) {
        (ValueType::Integer, false) => quote!((#value as f64)),
        (ValueType::Integer, true) => quote!(#value.map(|number| number as f64)),
        _ => value,
    }
}
