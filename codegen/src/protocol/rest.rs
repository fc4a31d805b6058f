//! Code of operations that are bound to HTTP each by itself, whatever the format of their bodies.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html>

use proc_macro2::TokenStream;
use quote::quote;

use super::http_binding::{self, Read};
use super::wire;
use crate::ir::{Binding, Member, Operation, Payload, Root, Structure};

/// The bodies of the two functions of `http_binding::Bindings`.
pub struct Bindings {
    /// Makes the request of `self`.
    pub write: TokenStream,
    /// Makes an output of `response`, which is one of success.
    pub read: TokenStream,
}

/// How an operation is bound to HTTP; `protocol` is a `rest::Rest`.
pub(super) fn bindings(operation: &Operation, protocol: &TokenStream) -> Bindings {
    Bindings {
        write: write(operation, protocol),
        read: read_output(&operation.output, protocol),
    }
}

/// ```text
/// let _ = http_binding::header(response, "Retry-After", &mut self.retry_after);
/// ```
pub(super) fn error_member(member: &Member, protocol: &TokenStream) -> Option<TokenStream> {
    Some(read(member, &quote!(self), &quote!(response), protocol)?.or_leave())
}

/// Whether an operation's answers are of the protocol's format, as far as they have a body.
fn answers_in_format(output: &Structure) -> bool {
    output.members.iter().all(|member| {
        !matches!(
            member.binding,
            Binding::Payload(
                Payload::Text(_) | Payload::Blob(_) | Payload::Stream { .. } | Payload::Events
            )
        )
    })
}

/// ```text
/// let mut request = rest_json::RestJson1::request("PUT", "/functions/");
/// request.label("FunctionName", &self.function_name);
/// request.path("/code");
/// request.header("If-Match", &self.if_match);
/// rest_json::RestJson1::members(request, self)
/// ```
fn write(operation: &Operation, protocol: &TokenStream) -> TokenStream {
    let (method, path) = (&operation.http.method, http_binding::first_path(operation));
    let lines = http_binding::write(operation);
    let mutable = (!lines.is_empty()).then(|| quote!(mut));
    let asks_otherwise = operation.http.has_header("accept");
    let new = if answers_in_format(&operation.output) && !asks_otherwise {
        quote!(#protocol::request(#method, #path))
    } else {
        quote!(http_binding::Request::new(#method, #path))
    };
    let root = operation.http.root.as_ref();
    let body = write_body(
        &operation.input,
        root,
        &quote!(request),
        &quote!(self),
        protocol,
    );
    quote! {
        let #mutable request = #new;
        #(#lines)*
        #body
    }
}

/// ```text
/// rest_json::RestJson1::members(request, self)
/// rest_xml::RestXml::members(request, "Tagging", wire::layout!(PLAIN), self)
/// ```
///
/// `to` is the message, `of` the structure.
pub(super) fn write_body(
    structure: &Structure,
    root: Option<&Root>,
    to: &TokenStream,
    of: &TokenStream,
    protocol: &TokenStream,
) -> TokenStream {
    let root = root.map(named);
    let Some((member, payload)) = structure.payload() else {
        return if structure.body().next().is_some() {
            quote!(#protocol::members(#to, #root #of))
        } else {
            quote!(#to.empty())
        };
    };
    let name = &member.name;
    let value = if member.optional {
        quote!(#of.#name.as_ref())
    } else {
        quote!(Some(&#of.#name))
    };
    match payload {
        Payload::Structure => quote!(#protocol::structure(#to, #root #value)),
        Payload::Value => quote!(#protocol::payload(#to, #root #value)),
        Payload::Text(media_type) => quote!(#to.text(#media_type, &#of.#name)),
        Payload::Blob(media_type) => quote!(#to.blob(#media_type, #value)),
        Payload::Stream { media_type, .. } => quote!(#to.typed(#media_type, Vec::new())),
        Payload::Events => quote!(#to.typed("application/vnd.amazon.eventstream", Vec::new())),
    }
}

/// The body that is a member's value, or none where it is not set.
pub(super) fn write_value(
    member: &Member,
    root: Option<&Root>,
    to: &TokenStream,
    of: &TokenStream,
    protocol: &TokenStream,
) -> TokenStream {
    let (name, root) = (&member.name, root.map(named));
    let value = match member.optional {
        true => quote!(#of.#name.as_ref()),
        false => quote!(Some(&#of.#name)),
    };
    quote!(#protocol::payload(#to, #root #value))
}

/// `"Tagging", wire::layout!(PLAIN),`
fn named(Root { name, layout }: &Root) -> TokenStream {
    let layout = match layout {
        Some(layout) => wire::layout(layout),
        None => quote!(wire::layout!(PLAIN)),
    };
    quote!(#name, #layout,)
}

/// ```text
/// let mut output: GetFunctionOutput = rest_json::RestJson1::output(response)?;
/// http_binding::header(response, "ETag", &mut output.etag)?;
/// Ok(output)
/// ```
///
/// What has a stream of events checks first that the headers are there which it requires:
/// `event_stream::required(response, "x-observer")?;`.
fn read_output(output: &Structure, protocol: &TokenStream) -> TokenStream {
    let (name, initial) = (&output.name, output.initial());
    let members = output.members.iter();
    let required = output.headers_beside_events();
    let required = required.map(|header| quote!(event_stream::required(response, #header)?;));
    let reads = members.filter_map(|member| {
        let read = read(member, &quote!(output), &quote!(response), protocol)?;
        Some(match member.may_be_unreadable {
            true => read.or_leave(),
            false => read.or_fail(),
        })
    });
    let reads: Vec<TokenStream> = required.chain(reads).collect();
    let has_body = output.body().next().is_some();
    match (has_body, reads.as_slice()) {
        (true, []) => quote!(#protocol::output(response)),
        (false, []) => quote!(Ok(#name::#initial())),
        (true, reads) => quote! {
            let mut output: #name = #protocol::output(response)?;
            #(#reads)*
            Ok(output)
        },
        (false, reads) => quote! {
            let mut output = #name::#initial();
            #(#reads)*
            Ok(output)
        },
    }
}

/// How a member that is not in the body with others is read.
///
/// `of` is the structure, `from` the message.
pub(super) fn read(
    member: &Member,
    of: &TokenStream,
    from: &TokenStream,
    protocol: &TokenStream,
) -> Option<Read> {
    let name = &member.name;
    let slot = quote!(&mut #of.#name);
    Some(match &member.binding {
        Binding::Payload(Payload::Structure | Payload::Value) => {
            Read::Fallible(quote!(#protocol::read_payload(#from, #slot)))
        }
        Binding::Payload(Payload::Text(_)) => {
            Read::Fallible(quote!(http_binding::text(#from, #slot)))
        }
        Binding::Payload(Payload::Stream { .. }) => {
            Read::Infallible(quote!(stream::read(#from, #slot)))
        }
        Binding::Payload(Payload::Events) => {
            Read::Infallible(quote!(event_stream::read(#from, #slot)))
        }
        Binding::Payload(Payload::Blob(_)) => {
            Read::Infallible(quote!(http_binding::blob(#from, #slot)))
        }
        _ => return http_binding::read(member, of, from),
    })
}
