//! Code that reads error responses.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::{ErrorChoice, Operation, Service};

/// Where a service has several errors of one code, an operation knows its own. `protocol` is the
/// type that knows what its error responses say.
///
/// ```text
/// if !response.is_success_of::<Self>() {
///     let fault = aws_json::V1_1::fault(response);
///     let error = match fault.code() {
///         "Busy" if fault.is_of("example.ports") => CreateTokenError::Busy(fault.read()),
///         "Busy" => CreateTokenError::HarbourBusy(fault.read()),
///         _ => return Err(fault.failure()),
///     };
///     return Err(operation::Failure::Service(error));
/// }
/// ```
pub(super) fn own_errors(operation: &Operation, protocol: &TokenStream) -> Option<TokenStream> {
    let error = &operation.error.name;
    let own = operation.error.told_apart.iter();
    let own: Vec<TokenStream> = own.map(|choice| arm(&quote!(#error), choice)).collect();
    (!own.is_empty()).then(|| {
        quote! {
            if !response.is_success_of::<Self>() {
                let fault = #protocol::fault(response);
                let error = match fault.code() {
                    #(#own)*
                    _ => return Err(fault.failure()),
                };
                return Err(operation::Failure::Service(error));
            }
        }
    })
}

/// ```text
/// impl fault::FromFault for Error {
///     fn from_fault(fault: &fault::Fault<'_, impl wire::Format>) -> Self {
///         match fault.code() {
///             "AccessDeniedException" => Self::AccessDeniedException(fault.read()),
///             _ => Self::Unhandled(fault.unhandled()),
///         }
///     }
/// }
/// ```
pub(super) fn service_error(service: &Service) -> TokenStream {
    let errors = &service.error_choices;
    let unwrapped = &service.unwrapped_errors;
    let without_body = service.codes_without_body.iter();
    let without_body = without_body.map(|(status, code)| {
        let status = Literal::u16_unsuffixed(*status);
        quote!((#status, #code))
    });
    let without_body = (!service.codes_without_body.is_empty()).then(|| {
        quote! {
            const WITHOUT_BODY: &'static [(u16, &'static str)] = &[#(#without_body),*];

        }
    });
    let elsewhere = service.elsewhere.as_ref().map(|(what, header)| {
        quote! {
            const ELSEWHERE: Option<(&'static str, &'static str)> = Some((#what, #header));

        }
    });
    let roots = (!unwrapped.is_empty()).then(|| {
        quote! {
            const ROOTS: &'static [&'static str] = &[#(#unwrapped),*];

        }
    });
    let arms = errors.iter().map(|choice| arm(&quote!(Self), choice));
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
        impl fault::FromFault for Error {
            #roots
            #without_body
            #elsewhere
            fn from_fault(fault: &fault::Fault<'_, impl wire::Format>) -> Self {
                #body
            }
        }
    }
}

/// ```text
/// "AccessDeniedException" => Self::AccessDeniedException(fault.read()),
/// "Busy" if fault.is_of("example.ports") => Self::PortBusy(fault.read()),
/// ```
fn arm(enum_: &TokenStream, choice: &ErrorChoice) -> TokenStream {
    let ErrorChoice {
        code,
        namespace,
        variant,
    } = choice;
    let guard = namespace
        .as_ref()
        .map(|namespace| quote!(if fault.is_of(#namespace)));
    quote!(#code #guard => #enum_::#variant(fault.read()),)
}
