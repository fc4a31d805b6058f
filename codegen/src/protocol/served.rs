//! Code of doubles: what a service reads and writes where its clients write and read.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::http_binding::{self, Read};
use super::rest;
use crate::ir::{Binding, ErrorInfo, Member, Operation, Payload, Service, Structure, Type};

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
///     #[inline]
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
            #[inline]
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

/// ```text
/// impl http_binding::ServedBindings for GetClipInput {
///     #[inline]
///     fn read(request: &double::Request) -> Result<Self, double::UnreadableRequest> {
///         let mut input = Self::initial();
///         http_binding::label(request, 0, &mut input.id)?;
///         Ok(input)
///     }
///
///     #[inline]
///     fn write(output: &GetClipOutput) -> double::Written {
///         let mut response = http_binding::message();
///         response.header("ETag", &output.etag);
///         http_binding::respond(200, rest_json::RestJson1::members(response, output))
///     }
/// }
/// ```
pub(super) fn bindings(operation: &Operation, protocol: &TokenStream) -> TokenStream {
    let (input, output) = (&operation.input.name, &operation.output.name);
    let (read, write) = (read(operation, protocol), write(operation, protocol));
    let is_sent = |member: &&Member| !member.type_.is_streamed();
    let are_events = |member: &Member| matches!(member.type_, Type::Outgoing(_));
    let mut read_members = operation.input.members.iter();
    let is_read = read_members.any(|member| !are_events(member));
    let request = ident_if(is_read, &quote!(request));
    let mut sent = operation.output.members.iter().filter(is_sent);
    let given = ident_if(sent.next().is_some(), &quote!(output));
    quote! {
        impl http_binding::ServedBindings for #input {
            #[inline]
            fn read(#request: &double::Request) -> Result<Self, double::UnreadableRequest> {
                #read
            }

            #[inline]
            fn write(#given: &#output) -> double::Written {
                #write
            }

        }
    }
}

/// The name of a parameter, or `_` where it is not used.
fn ident_if(is_used: bool, name: &TokenStream) -> TokenStream {
    match is_used {
        true => name.clone(),
        false => quote!(_),
    }
}

fn read(operation: &Operation, protocol: &TokenStream) -> TokenStream {
    let input = &operation.input;
    let labels = operation.http.labels();
    let labels = labels.enumerate().filter_map(|(place, field)| {
        let mut members = input.members.iter();
        let member = members.find(|member| member.name == *field)?;
        let place = Literal::usize_unsuffixed(place);
        let slot = quote!(&mut input.#field);
        Some(match http_binding::form(member) {
            None => quote!(http_binding::label(request, #place, #slot)?;),
            Some(form) => quote!(http_binding::label_as::<#form>(request, #place, #slot)?;),
        })
    });
    let others = input.members.iter();
    let others = others.filter_map(|member| read_member(member, protocol));
    let lines: Vec<TokenStream> = labels.chain(others).collect();
    let initial = input.initial();
    let begin = match input.body().next() {
        Some(_) => quote!(#protocol::output(&request.message())?),
        None => quote!(Self::#initial()),
    };
    if lines.is_empty() {
        return quote!(Ok(#begin));
    }
    let type_ = input.body().next().map(|_| quote!(: Self));
    quote! {
        let mut input #type_ = #begin;
        #(#lines)*
        Ok(input)
    }
}

fn read_member(member: &Member, protocol: &TokenStream) -> Option<TokenStream> {
    let field = &member.name;
    let slot = quote!(&mut input.#field);
    Some(match (&member.binding, http_binding::form(member)) {
        (Binding::Query(name), None) => quote!(http_binding::query(request, #name, #slot)?;),
        (Binding::Query(name), Some(form)) => {
            quote!(http_binding::query_as::<#form>(request, #name, #slot)?;)
        }
        // What is sent in events comes after the input.
        (Binding::Payload(Payload::Events), _) => return None,
        (Binding::Payload(Payload::Structure), _) => {
            quote!(#protocol::read_structure(&request.message(), #slot)?;)
        }
        (Binding::QueryParams, _) => quote!(http_binding::query_params(request, #slot)?;),
        _ => {
            let of = quote!(input);
            let read: Read = rest::read(member, &of, &quote!(&request.message()), protocol)?;
            read.or_fail()
        }
    })
}

/// What services send differs from what clients send where there is nothing to say: the body of an output
/// without members in it says so, and a structure that is not set is no body.
fn write_body(operation: &Operation, protocol: &TokenStream) -> TokenStream {
    let output = &operation.output;
    let root = operation.response.root.as_ref();
    match output.payload() {
        Some((member, Payload::Structure)) => {
            rest::write_value(member, root, &quote!(response), &quote!(output), protocol)
        }
        None if output.body().next().is_none() && !output.is_absent() => {
            quote!(#protocol::no_members(response))
        }
        _ => rest::write_body(output, root, &quote!(response), &quote!(output), protocol),
    }
}

fn write(operation: &Operation, protocol: &TokenStream) -> TokenStream {
    let output = &operation.output;
    let (to, of) = (quote!(response), quote!(output));
    let lines: Vec<TokenStream> = http_binding::values(&output.members, &to, &of).collect();
    let mutable = (!lines.is_empty()).then(|| quote!(mut));
    let body = write_body(operation, protocol);
    let stated = Literal::u16_unsuffixed(operation.response.status);
    let mut members = output.members.iter();
    let status = match members.find(|member| member.binding == Binding::Status) {
        Some(member) => {
            let field = &member.name;
            quote!(http_binding::status_or(#stated, &output.#field))
        }
        None => quote!(#stated),
    };
    quote! {
        let #mutable response = http_binding::message();
        #(#lines)*
        http_binding::respond(#status, #body)
    }
}
