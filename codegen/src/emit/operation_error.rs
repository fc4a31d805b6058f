//! The error enum of an operation. What all of them can do is in support, as a macro.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use crate::ir::{Operation, Retry};

/// ```text
/// /// What `CreateToken` fails with.
/// #[non_exhaustive]
/// pub enum CreateTokenError {
///     /// See [`ValidationException`].
///     ValidationException(ValidationException),
///     /// An error that the model does not describe.
///     Unhandled(error::Unhandled),
/// }
///
/// error::operation_error!(
///     CreateTokenError, Error, [ValidationException, ..], [RateLimitExceeded: ThrottlingError]
/// );
/// ```
pub(super) fn items(operation: &Operation) -> Vec<TokenStream> {
    let error = &operation.error;
    let name = &error.name;
    let docs = docs::lines(&format!("What `{}` fails with.", operation.wire_name));
    let variants = error.errors.iter().map(|variant| {
        let (name, structure) = (&variant.name, &variant.structure);
        let docs = docs::lines(&format!("See [`{structure}`]."));
        quote!(#docs #name(#structure),)
    });
    let names = error.errors.iter().map(|variant| &variant.name);
    let retried = error.errors.iter().filter_map(|variant| {
        let kind = match variant.retry? {
            Retry::Throttling => quote!(ThrottlingError),
            Retry::ServerError => quote!(ServerError),
            Retry::ClientError => quote!(ClientError),
        };
        let name = &variant.name;
        Some(quote!(#name: #kind))
    });
    vec![
        quote! {
            #docs
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                /// An error that the model does not describe.
                Unhandled(error::Unhandled),
            }
        },
        quote! {
            error::operation_error!(
                #name, super::Error, [#(#names),*], [#(#retried),*]
            );
        },
    ]
}
