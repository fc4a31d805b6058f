//! Inputs and outputs whose body is a stream: its type is a parameter, so that those who have no
//! client have streams of their own.

mod constants;
mod docs;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{request_id, rust_type};
use crate::ir::{Operation, Structure};

pub(super) use constants::{put, put_events, read_initial, take, take_body, take_events};
pub(super) use docs::docs;

/// `<Body = aws_smithy_types::byte_stream::ByteStream>`, or `<Body = event_stream::Events<TideStream>>`
pub(super) fn parameters(structure: &Structure) -> Option<TokenStream> {
    let (member, body) = structure.streamed()?;
    let type_ = rust_type::bare(&member.type_);
    Some(quote!(<#body = #type_>))
}

/// `<Body: fmt::Debug>` and `<Body>`, for an implementation of `Debug`.
pub(super) fn debug_parameters(structure: &Structure) -> (TokenStream, TokenStream) {
    let Some((member, body)) = structure.streamed() else {
        return (TokenStream::new(), TokenStream::new());
    };
    let is_printed = !structure.sensitive && !member.sensitive;
    let bound = is_printed.then(|| quote!(: fmt::Debug));
    (quote!(<#body #bound>), quote!(<#body>))
}

/// `<Body: PartialEq>` and `<Body>`, for an implementation of `PartialEq`.
pub(super) fn equality_parameters(structure: &Structure) -> (TokenStream, TokenStream) {
    match structure.streamed() {
        Some((_, body)) => (quote!(<#body: PartialEq>), quote!(<#body>)),
        None => Default::default(),
    }
}

/// ```text
/// impl<Body> GetClipOutput<Body> {
///     /// The same with another stream, of any type, as its `payload`.
///     pub fn with_body<B>(self, body: B) -> GetClipOutput<B> {
///         GetClipOutput {
///             content_type: self.content_type,
///             payload: body,
///             _request_id: self._request_id,
///         }
///     }
/// }
/// ```
pub(super) fn with_body(structure: &Structure) -> Option<TokenStream> {
    let (streamed, parameter) = structure.streamed()?;
    let name = &structure.name;
    let other = format_ident!("{}", if parameter.as_str() == "B" { "C" } else { "B" });
    let docs = format!(
        " The same with another stream, of any type, as its `{}`.",
        streamed.name
    );
    let members = structure.members.iter().map(|member| {
        let field = &member.name;
        // Clippy would have the name once.
        if member.name == streamed.name && field.as_str() == "body" {
            quote!(body)
        } else if member.name == streamed.name {
            quote!(#field: body)
        } else {
            quote!(#field: self.#field)
        }
    });
    let fields = members.chain(request_id::moved(structure));
    Some(quote! {
        impl<#parameter> #name<#parameter> {
            #[doc = #docs]
            #[inline]
            pub fn with_body<#other>(self, body: #other) -> #name<#other> {
                #name { #(#fields),* }
            }
        }
    })
}

/// The requests of an input, whatever its stream is.
///
/// ```text
/// impl<Body> UploadArchiveInput<Body> {
///     /// The HTTP request of this call, without its body: that is `body`.
///     pub fn request(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> { .. }
///
///     /// The HTTP request of this call, with `body` as its body.
///     pub fn into_request(self) -> Result<http::Request<Body>, operation::BuildError> { .. }
/// }
/// ```
///
/// Where checksums of the stream are headers, its bytes have to be in memory:
/// `impl<Body: tree_hash::InMemory> UploadArchiveInput<Body>`.
pub(super) fn own_request(operation: &Operation, request: &TokenStream) -> Option<TokenStream> {
    let input = &operation.input;
    let (member, body) = input.streamed()?;
    let bound = operation
        .http
        .tree_hash
        .then(|| quote!(: tree_hash::InMemory));
    let (name, field) = (&input.name, &member.name);
    let head = format!(" The HTTP request of this call, without its body: that is `{field}`.");
    let whole = format!(" The HTTP request of this call, with `{field}` as its body.");
    Some(quote! {
        impl<#body #bound> #name<#body> {
            #[doc = #head]
            ///
            /// # Errors
            /// Where a value cannot be sent.
            #[inline]
            pub fn request(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> {
                #request
            }

            #[doc = #whole]
            ///
            /// # Errors
            /// Where a value cannot be sent.
            #[inline]
            pub fn into_request(self) -> Result<http::Request<#body>, operation::BuildError> {
                let head = self.request()?;
                Ok(head.map(|_| self.#field))
            }
        }
    })
}
