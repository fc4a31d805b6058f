//! serde's traits for the types of the model, with the cargo feature `serde`: what writes and reads them is
//! the code of their own protocol, in any format.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Enum, Structure, Union};
use crate::rust::Ident;

/// ```text
/// #[cfg(feature = "serde")]
/// crate::support::any_format::implement!(CreateTokenInput);
/// ```
///
/// What holds a stream has nothing of it that could be written. An error gets the metadata that it has
/// when it is built:
///
/// ```text
/// #[cfg(feature = "serde")]
/// crate::support::any_format::implement!(ValidationException, Self::with_own_metadata);
/// ```
pub(super) fn structure(structure: &Structure) -> Option<TokenStream> {
    let complete = structure.error.as_ref();
    let complete = complete.map(|_| quote!(, Self::with_own_metadata));
    let is_stream = structure.streamed().is_some();
    (!is_stream).then(|| implement(&structure.name, complete))
}

/// The same for a union.
pub(super) fn union(union: &Union) -> TokenStream {
    implement(&union.name, None)
}

/// The same for an enum.
pub(super) fn enum_(enum_: &Enum) -> TokenStream {
    implement(&enum_.name, None)
}

fn implement(name: &Ident, complete: Option<TokenStream>) -> TokenStream {
    quote! {
        #[cfg(feature = "serde")]
        crate::support::any_format::implement!(#name #complete);
    }
}
