//! Calls of the endpoint rules.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::{file, text};
use crate::emit::{Context, File, docs};
use crate::ir::{EndpointTest, ExpectedEndpoint};

/// The tests of the endpoint.
pub(super) fn module(cx: &Context<'_>, tests: &[EndpointTest]) -> File {
    let krate = quote::format_ident!("{}", cx.crate_name);
    let module = &cx.service.module;
    let imports = quote! {
        use #krate::#module::endpoint::RULES;
        use crate::checks;
        use crate::support::endpoint::Parameters;
    };
    let items = std::iter::once(imports)
        .chain(tests.iter().map(test))
        .collect();
    file(
        cx,
        "endpoint",
        "The tests of the endpoint rules.",
        BTreeSet::new(),
        items,
    )
}

/// ```text
/// #[test]
/// fn for_region_us_east_1() {
///     let parameters = Parameters::new().set("Region", "us-east-1");
///     checks::resolved(&RULES, &parameters, "https://example.us-east-1.api.aws", &[], "{}");
/// }
/// ```
fn test(test: &EndpointTest) -> TokenStream {
    let EndpointTest {
        name,
        docs,
        parameters,
        expected,
    } = test;
    let docs = docs::lines(docs);
    let parameters = parameters.iter().map(|(name, value)| {
        let value = parameter(value);
        quote!(.set(#name, #value))
    });
    let check = match expected {
        ExpectedEndpoint::Error(message) => {
            let message = text(message);
            quote!(checks::refused(&RULES, &parameters, #message);)
        }
        ExpectedEndpoint::Endpoint {
            url,
            headers,
            properties,
        } => {
            let headers = headers
                .iter()
                .map(|(name, values)| quote!((#name, &[#(#values),*])));
            let properties = text(&Value::Object(properties.clone()).to_string());
            quote! {
                checks::resolved(&RULES, &parameters, #url, &[#(#headers),*], #properties);
            }
        }
    };
    quote! {
        #docs
        #[test]
        fn #name() {
            let parameters = Parameters::new() #(#parameters)*;
            #check
        }
    }
}

/// A string, a boolean or a list of strings.
fn parameter(value: &Value) -> TokenStream {
    match value {
        Value::Bool(value) => quote!(#value),
        Value::Array(values) => {
            let values = values.iter().filter_map(Value::as_str);
            quote!(Vec::<&str>::from([#(#values),*]))
        }
        value => {
            let text = value.as_str().unwrap_or_default();
            quote!(#text)
        }
    }
}
