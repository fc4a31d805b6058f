//! What a service reads of requests and writes into responses, where members are bound to HTTP.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::http_binding::{self, Read};
use super::super::rest;
use crate::ir::{Binding, Member, Operation, Payload, Type};

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
pub(in super::super) fn bindings(operation: &Operation, protocol: &TokenStream) -> TokenStream {
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
    let required = input.headers_beside_events();
    let required =
        required.map(|header| quote!(event_stream::required(&request.message(), #header)?;));
    quote! {
        #(#required)*
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
