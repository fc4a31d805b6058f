//! The checksums of an operation's messages that their senders may choose.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{HttpChecksum, Operation, RequestChecksum, ResponseChecksum, Structure, Type};

/// ```text
/// const REQUEST_CHECKSUM: Option<operation::RequestChecksum> = Some(operation::RequestChecksum {
///     algorithm_header: Some("x-amz-sdk-checksum-algorithm"),
///     required: false,
/// });
/// const RESPONSE_CHECKSUM: Option<operation::ResponseChecksum> = Some(operation::ResponseChecksum {
///     mode_header: Some("x-amz-checksum-mode"),
///     algorithms: &["CRC32", "SHA256"],
/// });
/// ```
pub(super) fn facts(checksums: &HttpChecksum) -> TokenStream {
    let request = checksums.request.as_ref().map(|request| {
        let RequestChecksum {
            header, required, ..
        } = request;
        let header = header_or_none(header.as_ref());
        quote! {
            const REQUEST_CHECKSUM: Option<operation::RequestChecksum> =
                Some(operation::RequestChecksum {
                    algorithm_header: #header,
                    required: #required,
                });
        }
    });
    let response = checksums.response.as_ref().map(|response| {
        let ResponseChecksum {
            mode_header,
            algorithms,
        } = response;
        let header = header_or_none(mode_header.as_ref());
        quote! {
            const RESPONSE_CHECKSUM: Option<operation::ResponseChecksum> =
                Some(operation::ResponseChecksum {
                    mode_header: #header,
                    algorithms: &[#(#algorithms),*],
                });
        }
    });
    quote!(#request #response)
}

fn header_or_none(header: Option<&String>) -> TokenStream {
    match header {
        Some(header) => quote!(Some(#header)),
        None => quote!(None),
    }
}

/// What they do with a request when it is there. Of a stream nothing is known yet but what its sender
/// says.
///
/// ```text
/// .and_then(|request| {
///     let choice = self.algorithm.as_ref().map(|algorithm| algorithm.as_str());
///     http_checksum::add(request, Self::REQUEST_CHECKSUM, choice)
/// })
/// .map(|request| http_checksum::ask(request, Self::RESPONSE_CHECKSUM))
/// ```
pub(super) fn finishing(operation: &Operation) -> TokenStream {
    let HttpChecksum { request, response } = &operation.checksums;
    let is_streamed = operation.input.streamed().is_some();
    let facts = if is_streamed {
        // Of the input whose stream is the usual one.
        let input = &operation.input.name;
        quote!(<#input as operation::Operation>)
    } else {
        quote!(Self)
    };
    let request = request.as_ref().map(|request| {
        if is_streamed {
            return quote!(.and_then(http_checksum::check_given));
        }
        let choice = choice(&operation.input, request);
        quote! {
            .and_then(|request| {
                let choice = #choice;
                http_checksum::add(request, #facts::REQUEST_CHECKSUM, choice)
            })
        }
    });
    let response = response
        .as_ref()
        .map(|_| quote!(.map(|request| http_checksum::ask(request, #facts::RESPONSE_CHECKSUM))));
    quote!(#request #response)
}

/// The name of the algorithm that a caller has chosen.
fn choice(input: &Structure, request: &RequestChecksum) -> TokenStream {
    let field = &request.algorithm;
    let mut members = input.members.iter();
    let is_text = members.any(|member| member.name == *field && member.type_ == Type::String);
    match (request.optional, is_text) {
        (false, _) => quote!(Some(self.#field.as_str())),
        (true, true) => quote!(self.#field.as_deref()),
        (true, false) => quote!(self.#field.as_ref().map(|algorithm| algorithm.as_str())),
    }
}

/// What they do with a response that has been read: `http_checksum::check::<Self>(response)?;`
pub(super) fn check(operation: &Operation) -> Option<TokenStream> {
    let is_read = operation.output.streamed().is_none();
    let response = operation.checksums.response.as_ref();
    response
        .filter(|_| is_read)
        .map(|_| quote!(http_checksum::check::<Self>(response)?;))
}

/// The requests of an input whose stream is read by whoever has no client.
///
/// ```text
/// impl<Body: AsRef<[u8]>> UploadInput<Body> {
///     /// The HTTP request of this call, with `content`, which is in memory, and its checksum.
///     pub fn into_checked_request(self) -> Result<http::Request<Body>, operation::BuildError> { .. }
/// }
///
/// impl<Body: std::io::Read> UploadInput<Body> {
///     /// The HTTP request of this call, with `content` in chunks, and its checksum behind them.
///     pub fn into_chunked_request(
///         self,
///         length: u64,
///     ) -> Result<http::Request<http_checksum::Chunked<Body>>, operation::BuildError> { .. }
/// }
/// ```
pub(super) fn own_requests(operation: &Operation) -> Option<TokenStream> {
    operation.checksums.request.as_ref()?;
    let input = &operation.input;
    let (member, body) = input.streamed()?;
    let name = &input.name;
    let facts = quote!(<#name as operation::Operation>::REQUEST_CHECKSUM);
    let field = &member.name;
    let checked = format!(
        " The HTTP request of this call, with `{field}`, which is in memory, and its checksum."
    );
    let chunked = format!(
        " The HTTP request of this call, with `{field}` in chunks, and its checksum behind them."
    );
    let length = format!(" `length` is that of `{field}`, before it is in chunks.");
    Some(quote! {
        impl<#body: AsRef<[u8]>> #name<#body> {
            #[doc = #checked]
            ///
            /// # Errors
            /// Where a value cannot be sent.
            #[inline]
            pub fn into_checked_request(
                self,
            ) -> Result<http::Request<#body>, operation::BuildError> {
                http_checksum::add(self.into_request()?, #facts, None)
            }
        }

        impl<#body: std::io::Read> #name<#body> {
            #[doc = #chunked]
            #[doc = #length]
            ///
            /// # Errors
            /// Where a value cannot be sent.
            #[inline]
            pub fn into_chunked_request(
                self,
                length: u64,
            ) -> Result<http::Request<http_checksum::Chunked<#body>>, operation::BuildError> {
                http_checksum::chunked(self.into_request()?, #facts, length)
            }
        }
    })
}
