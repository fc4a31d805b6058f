//! Code that reads error responses, for every protocol whose errors are JSON.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{ErrorInfo, ErrorVariant, Operation, Service, Structure};

/// Where a service has several errors of one code, an operation knows its own.
///
/// ```text
/// if !response.is_success() {
///     let fault = json_fault::fault(response);
///     if fault.code() == "Busy" {
///         return Err(operation::Failure::Service(super::Error::HarbourBusy(fault.read())));
///     }
/// }
/// ```
pub(super) fn own_errors(operation: &Operation) -> Option<TokenStream> {
    let error = &operation.error.name;
    let own = operation.error.errors.iter();
    let own: Vec<TokenStream> = own
        .filter(|variant| variant.shares_code)
        .map(|ErrorVariant { name, code, .. }| {
            quote! {
                if fault.code() == #code {
                    return Err(operation::Failure::Service(#error::#name(fault.read())));
                }
            }
        })
        .collect();
    (!own.is_empty()).then(|| {
        quote! {
            if !response.is_success() {
                let fault = json_fault::fault(response);
                #(#own)*
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
/// Of several errors with one code, the first is taken.
pub(super) fn service_error(errors: &[Structure]) -> TokenStream {
    let mut codes = BTreeSet::new();
    let arms = errors
        .iter()
        .filter_map(|error| error.error.as_ref())
        .filter(|error| codes.insert(&error.code))
        .map(|ErrorInfo { code, variant, .. }| quote!(#code => Self::#variant(fault.read()),));
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
/// query_compatible::QueryCompatible<aws_json::V1_0>
/// ```
pub(super) fn query_compatible(service: &Service, protocol: TokenStream) -> TokenStream {
    if service.query_compatible {
        quote!(query_compatible::QueryCompatible<#protocol>)
    } else {
        protocol
    }
}
