//! What an operation is to those who call it: its implementation of `operation::Operation`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::double::defaults;
use super::super::{Context, constraints, endpoint, request_id, streamed};
use super::address::{host_prefix, own_endpoint, presigned_url};
use super::checksums;
use crate::ir::Operation;
use crate::protocol::Bindings;

/// The implementation, and the code of its own that the operation's protocol asks for.
pub(super) fn items(cx: &Context<'_>, operation: &Operation) -> Vec<TokenStream> {
    let mut items = vec![implementation(cx, operation)];
    if let Some(Bindings { mut write, read }) = cx.protocol.bindings(operation) {
        if operation.input.streamed().is_some() {
            let finishing = finishing(operation);
            items.extend(streamed::own_request(operation, &quote!(#write #finishing)));
            items.extend(checksums::own_requests(operation));
            write = quote!(Self::request(self));
        }
        items.push(bindings(operation, &write, &read));
    }
    items
}

/// ```text
/// impl operation::Operation for CreateTokenInput {
///     type Service = LicenseManager;
///     type Protocol = aws_json::V1_1;
///     type Output = CreateTokenOutput;
///
///     const NAME: &'static str = "CreateToken";
///
///     fn host_prefix(&self) -> Result<Option<String>, operation::BuildError> { .. }
///
///     operation::request_id_field!();
/// }
/// ```
fn implementation(cx: &Context<'_>, operation: &Operation) -> TokenStream {
    let (input, output) = (&operation.input.name, &operation.output.name);
    let (service, name) = (&cx.service.name, &operation.wire_name);
    let protocol = protocol(cx, operation);
    let auth_schemes = operation
        .auth_schemes
        .as_ref()
        .map(|schemes| quote!(const AUTH_SCHEMES: &'static [&'static str] = &[#(#schemes),*];));
    let unsigned_payload = operation.unsigned_payload.then(|| {
        quote!(
            const UNSIGNED_PAYLOAD: bool = true;
        )
    });
    let success = operation.success.map(|code| {
        let code = Literal::u16_unsuffixed(code);
        quote!(
            const SUCCESS: u16 = #code;
        )
    });
    let take_stream = streamed::take(&operation.input);
    let take_events = streamed::take_events(operation);
    let put_events = streamed::put_events(operation);
    let put_stream = streamed::put(&operation.output);
    let take_body = streamed::take_body(&operation.output);
    let read_initial = streamed::read_initial(operation);
    let checksums = checksums::facts(&operation.checksums);
    let presigned_url = operation.presigned_url.as_ref().map(presigned_url);
    let request = request(operation);
    let fill_defaults = defaults::of_input(cx, operation);
    let host_prefix = host_prefix(&operation.host_prefix);
    let own_endpoint = operation.own_endpoint.as_ref().map(own_endpoint);
    let endpoint_parameters = endpoint::binding::method(&operation.endpoint_bindings);
    let is_constrained = cx.service.constraints.reach(input);
    let validate = is_constrained.then(constraints::method);
    let response = response(cx, operation);
    let extended_request_id = request_id::extended_field(&operation.output);
    quote! {
        impl operation::Operation for #input {
            type Service = #service;
            type Protocol = #protocol;
            type Output = #output;

            const NAME: &'static str = #name;
            #auth_schemes
            #success
            #unsigned_payload
            #take_stream
            #take_events
            #put_events
            #put_stream
            #take_body
            #read_initial
            #checksums
            #presigned_url

            #request

            #host_prefix

            #own_endpoint

            #endpoint_parameters

            #validate

            #fill_defaults

            #response

            operation::request_id_field!();

            #extended_request_id
        }
    }
}

/// The type of the operation's protocol: `aws_json::V1_1`, or that in a
/// `query_compatible::QueryCompatible`.
fn protocol(cx: &Context<'_>, operation: &Operation) -> TokenStream {
    let protocol = cx.protocol.type_of(operation);
    if cx.service.query_compatible {
        quote!(query_compatible::QueryCompatible<#protocol>)
    } else {
        protocol
    }
}

/// The request, where there is more to it than the protocol says. One whose body is a stream has
/// all of that already.
///
/// ```text
/// fn request(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> {
///     <Self::Protocol as operation::Protocol<Self>>::request(self).map(checksum::content_md5)
/// }
/// ```
///
/// It has a second function where it can be compressed:
///
/// ```text
/// fn request(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> {
///     self.request_compressed_from(Some(compression::MIN_SIZE))
/// }
///
/// fn request_compressed_from(
///     &self,
///     size: Option<usize>,
/// ) -> Result<http::Request<Vec<u8>>, operation::BuildError> { .. }
/// ```
fn request(operation: &Operation) -> Option<TokenStream> {
    let finishing = finishing(operation);
    if finishing.is_empty() || operation.input.streamed().is_some() {
        return None;
    }
    let result = quote!(Result<http::Request<Vec<u8>>, operation::BuildError>);
    let request = quote! {
        <Self::Protocol as operation::Protocol<Self>>::request(self) #finishing
    };
    if !operation.compresses {
        return Some(quote! {
            #[inline]
            fn request(&self) -> #result {
                #request
            }
        });
    }
    Some(quote! {
        #[inline]
        fn request(&self) -> #result {
            self.request_compressed_from(Some(compression::MIN_SIZE))
        }

        #[inline]
        fn request_compressed_from(&self, size: Option<usize>) -> #result {
            #request
        }
    })
}

/// What is done with a request when it is there: large ones are compressed, some carry checksums,
/// and some have headers that no member is.
///
/// ```text
/// .map(|request| compression::gzip(request, size))
/// .map(checksum::content_md5)
/// .and_then(|request| operation::with_header(request, "X-Amz-Glacier-Version", "2012-06-01"))
/// .and_then(|request| tree_hash::add(request, "body", &self.body))
/// ```
fn finishing(operation: &Operation) -> TokenStream {
    let compressed = operation
        .compresses
        .then(|| quote!(.map(|request| compression::gzip(request, size))));
    let checksum = operation
        .http
        .checksum
        .then(|| quote!(.map(checksum::content_md5)));
    let headers = operation.http.headers.iter().map(
        |(name, value)| quote!(.and_then(|request| operation::with_header(request, #name, #value))),
    );
    let stream = operation.input.streamed();
    let tree_hash = stream
        .filter(|_| operation.http.tree_hash)
        .map(|(member, _)| {
            let (name, field) = (&member.wire_name, &member.name);
            quote!(.and_then(|request| tree_hash::add(request, #name, &self.#field)))
        });
    let chosen = checksums::finishing(operation);
    quote!(#compressed #checksum #(#headers)* #tree_hash #chosen)
}

/// The response, where there is more to it than the protocol says.
///
/// ```text
/// fn response(
///     response: &operation::Response<'_>,
/// ) -> Result<CreateTokenOutput, operation::Failure<CreateTokenError>> {
///     if !response.is_success_of::<Self>() {
///         let fault = aws_json::V1_1::fault(response);
///         ..
///     }
///     operation::read::<Self>(response)
/// }
/// ```
fn response(cx: &Context<'_>, operation: &Operation) -> Option<TokenStream> {
    let own_errors = cx.protocol.own_errors(operation);
    let check = checksums::check(operation);
    let events = cx.protocol.events_of_answer(operation);
    if own_errors.is_none() && check.is_none() && events.is_none() {
        return None;
    }
    let (output, error) = (&operation.output.name, &operation.error.name);
    let read = events.unwrap_or_else(|| quote!(operation::read::<Self>(response)));
    Some(quote! {
        #[inline]
        fn response(
            response: &operation::Response<'_>,
        ) -> Result<#output, operation::Failure<#error>> {
            #own_errors
            #check
            #read
        }
    })
}

/// ```text
/// impl http_binding::Bindings for GetFunctionInput {
///     fn write(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> { .. }
///
///     fn read(
///         response: &operation::Response<'_>,
///     ) -> Result<GetFunctionOutput, operation::UnreadableError> { .. }
/// }
/// ```
fn bindings(operation: &Operation, write: &TokenStream, read: &TokenStream) -> TokenStream {
    let (input, output) = (&operation.input.name, &operation.output.name);
    let response = if operation.output.members.is_empty() {
        quote!(_)
    } else {
        quote!(response)
    };
    quote! {
        impl http_binding::Bindings for #input {
            #[inline]
            fn write(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> {
                #write
            }

            #[inline]
            fn read(
                #response: &operation::Response<'_>,
            ) -> Result<#output, operation::UnreadableError> {
                #read
            }
        }
    }
}
