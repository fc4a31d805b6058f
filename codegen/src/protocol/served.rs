//! Code of doubles: what tells the requests of a service apart, and how it tells errors.

mod bindings;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::http_binding;
use crate::ir::{Binding, ErrorInfo, Operation, Service, Structure};

pub(super) use bindings::bindings;

/// What tells the requests of a service's operations apart; `protocol` is how they travel, `namespace` that of
/// forms' answers.
///
/// ```text
/// impl double::Doubled for LicenseManager {
///     type Protocol = aws_json::V1_1;
///     const OPERATIONS: &'static [double::Route] = &[double::Route::named("CreateToken")];
/// }
/// ```
pub(super) fn doubled(
    service: &Service,
    protocol: &TokenStream,
    bound: bool,
    namespace: Option<&str>,
) -> TokenStream {
    let name = &service.name;
    let routes = service.operations.iter().map(|operation| match bound {
        true => bound_route(operation),
        false => named_route(operation),
    });
    let unwrapped = (!service.wraps_errors).then(|| {
        quote! {
            const WRAPS_ERRORS: bool = false;
        }
    });
    let namespace = namespace.map(|uri| {
        quote! {
            const XML_NAMESPACE: Option<&'static str> = Some(#uri);
        }
    });
    quote! {
        impl double::Doubled for #name {
            type Protocol = #protocol;
            const OPERATIONS: &'static [double::Route] = &[#(#routes),*];
            #unwrapped
            #namespace
        }
    }
}

fn named_route(operation: &Operation) -> TokenStream {
    let name = &operation.wire_name;
    let without_output = operation
        .output
        .is_absent()
        .then(|| quote!(.without_output()));
    quote!(double::Route::named(#name) #without_output)
}

/// ```text
/// double::Route::bound("GetClip", "GET", "/clips/{id}?full")
///     .requiring(&["part"], &["x-observer"])
/// ```
fn bound_route(operation: &Operation) -> TokenStream {
    let (name, method) = (&operation.wire_name, &operation.http.method);
    let uri = operation.http.pattern();
    let required = operation.input.members.iter();
    let required = required.filter(|member| member.required.is_some());
    let (mut query, mut headers) = (Vec::new(), Vec::new());
    for member in required {
        match &member.binding {
            Binding::Query(name) => query.push(name),
            Binding::Header(header) => headers.push(&header.name),
            _ => {}
        }
    }
    let requiring = (query.len() + headers.len() > 0)
        .then(|| quote!(.requiring(&[#(#query),*], &[#(#headers),*])));
    quote!(double::Route::bound(#name, #method, #uri) #requiring)
}

/// ```text
/// impl double::Errors for Error {
///     fn tell<S: double::Doubled>(&self, to: double::Teller<S>) -> double::Written {
///         match self {
///             Self::Busy(error) => to.tell(error, "example.ports#Busy", 429),
///             Self::Closed(error) => to.tell_with_message(error, "example.ports#Closed", 503),
///             Self::Unhandled(error) => to.tell_unhandled(error),
///         }
///     }
/// }
/// ```
///
/// What is bound to headers is put into them first:
///
/// ```text
/// let mut message = http_binding::message();
/// message.header("Retry-After", &error.retry_after);
/// let head = head.with_headers(http_binding::headers(message)?);
/// ```
pub(super) fn errors(service: &Service, bound: bool) -> TokenStream {
    let arms = service.errors.iter().filter_map(|error| {
        let info = error.error.as_ref()?;
        let (variant, shape) = (&info.variant, error.id.as_str());
        let status = Literal::u16_unsuffixed(info.status);
        let with_headers = bound.then(|| headers(error)).flatten();
        let is_plain = info.code == error.id.name() && info.query_code.is_none();
        Some(match with_headers {
            None if is_plain && info.tells_message => {
                quote!(Self::#variant(error) => to.tell(error, #shape, #status),)
            }
            None if is_plain => {
                quote!(Self::#variant(error) => to.tell_with_message(error, #shape, #status),)
            }
            with_headers => {
                let head = head(error, info);
                quote! {
                    Self::#variant(error) => {
                        let head = #head;
                        #with_headers
                        to.tell_as(head, error)
                    }
                }
            }
        })
    });
    quote! {
        impl double::Errors for Error {
            fn tell<S: double::Doubled>(&self, to: double::Teller<S>) -> double::Written {
                match self {
                    #(#arms)*
                    Self::Unhandled(error) => to.tell_unhandled(error),
                }
            }
        }
    }
}

/// ```text
/// double::ErrorHead::of(error, "example.ports#Busy", 429).coded("TooBusy").with_message()
/// ```
fn head(error: &Structure, info: &ErrorInfo) -> TokenStream {
    let shape = error.id.as_str();
    let status = Literal::u16_unsuffixed(info.status);
    let code = (info.code != error.id.name()).then(|| {
        let code = &info.code;
        quote!(.coded(#code))
    });
    let query_code = info.query_code.as_ref();
    let query_code = query_code.map(|code| quote!(.with_query_code(#code)));
    let message = (!info.tells_message).then(|| quote!(.with_message()));
    quote!(double::ErrorHead::of(error, #shape, #status) #code #query_code #message)
}

fn headers(error: &Structure) -> Option<TokenStream> {
    let (to, of) = (quote!(message), quote!(error));
    let lines = http_binding::values(&error.members, &to, &of);
    let lines: Vec<TokenStream> = lines.collect();
    (!lines.is_empty()).then(|| {
        quote! {
            let mut message = http_binding::message();
            #(#lines)*
            let head = head.with_headers(http_binding::headers(message)?);
        }
    })
}
