//! The root of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::manifest::feature_of;
use super::support::users;
use super::{Context, File, re_exports, readme};

/// `src/lib.rs`.
pub(super) fn lib(contexts: &[Context<'_>]) -> File {
    let services = contexts.iter().map(|cx| {
        let module = &cx.service.module;
        let feature = feature_of(contexts, cx).map(|feature| quote!(#[cfg(feature = #feature)]));
        quote! {
            #feature
            #[rustfmt::skip]
            pub mod #module;
        }
    });
    let mut items: Vec<TokenStream> = services.collect();
    items.push(quote!(
        pub mod support;
    ));
    items.push(quote! {
        #[cfg(feature = "client")]
        pub use support::client::{CallError, Settings};
    });
    items.push(quote!(
        pub use support::operation::{Operation, RequestId};
    ));
    let is_extended = |cx: &Context<'_>| cx.service.extended_request_id;
    if contexts.iter().any(is_extended) {
        let users = users(contexts, "operation/extended_request_id");
        items.push(quote!(
            #users
            pub use support::operation::RequestIdExt;
        ));
    }
    items.push(quote! {
        #[cfg(feature = "validate")]
        pub use support::validation::{Constraint, Violation, Violations};
    });
    if contexts.iter().any(Context::paginates) {
        let users = users(contexts, "pagination");
        items.push(quote!(
            #users
            pub use support::pagination::Paginated;
        ));
    }
    if contexts.iter().any(Context::streams) {
        items.push(quote!(
            pub use aws_smithy_types::byte_stream::ByteStream;
        ));
    }
    if contexts.iter().any(Context::streams_events) {
        let users = users(contexts, "event_stream");
        items.push(quote!(
            #users
            pub use support::event_stream::Events;
        ));
    }
    let sends_events = |cx: &Context<'_>| cx.service.sends_events();
    if contexts.iter().any(sends_events) {
        let users = users(contexts, "event_stream/outgoing");
        items.push(quote!(
            #users
            pub use support::event_stream::Outgoing;
        ));
    }
    items.push(re_exports::modules(contexts));
    File {
        path: "src/lib.rs".to_owned(),
        docs: String::new(),
        items: std::iter::once(attributes(contexts)).chain(items).collect(),
        service: None,
    }
}

/// The crate's attributes; its documentation is the README, where its links lead to modules. The README's
/// code, of which no line is hidden, is tested where the crate has all that it calls.
fn attributes(contexts: &[Context<'_>]) -> TokenStream {
    let links = contexts.iter().map(|cx| {
        let path = format!("{}/{}", cx.service.module.as_str(), readme::LINKS);
        match feature_of(contexts, cx) {
            Some(feature) => quote! {
                #![cfg_attr(feature = #feature, doc = include_str!(#path))]
            },
            None => quote!(#![doc = include_str!(#path)]),
        }
    });
    let features = contexts.iter().filter_map(|cx| feature_of(contexts, cx));
    let features: Vec<String> = features.collect();
    let features = match features.as_slice() {
        [] => quote!(feature = "client"),
        features => quote!(all(feature = "client", #(feature = #features),*)),
    };
    let reason = "names, sizes, and how many members are required, are the model's";
    quote! {
        #(#links)*
        #![cfg_attr(any(not(doctest), #features), doc = include_str!("../README.md"))]
        #![allow(
            clippy::large_enum_variant,
            clippy::module_inception,
            clippy::should_implement_trait,
            clippy::type_complexity,
            reason = #reason
        )]
    }
}
