//! Calls of the endpoint rules.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::{file, text};
use crate::emit::value::Values;
use crate::emit::{Context, File, docs};
use crate::ir::{EndpointTest, ExpectedEndpoint, GivenParameters};
use crate::rust::Ident;

/// The tests of the endpoint.
pub(super) fn module(cx: &Context<'_>, tests: &[EndpointTest]) -> File {
    let krate = format_ident!("{}", cx.crate_name);
    let module = &cx.service.module;
    let types: BTreeSet<&Ident> = tests.iter().filter_map(|test| input(cx, test)).collect();
    let (mut named, mut built_in) = (None, None);
    for test in tests {
        match &test.given {
            GivenParameters::Named(_) => named = Some(quote!(Parameters)),
            GivenParameters::Call { built_in: some, .. } if !some.is_empty() => {
                built_in = Some(quote!(BuiltIn));
            }
            GivenParameters::Call { .. } => {}
        }
    }
    let names = built_in.into_iter().chain(named);
    let imports = quote! {
        use #krate::#module::endpoint::RULES;
        use crate::checks;
        use crate::support::endpoint::{#(#names),*};
    };
    let items = std::iter::once(imports)
        .chain(tests.iter().map(|one| test(cx, one)))
        .collect();
    file(
        cx,
        "endpoint",
        "The tests of the endpoint rules.",
        types,
        items,
    )
}

/// The input that a test is about.
fn input<'a>(cx: &'a Context<'_>, test: &EndpointTest) -> Option<&'a Ident> {
    match test.given {
        GivenParameters::Named(_) => None,
        GivenParameters::Call { operation, .. } => {
            Some(&cx.service.operations[operation].input.name)
        }
    }
}

/// ```text
/// #[test]
/// fn for_region_us_east_1() {
///     let parameters = Parameters::new().set("Region", "us-east-1");
///     checks::resolved(&RULES, &parameters, "https://example.us-east-1.api.aws", &[], "{}");
/// }
/// ```
fn test(cx: &Context<'_>, test: &EndpointTest) -> TokenStream {
    let EndpointTest {
        name,
        docs,
        given,
        expected,
    } = test;
    let docs = docs::lines(docs);
    let given = self::given(cx, given);
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
            #given
            #check
        }
    }
}

/// ```text
/// let input = ListStreamsInput::builder().build();
/// let parameters = checks::said_by(&input).built_in(BuiltIn::Region, "us-east-1");
/// ```
fn given(cx: &Context<'_>, given: &GivenParameters) -> TokenStream {
    let values = |method: TokenStream, values: &[(String, Value)]| {
        let values = values.iter().map(|(name, value)| {
            let value = parameter(value);
            quote!(.#method(#name, #value))
        });
        quote!(#(#values)*)
    };
    match given {
        GivenParameters::Named(parameters) => {
            let parameters = values(quote!(set), parameters);
            quote!(let parameters = Parameters::new() #parameters;)
        }
        GivenParameters::Call {
            operation,
            params,
            client,
            built_in,
        } => {
            let input = &cx.service.operations[*operation].input;
            let name = &input.name;
            let setters = Values::of_test(cx).setters(input, params);
            let client = values(quote!(client), client);
            let built_in = built_in.iter().map(|(built_in, value)| {
                let (built_in, value) = (format_ident!("{built_in:?}"), parameter(value));
                quote!(.built_in(BuiltIn::#built_in, #value))
            });
            quote! {
                let input = #name::builder() #setters .build();
                let parameters = checks::said_by(&input) #client #(#built_in)*;
            }
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
