//! Code that reads error responses, for every protocol whose errors are JSON.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Operation, Service};

/// ```text
/// let fault = json_fault::fault(response);
/// let error = match fault.code() {
///     "AccessDeniedException" => CreateTokenError::AccessDeniedException(fault.read()),
///     _ => CreateTokenError::Unhandled(fault.unhandled()),
/// };
/// Err(operation::Failure::Service(error))
/// ```
pub(super) fn failure(operation: &Operation) -> TokenStream {
    let error = &operation.error.name;
    let arms = operation.error.errors.iter().map(|variant| {
        let (name, code) = (&variant.name, &variant.code);
        quote!(#code => #error::#name(fault.read()),)
    });
    let error = if operation.error.errors.is_empty() {
        quote!(#error::Unhandled(fault.unhandled()))
    } else {
        quote! {
            match fault.code() {
                #(#arms)*
                _ => #error::Unhandled(fault.unhandled()),
            }
        }
    };
    quote! {
        let fault = json_fault::fault(response);
        let error = #error;
        Err(operation::Failure::Service(error))
    }
}

/// ```text
/// .map(json_fault::in_query_mode)
/// ```
pub(super) fn query_mode(service: &Service) -> Option<TokenStream> {
    service
        .query_compatible
        .then(|| quote!(.map(json_fault::in_query_mode)))
}
