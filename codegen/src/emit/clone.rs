//! `Clone` of what may be within itself. What is derived would have every level on the stack, and
//! twice.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, value};
use crate::ir::{Member, Structure, Type, Union, UnionVariant};
use crate::rust::Ident;

/// ```text
/// impl Clone for Filter {
///     #[inline]
///     fn clone(&self) -> Self {
///         deep_clone::clone(self)
///     }
/// }
///
/// impl deep_clone::DeepClone for Filter {
///     #[inline]
///     fn shallow(&self) -> Self {
///         Self {
///             name: self.name.clone(),
///             not: None,
///             and: deep_clone::shallow(&self.and),
///         }
///     }
///
///     #[inline]
///     fn deepen(&mut self, from: &Self) {
///         deep_clone::fill_boxed(&mut self.not, &from.not);
///         deep_clone::deepen(&mut self.and, &from.and);
///     }
/// }
/// ```
pub(super) fn structure(cx: &Context<'_>, structure: &Structure) -> [TokenStream; 2] {
    let members = structure.members.iter();
    let copies = members.map(|member| {
        let (name, copy) = (&member.name, copy(cx, member));
        quote!(#name: #copy,)
    });
    let meta = structure
        .error
        .is_some()
        .then(|| quote!(meta: self.meta.clone(),));
    let shallow = quote!(Self { #(#copies)* #meta });
    let deepen = structure.members.iter().filter_map(deepen);
    implementations(&structure.name, &shallow, &quote!(#(#deepen)*))
}

fn copy(cx: &Context<'_>, member: &Member) -> TokenStream {
    let name = &member.name;
    match (member.recursive, member.boxed) {
        (true, true) => value::initial(cx, member),
        (true, false) => quote!(deep_clone::shallow(&self.#name)),
        (false, _) if member.type_.is_copy() => quote!(self.#name),
        (false, _) => quote!(self.#name.clone()),
    }
}

fn deepen(member: &Member) -> Option<TokenStream> {
    let name = &member.name;
    member
        .recursive
        .then(|| match (member.boxed, member.optional) {
            (true, true) => quote!(deep_clone::fill_boxed(&mut self.#name, &from.#name);),
            (true, false) => quote!(deep_clone::fill(&mut *self.#name, &*from.#name);),
            (false, _) => quote!(deep_clone::deepen(&mut self.#name, &from.#name);),
        })
}

/// The same of a union:
///
/// ```text
/// fn shallow(&self) -> Self {
///     match self {
///         Self::Name(value) => Self::Name(value.clone()),
///         Self::Not(_) => Self::Not(Box::new(Filter::Unknown)),
///         Self::And(value) => Self::And(deep_clone::shallow(value)),
///         Self::Unknown => Self::Unknown,
///     }
/// }
///
/// fn deepen(&mut self, from: &Self) {
///     match (self, from) {
///         (Self::Not(to), Self::Not(from)) => deep_clone::fill(&mut **to, &**from),
///         (Self::And(to), Self::And(from)) => deep_clone::deepen(to, from),
///         _ => {}
///     }
/// }
/// ```
pub(super) fn union(union: &Union) -> [TokenStream; 2] {
    let shallow = union.variants.iter().map(shallow_variant);
    let shallow = quote! {
        match self {
            #(#shallow)*
            Self::Unknown => Self::Unknown,
        }
    };
    let variants = union.variants.iter().filter(|variant| variant.recursive);
    let variants: Vec<[TokenStream; 2]> = variants.map(deepen_variant).collect();
    let deepen = match variants.as_slice() {
        [[both, deepen]] => quote!(if let #both = (self, from) { #deepen; }),
        several => {
            let arms = several
                .iter()
                .map(|[both, deepen]| quote!(#both => #deepen,));
            quote! {
                match (self, from) {
                    #(#arms)*
                    _ => {}
                }
            }
        }
    };
    implementations(&union.name, &shallow, &deepen)
}

fn shallow_variant(variant: &UnionVariant) -> TokenStream {
    let name = &variant.name;
    match &variant.type_ {
        None => quote!(Self::#name => Self::#name,),
        Some(type_) if variant.recursive && variant.boxed => {
            let empty = value::empty_in_box(type_);
            quote!(Self::#name(_) => Self::#name(#empty),)
        }
        Some(_) if variant.recursive => {
            quote!(Self::#name(value) => Self::#name(deep_clone::shallow(value)),)
        }
        Some(type_) if Type::is_copy(type_) => quote!(Self::#name(value) => Self::#name(*value),),
        Some(_) => quote!(Self::#name(value) => Self::#name(value.clone()),),
    }
}

/// The pattern of two values of one variant, and what is done with them.
fn deepen_variant(variant: &UnionVariant) -> [TokenStream; 2] {
    let name = &variant.name;
    let deepen = match variant.boxed {
        true => quote!(deep_clone::fill(&mut **to, &**from)),
        false => quote!(deep_clone::deepen(to, from)),
    };
    [quote!((Self::#name(to), Self::#name(from))), deepen]
}

fn implementations(name: &Ident, shallow: &TokenStream, deepen: &TokenStream) -> [TokenStream; 2] {
    let clone = quote! {
        impl Clone for #name {
            #[inline]
            fn clone(&self) -> Self {
                deep_clone::clone(self)
            }
        }
    };
    let parts = quote! {
        impl deep_clone::DeepClone for #name {
            #[inline]
            fn shallow(&self) -> Self {
                #shallow
            }

            #[inline]
            fn deepen(&mut self, from: &Self) {
                #deepen
            }
        }
    };
    [clone, parts]
}
