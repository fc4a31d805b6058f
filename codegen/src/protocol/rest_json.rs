//! restJson1.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>

use proc_macro2::TokenStream;
use quote::quote;

use super::http_binding::{self, Read};
use super::{Bindings, Protocol, json, json_fault};
use crate::ir::{
    Binding, Enum, ErrorChoice, Member, Operation, Payload, Structure, TimestampFormat, Union,
};
use crate::lower::{Requests, WireRules};

/// restJson1
pub(super) struct RestJson1;

impl Protocol for RestJson1 {
    fn rules(&self) -> WireRules {
        WireRules {
            protocol: "aws.protocols#restJson1",
            requests: Requests::Bound,
            headers_of_errors: true,
            no_body_without_input: false,
            json_name: true,
            timestamp_format: TimestampFormat::EpochSeconds,
            other_timestamp_formats: true,
        }
    }

    fn support(&self) -> &'static [&'static str] {
        &["decimal", "http_binding", "json", "json_fault", "rest_json"]
    }

    fn type_(&self, _: &Operation) -> TokenStream {
        quote!(rest_json::RestJson1)
    }

    fn bindings(&self, operation: &Operation) -> Option<Bindings> {
        Some(Bindings {
            write: write(operation),
            read: read_output(&operation.output),
        })
    }

    fn own_errors(&self, operation: &Operation) -> Option<TokenStream> {
        json_fault::own_errors(operation, &quote!(rest_json))
    }

    fn service_error(&self, errors: &[ErrorChoice]) -> TokenStream {
        json_fault::service_error(errors)
    }

    /// ```text
    /// let _ = http_binding::header(response, "Retry-After", &mut self.retry_after);
    /// ```
    fn error_member(&self, member: &Member) -> Option<TokenStream> {
        Some(read(member, &quote!(self))?.or_leave())
    }

    fn structure(&self, structure: &Structure) -> Vec<TokenStream> {
        json::structure(structure)
    }

    fn union(&self, union: &Union) -> Vec<TokenStream> {
        json::union(union)
    }

    fn enum_(&self, enum_: &Enum) -> Vec<TokenStream> {
        let mut items = json::enum_(enum_);
        items.extend(http_binding::enum_(enum_));
        items
    }
}

/// Whether an operation's answers are JSON, as far as they have a body.
fn answers_json(output: &Structure) -> bool {
    output.members.iter().all(|member| {
        !matches!(
            member.binding,
            Binding::Payload(Payload::Text(_) | Payload::Blob(_) | Payload::Stream { .. })
        )
    })
}

/// The member that is the body.
fn payload(structure: &Structure) -> Option<(&Member, &Payload)> {
    let mut members = structure.members.iter();
    members.find_map(|member| match &member.binding {
        Binding::Payload(payload) => Some((member, payload)),
        _ => None,
    })
}

/// ```text
/// let mut request = rest_json::request("PUT", "/functions/");
/// request.label("FunctionName", &self.function_name);
/// request.path("/code");
/// request.header("If-Match", &self.if_match);
/// rest_json::members(request, self)
/// ```
fn write(operation: &Operation) -> TokenStream {
    let (method, path) = (&operation.http.method, http_binding::first_path(operation));
    let lines = http_binding::write(operation);
    let mutable = (!lines.is_empty()).then(|| quote!(mut));
    let asks_otherwise = operation.http.has_header("accept");
    let new = if answers_json(&operation.output) && !asks_otherwise {
        quote!(rest_json::request(#method, #path))
    } else {
        quote!(http_binding::Request::new(#method, #path))
    };
    let body = write_body(&operation.input);
    quote! {
        let #mutable request = #new;
        #(#lines)*
        #body
    }
}

/// ```text
/// rest_json::members(request, self)
/// ```
fn write_body(input: &Structure) -> TokenStream {
    let Some((member, payload)) = payload(input) else {
        return if input.body().next().is_some() {
            quote!(rest_json::members(request, self))
        } else {
            quote!(request.empty())
        };
    };
    let name = &member.name;
    let value = if member.optional {
        quote!(self.#name.as_ref())
    } else {
        quote!(Some(&self.#name))
    };
    match payload {
        Payload::Structure => quote!(rest_json::structure(request, #value)),
        Payload::Value => quote!(rest_json::payload(request, #value)),
        Payload::Text(media_type) => quote!(request.text(#media_type, &self.#name)),
        Payload::Blob(media_type) => quote!(request.blob(#media_type, #value)),
        Payload::Stream { media_type, .. } => quote!(request.typed(#media_type, Vec::new())),
    }
}

/// ```text
/// let mut output: GetFunctionOutput = json::output(response)?;
/// http_binding::header(response, "ETag", &mut output.etag)?;
/// Ok(output)
/// ```
fn read_output(output: &Structure) -> TokenStream {
    let (name, initial) = (&output.name, output.initial());
    let members = output.members.iter();
    let reads: Vec<TokenStream> = members
        .filter_map(|member| Some(read(member, &quote!(output))?.or_fail()))
        .collect();
    let has_body = output.body().next().is_some();
    match (has_body, reads.as_slice()) {
        (true, []) => quote!(json::output(response)),
        (false, []) => quote!(Ok(#name::#initial())),
        (true, reads) => quote! {
            let mut output: #name = json::output(response)?;
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
fn read(member: &Member, of: &TokenStream) -> Option<Read> {
    let name = &member.name;
    let slot = quote!(&mut #of.#name);
    Some(match &member.binding {
        Binding::Payload(Payload::Structure | Payload::Value) => {
            Read::Fallible(quote!(rest_json::read_payload(response, #slot)))
        }
        Binding::Payload(Payload::Text(_)) => {
            Read::Fallible(quote!(http_binding::text(response, #slot)))
        }
        Binding::Payload(Payload::Stream { .. }) => {
            Read::Infallible(quote!(stream::read(response, #slot)))
        }
        Binding::Payload(Payload::Blob(_)) => {
            Read::Infallible(quote!(http_binding::blob(response, #slot)))
        }
        _ => return http_binding::read(member, of),
    })
}
