//! Structures of very many members: what is derived for others, or written as one expression, would
//! nest as deeply as they have members. The compiler does not get through a derived `PartialEq` of
//! some 6,000.

use proc_macro2::TokenStream;
use quote::quote;

use super::streamed;
use crate::ir::Structure;

/// With more members, a structure is a large one.
const MANY: usize = 1000;

/// How many members are compared at a time.
const AT_A_TIME: usize = 16;

/// Whether a structure is one of these.
pub(super) fn is_large(structure: &Structure) -> bool {
    structure.members.len() > MANY
}

/// ```text
/// impl PartialEq for Everything {
///     fn eq(&self, other: &Self) -> bool {
///         if self.a != other.a || self.b != other.b {
///             return false;
///         }
///         true
///     }
/// }
/// ```
pub(super) fn equality(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let names = structure.members.iter().map(|member| {
        let name = &member.name;
        quote!(#name)
    });
    let meta = structure.error.is_some().then(|| quote!(meta));
    let names: Vec<TokenStream> = names.chain(meta).collect();
    let parts = names.chunks(AT_A_TIME).map(|names| {
        quote! {
            if #(self.#names != other.#names)||* {
                return false;
            }
        }
    });
    let (declared, parameter) = streamed::equality_parameters(structure);
    quote! {
        impl #declared PartialEq for #name #parameter {
            fn eq(&self, other: &Self) -> bool {
                #(#parts)*
                true
            }
        }
    }
}

/// ```text
/// let mut fields = f.debug_struct("Everything");
/// fields.field("a", &self.a);
/// fields.finish()
/// ```
pub(super) fn statements(label: &str, fields: &[TokenStream]) -> TokenStream {
    quote! {
        let mut fields = f.debug_struct(#label);
        #(fields #fields;)*
        fields.finish()
    }
}
