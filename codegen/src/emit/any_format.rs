//! serde's traits for the types of the model, with the cargo feature `serde`: what writes and reads them is
//! the code of their own protocol, in any format.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Enum, ErrorInfo, Structure, Union};
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
/// crate::support::any_format::implement!(ValidationException, |mut value: Self| {
///     value.meta = error::Metadata::new("ValidationException", value.message.as_deref());
///     value
/// });
/// ```
pub(super) fn structure(structure: &Structure) -> Option<TokenStream> {
    let complete = structure.error.as_ref().map(|error| {
        let metadata = metadata(error);
        quote! {
            , |mut value: Self| {
                #metadata
                value
            }
        }
    });
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

/// The statement that gives an error, `value`, its metadata, which no service has sent.
pub(super) fn metadata(error: &ErrorInfo) -> TokenStream {
    let code = &error.code;
    let message = match &error.message {
        _ if error.hides_message => quote!(None),
        Some(message) if error.message_optional => quote!(value.#message.as_deref()),
        Some(message) => quote!(Some(&value.#message)),
        None => quote!(None),
    };
    quote!(value.meta = error::Metadata::new(#code, #message);)
}
