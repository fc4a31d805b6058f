//! The module of a service: what it is, and what is in it.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, File, docs};
use crate::ir::endpoint::Environment;
use crate::ir::{Service, Signing, Structure};
use crate::rust::Ident;

/// `license_manager/mod.rs`.
pub(super) fn module(cx: &Context<'_>) -> File {
    let service = cx.service;
    let fixed = [
        ("endpoint", service.endpoint.is_some()),
        ("errors", true),
        ("required", !service.required.is_empty()),
        ("types", !service.types.is_empty()),
        ("waiters", service.waiters().next().is_some()),
    ];
    let fixed = fixed
        .into_iter()
        .filter(|(_, there)| *there)
        .map(|(module, _)| Ident::new(module));
    let operations = service
        .operations
        .iter()
        .map(|operation| operation.name.clone());
    let modules: BTreeSet<Ident> = fixed.chain(operations).collect();
    let modules = modules.iter().map(|module| quote!(pub mod #module;));
    let allow = service.mentions_deprecated.then(|| {
        let reason = "what should not be used is generated all the same";
        quote!(#![allow(deprecated, reason = #reason)])
    });
    // Where something is required, its setters hand the caller on.
    let inputs = service.operations.iter().map(|operation| &operation.input);
    let unread = inputs
        .map(Structure::required)
        .any(|mut required| required.next().is_none());
    let unread = unread.then(|| {
        let reason = "only a client's builders use their caller";
        quote!(#![cfg_attr(not(feature = "client"), allow(dead_code, reason = #reason))])
    });
    let constraints = (!service.constraints.shapes.is_empty()).then(|| {
        quote! {
            #[cfg(feature = "validate")]
            mod constraints;
        }
    });
    let items = vec![
        quote! {
            #allow
            #unread
            #[cfg(feature = "test-util")]
            pub mod builders;
            #[cfg(feature = "client")]
            mod client;
            #constraints
            #[cfg(feature = "test-util")]
            mod double;
        },
        quote!(#(#modules)*),
        quote! {
            #[cfg(feature = "client")]
            pub use client::Client;
        },
        re_exports(service),
        definition(cx),
        implementation(cx),
    ];
    let docs = match service.docs.text.as_str() {
        "" => format!("{}.", service.title),
        text => format!("{}.\n\n{text}", service.title),
    };
    File {
        path: format!("src/{}/mod.rs", service.module.as_str()),
        docs,
        items,
        service: None,
    }
}

/// What operations are made of, by name; where there are many, a list of all would tell nobody
/// anything.
fn re_exports(service: &Service) -> TokenStream {
    let modules = service.operations.iter().map(|operation| &operation.name);
    if service.files.methods_with_operations {
        return quote!(pub use errors::Error; pub use self::{#(#modules::*),*};);
    }
    let operations = service.operations.iter().map(|operation| {
        let (module, error) = (&operation.name, &operation.error.name);
        let (input, output) = (&operation.input, &operation.output);
        let mut names = [&input.name, &input.builder, &output.name, error];
        names.sort();
        quote!(pub use #module::{#(#names),*};)
    });
    quote!(pub use errors::Error; #(#operations)*)
}

/// ```text
/// /// AWS License Manager, as its operations refer to it.
/// #[derive(Clone, Copy, Debug)]
/// pub struct LicenseManager;
/// ```
fn definition(cx: &Context<'_>) -> TokenStream {
    let name = &cx.service.name;
    let docs = docs::lines(&format!(
        "{}, as its operations refer to it.",
        cx.service.title
    ));
    quote! {
        #docs
        #[derive(Clone, Copy, Debug)]
        pub struct #name;
    }
}

/// ```text
/// impl crate::support::operation::Service for LicenseManager {
///     type Error = Error;
///
///     const SHAPE: &'static str = "AWSLicenseManager";
///     const SDK_ID: &'static str = "License Manager";
///     const USER_AGENT: &'static str = "license_manager";
///     const API_VERSION: &'static str = "2018-08-01";
///     const SIGNING_NAME: Option<&'static str> = Some("license-manager");
///     const AUTH_SCHEMES: &'static [&'static str] = &["sigv4"];
///     const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&endpoint::RULES);
/// }
/// ```
fn implementation(cx: &Context<'_>) -> TokenStream {
    let service = cx.service;
    let (name, sdk_id, version) = (&service.name, &service.sdk_id, &service.version);
    let (shape, user_agent) = (service.id.name(), &service.user_agent);
    let signing_name = match &service.signing_name {
        Some(signing_name) => quote!(Some(#signing_name)),
        None => quote!(None),
    };
    let rules = match service.endpoint {
        Some(_) => quote!(Some(&endpoint::RULES)),
        None => quote!(None),
    };
    let auth_schemes = &service.auth_schemes;
    let of_others = (cx.has_aws && !service.of_aws).then(|| {
        quote! {
            const IS_OF_AWS: bool = false;
        }
    });
    let environment = environment(service);
    let signing = service.signing.map(signing);
    let errors_in_successes = service.errors_in_successes.then(|| {
        quote! {
            const ERRORS_IN_SUCCESSES: bool = true;
        }
    });
    quote! {
        impl crate::support::operation::Service for #name {
            type Error = Error;

            const SHAPE: &'static str = #shape;
            const SDK_ID: &'static str = #sdk_id;
            const USER_AGENT: &'static str = #user_agent;
            const API_VERSION: &'static str = #version;
            const SIGNING_NAME: Option<&'static str> = #signing_name;
            const AUTH_SCHEMES: &'static [&'static str] = &[#(#auth_schemes),*];
            const ENDPOINT_RULES: Option<&'static crate::support::endpoint::RuleSet<'static>> =
                #rules;
            #of_others
            #environment
            #signing
            #errors_in_successes
        }
    }
}

/// ```text
/// const ENVIRONMENT: &'static [(&'static str, &'static str, &'static str)] =
///     &[("UseArnRegion", "AWS_S3_USE_ARN_REGION", "s3_use_arn_region")];
/// ```
fn environment(service: &Service) -> Option<TokenStream> {
    let settings = service.endpoint_settings.iter();
    let set = settings.filter_map(|setting| {
        let Environment { variable, key } = setting.environment?;
        let parameter = &setting.parameter;
        Some(quote!((#parameter, #variable, #key)))
    });
    service.has_environment().then(|| {
        quote! {
            const ENVIRONMENT: &'static [(&'static str, &'static str, &'static str)] =
                &[#(#set),*];
        }
    })
}

/// ```text
/// const SIGNING: operation::Signing =
///     operation::Signing { path_as_sent: true, content_sha256: true };
/// ```
fn signing(signing: Signing) -> TokenStream {
    let Signing {
        path_as_sent,
        content_sha256,
    } = signing;
    quote! {
        const SIGNING: crate::support::operation::Signing = crate::support::operation::Signing {
            path_as_sent: #path_as_sent,
            content_sha256: #content_sha256,
        };
    }
}
