//! What services take for members that are absent, where clients must not rely upon it.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Context, value};
use crate::ir::{Member, Operation, Service, Shape, Structure, Type, Union, UnionVariant};
use crate::rust::Ident;

/// The types in which, however far inside, a member has such a default.
pub(in crate::emit) fn find(service: &Service) -> BTreeSet<&Ident> {
    let has_own = |shape: &&Shape| match shape {
        Shape::Structure(structure) => {
            let mut members = structure.members.iter();
            members.any(|member| member.service_default.is_some())
        }
        Shape::Union(_) | Shape::Enum(_) => false,
    };
    let own = service.types.iter().filter(has_own);
    let mut waiting: Vec<&Ident> = own.map(Shape::name).collect();
    if waiting.is_empty() {
        return BTreeSet::new();
    }
    let mut holders: BTreeMap<&Ident, Vec<&Ident>> = BTreeMap::new();
    for shape in &service.types {
        for type_ in types_in(shape).flat_map(Type::named) {
            holders.entry(type_).or_default().push(shape.name());
        }
    }
    let mut found = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if found.insert(name) {
            waiting.extend(holders.get(name).into_iter().flatten());
        }
    }
    found
}

fn types_in(shape: &Shape) -> Box<dyn Iterator<Item = &Type> + '_> {
    match shape {
        Shape::Structure(structure) => {
            Box::new(structure.members.iter().map(|member| &member.type_))
        }
        Shape::Union(union) => Box::new(union.values().filter_map(|one| one.type_.as_ref())),
        Shape::Enum(_) => Box::new(std::iter::empty()),
    }
}

/// What fills members of types that operations share.
///
/// ```text
/// impl double::FillDefaults for types::Crew {
///     #[inline]
///     fn fill_defaults(&mut self) {
///         if self.size.is_none() {
///             self.size = Some(1);
///         }
///         double::FillDefaults::fill_defaults(&mut self.pilot);
///     }
/// }
/// ```
pub(super) fn implementations(cx: &Context<'_>) -> Vec<TokenStream> {
    let shapes = cx.service.types.iter();
    let shapes = shapes.filter(|shape| cx.has_service_defaults(shape.name()));
    let filled = shapes.filter_map(|shape| {
        let (name, body) = match shape {
            Shape::Structure(structure) => (&structure.name, of_structure(cx, structure)),
            Shape::Union(union) => (&union.name, of_union(cx, union)),
            Shape::Enum(_) => return None,
        };
        Some(quote! {
            impl double::FillDefaults for types::#name {
                #[inline]
                fn fill_defaults(&mut self) {
                    #body
                }
            }
        })
    });
    filled.collect()
}

fn of_structure(cx: &Context<'_>, structure: &Structure) -> TokenStream {
    let values = value::Values::of_example(cx);
    let own = structure.members.iter().filter_map(|member| {
        let member = with_default(member)?;
        Some(fill(&member, &value::initial_by(&values, &member)))
    });
    let inside = structure.members.iter();
    let inside = inside.filter(|member| has_inside(cx, &member.type_));
    let inside = inside.map(|member| {
        let field = &member.name;
        quote!(double::FillDefaults::fill_defaults(&mut self.#field);)
    });
    quote!(#(#own)* #(#inside)*)
}

fn of_union(cx: &Context<'_>, union: &Union) -> TokenStream {
    let is_filled = |variant: &&UnionVariant| {
        let type_ = variant.type_.as_ref();
        type_.is_some_and(|type_| has_inside(cx, type_))
    };
    let filled: Vec<&Ident> = union
        .values()
        .filter(is_filled)
        .map(|one| &one.name)
        .collect();
    quote! {
        match self {
            #(Self::#filled(value) => double::FillDefaults::fill_defaults(value),)*
            _ => {}
        }
    }
}

/// ```text
/// #[cfg(feature = "test-util")]
/// fn fill_defaults(&mut self) {
///     if self.mode.is_none() {
///         self.mode = Some(Mode::from("fast"));
///     }
///     crate::support::double::FillDefaults::fill_defaults(&mut self.crew);
/// }
/// ```
pub(in crate::emit) fn of_input(cx: &Context<'_>, operation: &Operation) -> Option<TokenStream> {
    let values = value::Values::in_scope(cx);
    let own = operation.input.members.iter().filter_map(|member| {
        let member = with_default(member)?;
        Some(fill(&member, &value::initial_by(&values, &member)))
    });
    let inside = operation.input.members.iter();
    let inside = inside.filter(|member| has_inside(cx, &member.type_));
    let inside = inside.map(|member| {
        let field = &member.name;
        quote!(crate::support::double::FillDefaults::fill_defaults(&mut self.#field);)
    });
    let lines: Vec<TokenStream> = own.chain(inside).collect();
    (!lines.is_empty()).then(|| {
        quote! {
            #[cfg(feature = "test-util")]
            #[inline]
            fn fill_defaults(&mut self) {
                #(#lines)*
            }
        }
    })
}

/// The member as if what its service takes for it were what it holds before it is set.
fn with_default(member: &Member) -> Option<Member> {
    let initial = member.service_default.clone()?;
    Some(Member {
        initial,
        ..member.clone()
    })
}

fn fill(member: &Member, value: &TokenStream) -> TokenStream {
    let field = &member.name;
    quote! {
        if self.#field.is_none() {
            self.#field = Some(#value);
        }
    }
}

fn has_inside(cx: &Context<'_>, type_: &Type) -> bool {
    // Streams are no part of an object.
    !type_.is_streamed()
        && type_
            .named()
            .into_iter()
            .any(|name| cx.has_service_defaults(name))
}
