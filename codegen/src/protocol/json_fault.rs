//! Code that reads error responses, for every protocol whose errors are JSON.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Operation, Structure};
use crate::rust::Ident;

/// Where a service has several errors of one code, an operation knows its own.
///
/// ```text
/// if !response.is_success() {
///     let fault = json_fault::fault(response);
///     let error = match fault.code() {
///         "Busy" => CreateTokenError::HarbourBusy(fault.read()),
///         _ => json_fault::FromFault::from_fault(&fault),
///     };
///     return Err(operation::Failure::Service(error));
/// }
/// ```
pub(super) fn own_errors(operation: &Operation) -> Option<TokenStream> {
    let error = &operation.error.name;
    let own = operation.error.errors.iter();
    let own: Vec<TokenStream> = own
        .filter(|variant| variant.shares_code)
        .map(|variant| arm(&quote!(#error), &variant.name, &variant.code))
        .collect();
    (!own.is_empty()).then(|| {
        quote! {
            if !response.is_success() {
                let fault = json_fault::fault(response);
                let error = match fault.code() {
                    #(#own)*
                    _ => json_fault::FromFault::from_fault(&fault),
                };
                return Err(operation::Failure::Service(error));
            }
        }
    })
}

/// ```text
/// impl json_fault::FromFault for Error {
///     #[inline]
///     fn from_fault(fault: &json_fault::Fault<'_>) -> Self {
///         match fault.code() {
///             "AccessDeniedException" => Self::AccessDeniedException(fault.read()),
///             _ => Self::Unhandled(fault.unhandled()),
///         }
///     }
/// }
/// ```
///
/// Of several errors with one code, the one that owns it is taken.
pub(super) fn service_error(errors: &[Structure]) -> TokenStream {
    let arms = errors
        .iter()
        .filter_map(|error| error.error.as_ref())
        .filter(|error| error.owns_code)
        .map(|error| arm(&quote!(Self), &error.variant, &error.code));
    let unhandled = quote!(Self::Unhandled(fault.unhandled()));
    let body = if errors.is_empty() {
        unhandled
    } else {
        quote! {
            match fault.code() {
                #(#arms)*
                _ => #unhandled,
            }
        }
    };
    quote! {
        impl json_fault::FromFault for Error {
            #[inline]
            fn from_fault(fault: &json_fault::Fault<'_>) -> Self {
                #body
            }
        }
    }
}

/// ```text
/// "AccessDeniedException" => Self::AccessDeniedException(fault.read()),
/// ```
fn arm(enum_: &TokenStream, variant: &Ident, code: &str) -> TokenStream {
    quote!(#code => #enum_::#variant(fault.read()),)
}
