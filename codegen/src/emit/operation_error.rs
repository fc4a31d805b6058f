//! What an operation fails with: the service's one error, under a name that says which of its
//! variants the model names.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use crate::ir::Operation;

/// ```text
/// /// What `CreateToken` fails with.
/// ///
/// /// Of the errors of the service, the model names these:
/// /// - [`ValidationException`](super::Error::ValidationException)
/// pub type CreateTokenError = super::Error;
/// ```
pub(super) fn alias(operation: &Operation) -> TokenStream {
    let error = &operation.error;
    let name = &error.name;
    let mut text = format!("What `{}` fails with.", operation.wire_name);
    if !error.errors.is_empty() {
        text += "\n\nOf the errors of the service, the model names these:";
    }
    for variant in &error.errors {
        let variant = &variant.name;
        text += &format!("\n- [`{variant}`](super::Error::{variant})");
    }
    let docs = docs::lines(&text);
    quote! {
        #docs
        pub type #name = super::Error;
    }
}
