//! An operation: one module with its input, builder, output, error and wire code.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Context, File, Place, builder, client, constraints, endpoint, imports, operation_error,
    pagination, streamed, structure,
};
use crate::ir::{EndpointMember, HostPart, Operation, Structure, StructureKind};

/// The module of an operation, e.g. `create_token`.
pub(super) fn module(cx: &Context<'_>, operation: &Operation) -> File {
    let (input, output) = (&operation.input, &operation.output);
    let members = input.members.iter().chain(&output.members);
    let types = members.flat_map(|member| member.type_.named());
    let items = operation.pagination.iter().flat_map(|p| &p.items);
    let types = types.chain(items.flat_map(|items| items.type_.named()));
    let service = &cx.service.name;
    let place = Place::Module(operation.name.as_str());
    let mut items = vec![
        imports::names_from(cx, types.collect(), place),
        quote!(use super::#service;),
    ];
    items.extend(structure_items(cx, operation, input));
    items.push(builder::send(input, operation.pagination.as_ref()));
    items.extend(structure_items(cx, operation, output));
    items.push(operation_error::alias(operation));
    items.push(implementation(cx, operation));
    items.extend(pagination::implementations(operation));
    if cx.service.files.methods_with_operations {
        items.push(client::method_alone(cx, operation));
    }
    items.extend(cx.protocol.structure(input));
    items.extend(cx.protocol.structure(output));
    let summary = operation.docs.summary();
    let docs = match summary {
        "" => format!("`{}`.", operation.wire_name),
        summary => format!("`{}`.\n\n{summary}", operation.wire_name),
    };
    File::in_service(cx, place, &docs, items)
}

fn structure_items(
    cx: &Context<'_>,
    operation: &Operation,
    structure: &Structure,
) -> Vec<TokenStream> {
    let verb = match structure.kind {
        StructureKind::Input => "takes",
        _ => "gives",
    };
    let docs = format!("What `{}` {verb}.", operation.wire_name);
    let docs = docs + &streamed::docs(operation, structure);
    let mut items = vec![structure::definition(structure, &docs)];
    items.extend(structure::implementations(cx, structure));
    if !structure.is_answer() {
        items.extend(builder::items(structure));
    }
    items
}

/// ```text
/// impl operation::Operation for CreateTokenInput {
///     type Service = LicenseManager;
///     type Output = CreateTokenOutput;
///     type Error = CreateTokenError;
///
///     const NAME: &'static str = "CreateToken";
///
///     fn request(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> { .. }
///
///     fn host_prefix(&self) -> Result<Option<String>, operation::BuildError> { .. }
///
///     fn response(
///         response: &operation::Response<'_>,
///     ) -> Result<CreateTokenOutput, operation::Failure<CreateTokenError>> { .. }
/// }
/// ```
fn implementation(cx: &Context<'_>, operation: &Operation) -> TokenStream {
    let (input, output) = (&operation.input.name, &operation.output.name);
    let (error, service) = (&operation.error.name, &cx.service.name);
    let name = &operation.wire_name;
    let auth_schemes = operation
        .auth_schemes
        .as_ref()
        .map(|schemes| quote!(const AUTH_SCHEMES: &'static [&'static str] = &[#(#schemes),*];));
    let unsigned_payload = operation.unsigned_payload.then(|| {
        quote!(
            const UNSIGNED_PAYLOAD: bool = true;
        )
    });
    let host_prefix = host_prefix(&operation.host_prefix);
    let own_endpoint = operation.own_endpoint.as_ref().map(own_endpoint);
    let take_stream = streamed::take(&operation.input);
    let put_stream = streamed::put(&operation.output);
    let endpoint_parameters = endpoint::binding::method(&operation.endpoint_bindings);
    let is_constrained = cx.service.constraints.reach(input);
    let validate = is_constrained.then(constraints::method);
    let request = cx.protocol.request(cx.service, operation);
    let own_request = streamed::own_request(operation, &request);
    let request = own_request
        .as_ref()
        .map_or(request, |_| quote!(Self::request(self)));
    let request = self::request(operation, &request);
    let response = cx.protocol.response(operation);
    quote! {
        #own_request

        impl operation::Operation for #input {
            type Service = #service;
            type Output = #output;
            type Error = #error;

            const NAME: &'static str = #name;
            #auth_schemes
            #unsigned_payload
            #take_stream
            #put_stream

            #request

            #host_prefix

            #own_endpoint

            #endpoint_parameters

            #validate

            #[inline]
            fn response(
                response: &operation::Response<'_>,
            ) -> Result<#output, operation::Failure<#error>> {
                #response
            }
        }
    }
}

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
///
/// The second is there where a request can be compressed.
fn request(operation: &Operation, request: &TokenStream) -> TokenStream {
    let result = quote!(Result<http::Request<Vec<u8>>, operation::BuildError>);
    let (plain, compressed) = if operation.compresses {
        let compressed = quote! {
            #[inline]
            fn request_compressed_from(&self, size: Option<usize>) -> #result {
                #request
            }
        };
        let plain = quote!(self.request_compressed_from(Some(compression::MIN_SIZE)));
        (plain, Some(compressed))
    } else {
        (request.clone(), None)
    };
    quote! {
        #[inline]
        fn request(&self) -> #result {
            #plain
        }

        #compressed
    }
}

/// ```text
/// fn own_endpoint(&self) -> Option<&str> {
///     Some(&self.predict_endpoint)
/// }
/// ```
fn own_endpoint(endpoint: &EndpointMember) -> TokenStream {
    let field = &endpoint.member;
    let url = if endpoint.optional {
        quote!(self.#field.as_deref())
    } else {
        quote!(Some(&self.#field))
    };
    quote! {
        fn own_endpoint(&self) -> Option<&str> {
            #url
        }
    }
}

/// ```text
/// fn host_prefix(&self) -> Result<Option<String>, operation::BuildError> {
///     Ok(Some(format!("data-{}.", operation::host_label("name", &self.name)?)))
/// }
/// ```
fn host_prefix(parts: &[HostPart]) -> Option<TokenStream> {
    let mut format = String::new();
    let mut labels = Vec::new();
    for part in parts {
        match part {
            HostPart::Text(text) => format += &text.replace('{', "{{").replace('}', "}}"),
            HostPart::Label {
                member,
                wire_name,
                optional,
            } => {
                let value = if *optional {
                    quote!(self.#member.as_ref().map_or("", AsRef::as_ref))
                } else {
                    quote!(&self.#member)
                };
                format += "{}";
                labels.push(quote!(operation::host_label(#wire_name, #value)?));
            }
        }
    }
    let prefix = match labels.as_slice() {
        [] => quote!(#format.to_owned()),
        labels => quote!(format!(#format, #(#labels),*)),
    };
    (!parts.is_empty()).then(|| {
        quote! {
            fn host_prefix(&self) -> Result<Option<String>, operation::BuildError> {
                Ok(Some(#prefix))
            }
        }
    })
}
