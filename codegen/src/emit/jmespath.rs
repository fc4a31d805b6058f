//! Questions to messages, as expressions of Rust.

mod lists;
mod truth;

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use crate::ir::jmespath::{Gives, Literal, Query, Step};
use crate::ir::{NamedKind, Type};

pub(super) use lists::iterator;
pub(super) use truth::truth;

/// The value of a question: an `Option` where it may be absent.
///
/// ```text
/// output.table.as_ref().and_then(|table| table.table_status.as_ref().map(|value| value.as_str()))
/// ```
pub(super) fn value(query: &Query) -> TokenStream {
    match &query.step {
        Step::Input => quote!(input),
        Step::Output => quote!(output),
        Step::Item => quote!(item),
        Step::Literal(value) => literal(value),
        Step::Field {
            of,
            type_: Type::Named(NamedKind::Enum, _),
            optional: true,
            name,
        } => {
            let field = inside(of, true, &|of| quote!(#of.#name.as_ref()));
            quote!(#field.map(|#name| #name.as_str()))
        }
        Step::Field {
            of,
            type_,
            optional,
            name,
        } => inside(of, *optional, &|of| {
            taken(&quote!(#of.#name), type_, *optional)
        }),
        Step::Variant {
            of,
            union,
            name,
            type_,
        } => inside(of, true, &|whole| {
            let value = item(&quote!(value), type_);
            let whole = if of.optional || matches!(of.step, Step::Item) {
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
        Step::Index(of, place) => lists::index(of, *place),
        Step::Parts(..) | Step::Where(..) | Step::Each(..) | Step::List(_) => iterator(query),
        Step::Length(of) => lists::length(of),
        Step::Compare(..) if query.optional => truth::optional(query),
        Step::Contains(..)
        | Step::StartsWith(..)
        | Step::EndsWith(..)
        | Step::Compare(..)
        | Step::And(..)
        | Step::Or(..)
        | Step::Not(_) => truth(query, true),
    }
}

/// The same as an `Option`, whether or not it may be absent.
pub(super) fn option(query: &Query) -> TokenStream {
    let value = value(query);
    if query.optional {
        value
    } else {
        quote!(Some(#value))
    }
}

/// A part of a value: `part` makes it of a place.
fn inside(of: &Query, optional: bool, part: &dyn Fn(&TokenStream) -> TokenStream) -> TokenStream {
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
fn place(query: &Query) -> TokenStream {
    match &query.step {
        Step::Field {
            of,
            name,
            optional: false,
            ..
        } if !of.optional => {
            let of = place(of);
            quote!(#of.#name)
        }
        _ => value(query),
    }
}

/// What a closure calls a value.
fn name(query: &Query) -> TokenStream {
    match &query.step {
        Step::Field { name, .. } => quote!(#name),
        Step::Index(..) => quote!(item),
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
fn float(query: &Query) -> TokenStream {
    if let Step::Literal(Literal::Integer(value)) = query.step {
        #[expect(
            clippy::cast_precision_loss,
            reason = "no more digits are compared in any case"
        )]
        return literal(&Literal::Float(value as f64));
    }
    let value = value(query);
    match (&query.gives, query.optional) {
        (Gives::Integer, false) => quote!((#value as f64)),
        (Gives::Integer, true) => quote!(#value.map(|number| number as f64)),
        _ => value,
    }
}
