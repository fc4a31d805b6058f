//! Unions: an enum of Rust with a variant for what the model does not know yet.

use proc_macro2::TokenStream;
use quote::quote;

use super::{clone, docs, rust_type};
use crate::ir::{Union, UnionVariant};

/// ```text
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum Value {
///     /// A text.
///     Text(String),
///     /// A variant that this version of the model does not know.
///     Unknown,
/// }
/// ```
pub(super) fn items(union: &Union) -> Vec<TokenStream> {
    let name = &union.name;
    let docs = docs::or(&union.docs.text, &format!("`{}`.", union.id.name()));
    let deprecated = docs::deprecated(union.deprecated.as_ref());
    let hides = union.sensitive || union.values().any(|variant| variant.sensitive);
    let derived = (!hides).then(|| quote!(Debug,));
    let clone = (!union.is_recursive()).then(|| quote!(Clone,));
    let variants = union.values().map(variant);
    let definition = quote! {
        #docs
        #deprecated
        #[derive(#clone #derived PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A variant that this version of the model does not know. It cannot be sent.
            Unknown,
        }
    };
    let mut items = vec![definition];
    if union.is_recursive() {
        items.extend(clone::union(union));
    }
    if hides {
        items.push(debug(union));
    }
    items
}

fn variant(variant: &UnionVariant) -> TokenStream {
    let name = &variant.name;
    let docs = docs::or(
        &variant.docs.text,
        &format!("{}.", docs::code(&variant.wire_name)),
    );
    let deprecated = docs::deprecated(variant.deprecated.as_ref());
    let value = variant.type_.as_ref().map(|type_| {
        let type_ = rust_type::boxed(rust_type::bare(type_), variant.boxed);
        quote!((#type_))
    });
    quote! {
        #docs
        #deprecated
        #name #value,
    }
}

/// ```text
/// impl fmt::Debug for Value {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         match self {
///             Self::Text(value) => f.debug_tuple("Text").field(value).finish(),
///             Self::Secret(_) => f.debug_tuple("Secret").field(&redacted::Redacted).finish(),
///             Self::Unknown => f.write_str("Unknown"),
///         }
///     }
/// }
/// ```
fn debug(union: &Union) -> TokenStream {
    let name = &union.name;
    let arms = union.values().map(|variant| {
        let (name, label) = (&variant.name, variant.name.as_str());
        match &variant.type_ {
            None => quote!(Self::#name => f.write_str(#label),),
            Some(_) if union.sensitive || variant.sensitive => quote! {
                Self::#name(_) => f.debug_tuple(#label).field(&redacted::Redacted).finish(),
            },
            Some(_) => quote!(Self::#name(value) => f.debug_tuple(#label).field(value).finish(),),
        }
    });
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    #(#arms)*
                    Self::Unknown => f.write_str("Unknown"),
                }
            }
        }
    }
}
