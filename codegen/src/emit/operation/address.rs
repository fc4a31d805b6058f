//! Where the requests of an operation go, and which they take with them: what comes before the host, a URL
//! of their own, one that is presigned for another region.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Destination, EndpointMember, HostPart, PresignedUrl};

/// ```text
/// const PRESIGNED_URL: Option<operation::PresignedUrl<Self>> = Some(operation::PresignedUrl::new(
///     |input| input.source_region.as_deref(),
///     |input| &mut input.pre_signed_url,
///     operation::Destination::Parameter("DestinationRegion"),
/// ));
/// ```
pub(super) fn presigned_url(url: &PresignedUrl) -> TokenStream {
    let (source_region, field) = (&url.source_region, &url.url);
    let destination = match &url.destination {
        Destination::Member(region) => {
            quote!(operation::Destination::Member(|input| &mut input.#region))
        }
        Destination::Parameter(name) => quote!(operation::Destination::Parameter(#name)),
    };
    quote! {
        const PRESIGNED_URL: Option<operation::PresignedUrl<Self>> =
            Some(operation::PresignedUrl::new(
                |input| input.#source_region.as_deref(),
                |input| &mut input.#field,
                #destination,
            ));
    }
}

/// ```text
/// fn own_endpoint(&self) -> Option<&str> {
///     Some(&self.predict_endpoint)
/// }
/// ```
pub(super) fn own_endpoint(endpoint: &EndpointMember) -> TokenStream {
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
pub(super) fn host_prefix(parts: &[HostPart]) -> Option<TokenStream> {
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
