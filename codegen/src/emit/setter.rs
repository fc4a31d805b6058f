//! Setters of builders: they take whatever turns into the member's value.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::Generics;
use super::{docs, rust_type};
use crate::ir::{Element, Member, Structure, Type};

/// So many characters of documentation are in a line.
const WIDTH: usize = 90;

/// How a setter takes its argument, and makes the member's value of it.
struct Argument {
    type_: TokenStream,
    value: TokenStream,
}

/// ```text
/// /// The ARNs of IAM roles to name in the token.
/// pub fn role_arns(mut self, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
///     self.value.role_arns = Some(builder::list(values));
///     self
/// }
/// ```
pub(super) fn setter(
    structure: &Structure,
    member: &Member,
    generics: &Generics<'_>,
    is_documented: bool,
) -> TokenStream {
    let name = &member.name;
    let docs = is_documented.then(|| docs::lines(&summary(structure, member)));
    let deprecated = docs::deprecated(member.deprecated.as_ref());
    let Argument { type_, value } = argument(&member.type_);
    let value = if member.boxed {
        quote!(Box::new(#value))
    } else {
        value
    };
    let value = if member.optional {
        quote!(Some(#value))
    } else {
        value
    };
    let parameter = if is_collection(&member.type_) {
        quote!(values)
    } else {
        quote!(value)
    };
    let (output, result) = match &member.required {
        Some(required) => {
            let (builder, set) = (
                &structure.builder,
                generics.with_set(Some(&required.parameter)),
            );
            (quote!(#builder #set), retyped(structure, generics))
        }
        None => (quote!(Self), quote!(self)),
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #parameter: #type_) -> #output {
            self.value.#name = #value;
            #result
        }
    }
}

/// The same builder with another type, as a member has been set.
///
/// ```text
/// CreateTokenBuilder { caller: self.caller, value: self.value, set: PhantomData }
/// ```
fn retyped(structure: &Structure, generics: &Generics<'_>) -> TokenStream {
    let builder = &structure.builder;
    let caller = generics.caller.iter().map(|_| quote!(caller: self.caller,));
    quote!(#builder { #(#caller)* value: self.value, set: PhantomData })
}

/// What the field says in its first sentence, and what is asked of its value: the field has the rest.
fn summary(structure: &Structure, member: &Member) -> String {
    let required = member.required.is_some();
    let sentence = docs::first_sentence(member.docs.prose());
    if sentence.is_empty() {
        let link = docs::full_link(structure, &member.name);
        return match required {
            true => format!("Sets {link}, which is required."),
            false => format!("Sets {link}."),
        };
    }
    let required = required.then_some("Required.");
    let asked = member
        .docs
        .constraints
        .as_deref()
        .into_iter()
        .chain(required);
    let asked: Vec<&str> = asked.collect();
    let asked = asked.join(" ");
    let last = sentence.lines().last().unwrap_or_default();
    let joint = match (asked.len(), last.len() + asked.len()) {
        (0, _) => "",
        (_, length) if length < WIDTH => " ",
        _ => "\n",
    };
    [sentence, joint, &asked].concat()
}

fn is_collection(type_: &Type) -> bool {
    matches!(type_, Type::List(_) | Type::Map(..))
}

fn argument(type_: &Type) -> Argument {
    match type_ {
        Type::List(element) => list(element),
        Type::Map(key, value) => map(key, value),
        _ => {
            let bare = rust_type::bare(type_);
            if is_plain(type_) {
                Argument {
                    type_: bare,
                    value: quote!(value),
                }
            } else {
                Argument {
                    type_: quote!(impl Into<#bare>),
                    value: quote!(value.into()),
                }
            }
        }
    }
}

/// Whether a value is taken as it is: conversions would only confuse number literals.
fn is_plain(type_: &Type) -> bool {
    matches!(
        type_,
        Type::Boolean
            | Type::Byte
            | Type::Short
            | Type::Integer
            | Type::Long
            | Type::Float
            | Type::Double
            | Type::List(_)
            | Type::Map(..)
    )
}

fn list(element: &Element) -> Argument {
    let item = item(element);
    Argument {
        type_: quote!(impl IntoIterator<Item = #item>),
        value: quote!(builder::list(values)),
    }
}

fn map(key: &Type, value: &Element) -> Argument {
    let (key, value) = (rust_type::bare(key), item(value));
    Argument {
        type_: quote!(impl IntoIterator<Item = (impl Into<#key>, #value)>),
        value: quote!(builder::map(values)),
    }
}

/// What an element of a collection is given as.
fn item(element: &Element) -> TokenStream {
    let type_ = rust_type::element(element);
    if element.sparse || is_plain(&element.type_) {
        type_
    } else {
        quote!(impl Into<#type_>)
    }
}
