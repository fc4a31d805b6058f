//! Code that writes and reads members that are bound to paths, queries, headers and the status,
//! for every protocol with HTTP bindings: one line a member.

use proc_macro2::TokenStream;
use quote::quote;

use super::sent::sent;
use crate::ir::{Binding, Enum, EnumKind, Header, Member, Operation, PathPart, TimestampFormat};

/// The path with which a request begins, up to its first label.
pub(super) fn first_path(operation: &Operation) -> &str {
    match operation.http.path.first() {
        Some(PathPart::Text(text)) => text,
        _ => "",
    }
}

/// ```text
/// request.label("FunctionName", &self.function_name);
/// request.path("/versions");
/// request.label_or("-", &self.account_id);
/// request.label("Id", &operation::bare_id(&["hostedzone", "change"], &self.id));
/// request.literal_query("list-type=2");
/// request.query("Marker", &self.marker);
/// request.required_query("uploadId", &self.upload_id);
/// request.header("If-Match", &self.if_match);
/// ```
pub(super) fn write(operation: &Operation) -> Vec<TokenStream> {
    let http = &operation.http;
    let members = &operation.input.members;
    let first = usize::from(matches!(http.path.first(), Some(PathPart::Text(_))));
    let mut lines: Vec<TokenStream> = http.path[first..]
        .iter()
        .filter_map(|part| path_part(part, members))
        .collect();
    let query = &http.query;
    if !query.is_empty() {
        lines.push(quote!(request.literal_query(#query);));
    }
    // Names that a member is bound to by itself take precedence over those of maps.
    lines.extend(values(members, &quote!(request), &quote!(self)));
    lines
}

/// The lines that write the members of a structure, `of`, that are neither in the path nor in the body,
/// `to` a message.
///
/// ```text
/// response.header("ETag", &output.etag);
/// ```
pub(super) fn values(
    members: &[Member],
    to: &TokenStream,
    of: &TokenStream,
) -> impl Iterator<Item = TokenStream> {
    let each = members
        .iter()
        .filter_map(|member| one_value(member, to, of));
    let maps = members
        .iter()
        .filter_map(|member| map_of_values(member, to, of));
    each.chain(maps)
}

fn path_part(part: &PathPart, members: &[Member]) -> Option<TokenStream> {
    let (field, greedy, default) = match part {
        PathPart::Text(text) => return Some(quote!(request.path(#text);)),
        PathPart::Label {
            member,
            greedy,
            default,
        } => (member, *greedy, default),
    };
    let member = members.iter().find(|member| member.name == *field)?;
    let name = member.id.member().unwrap_or(&member.wire_name);
    let value = sent(member);
    if let Some(default) = default {
        return Some(quote!(request.label_or(#default, &self.#field);));
    }
    Some(match (greedy, form(member)) {
        (true, _) => quote!(request.greedy_label(#name, &#value);),
        (false, None) => quote!(request.label(#name, &#value);),
        (false, Some(form)) => quote!(request.label_as::<#form>(#name, &#value);),
    })
}

fn one_value(member: &Member, to: &TokenStream, of: &TokenStream) -> Option<TokenStream> {
    let field = &member.name;
    Some(match (&member.binding, form(member)) {
        (Binding::Query(name), None) => {
            let value = sent(member);
            if member.must_be_in_query() {
                return Some(quote!(#to.required_query(#name, &#value);));
            }
            quote!(#to.query(#name, &#value);)
        }
        (Binding::Query(name), Some(form)) => {
            quote!(#to.query_as::<#form>(#name, &#of.#field);)
        }
        (Binding::Header(Header { name, .. }), None) => {
            quote!(#to.header(#name, &#of.#field);)
        }
        (Binding::Header(Header { name, .. }), Some(form)) => {
            quote!(#to.header_as::<#form>(#name, &#of.#field);)
        }
        _ => return None,
    })
}

fn map_of_values(member: &Member, to: &TokenStream, of: &TokenStream) -> Option<TokenStream> {
    let field = &member.name;
    let entries = if member.optional {
        quote!(#of.#field.iter().flatten())
    } else {
        quote!(&#of.#field)
    };
    Some(match &member.binding {
        Binding::QueryParams => quote!(#to.query_params(#entries);),
        Binding::PrefixHeaders(prefix) => quote!(#to.prefix_headers(#prefix, #entries);),
        _ => return None,
    })
}

/// ```text
/// http_binding::header(response, "ETag", &mut output.etag)?;
/// ```
///
/// What can fail is a `Result`, which is left to the caller.
pub(super) fn read(member: &Member, of: &TokenStream, from: &TokenStream) -> Option<Read> {
    let field = &member.name;
    let slot = quote!(&mut #of.#field);
    Some(match (&member.binding, form(member)) {
        (Binding::Header(Header { name, .. }), None) => {
            Read::Fallible(quote!(http_binding::header(#from, #name, #slot)))
        }
        (Binding::Header(Header { name, .. }), Some(form)) => {
            Read::Fallible(quote!(http_binding::header_as::<#form>(#from, #name, #slot)))
        }
        (Binding::PrefixHeaders(prefix), _) => {
            Read::Infallible(quote!(http_binding::prefix_headers(#from, #prefix, #slot)))
        }
        (Binding::Status, _) => Read::Infallible(quote!(http_binding::status(#from, #slot))),
        _ => return None,
    })
}

/// An expression that reads a member.
pub(super) enum Read {
    /// It is a `Result`.
    Fallible(TokenStream),
    /// It cannot fail.
    Infallible(TokenStream),
}

impl Read {
    /// As a statement of a function that fails where it does.
    pub(super) fn or_fail(&self) -> TokenStream {
        match self {
            Self::Fallible(read) => quote!(#read?;),
            Self::Infallible(read) => quote!(#read;),
        }
    }

    /// As a statement that leaves the member as it is where it fails.
    pub(super) fn or_leave(&self) -> TokenStream {
        match self {
            Self::Fallible(read) => quote!(let _ = #read;),
            Self::Infallible(read) => quote!(#read;),
        }
    }
}

/// The marker of a form that a value of the member's type has beside others.
pub(super) fn form(member: &Member) -> Option<TokenStream> {
    if let Binding::Header(Header { base64: true, .. }) = member.binding {
        return Some(quote!(http_binding::Base64));
    }
    Some(match member.type_.timestamp_format()? {
        TimestampFormat::EpochSeconds => quote!(http_binding::EpochSeconds),
        TimestampFormat::DateTime => quote!(http_binding::DateTimeFormat),
        TimestampFormat::HttpDate => quote!(http_binding::HttpDate),
    })
}

/// ```text
/// http_binding::string_enum!(TokenType);
/// ```
pub(super) fn enum_(enum_: &Enum) -> Option<TokenStream> {
    let name = &enum_.name;
    enum_.is_text.then(|| match enum_.kind {
        EnumKind::String => quote!(http_binding::string_enum!(#name);),
        EnumKind::Integer => quote!(http_binding::integer_enum!(#name);),
    })
}
