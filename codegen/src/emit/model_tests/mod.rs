//! The tests that a model carries, as tests of the generated crate: one file an operation, one
//! for errors, one for the endpoint, and hand-written checks that all of them use.

mod endpoint;
mod events;
mod operation;
mod served;

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::imports::Mentioned;
use super::manifest::feature_of;
use super::{Context, File, FileSource, Text};
use crate::diagnostic::is_unprintable;
use crate::ir::{ComparedBy, OperationTests, TestFormat, Tests};
use crate::rust::Ident;

/// The hand-written checks, with their paths below the folder of the tests.
const CHECKS: &[(&str, &str)] = &[
    ("endpoint.rs", include_str!("../../../checks/endpoint.rs")),
    ("json.rs", include_str!("../../../checks/json.rs")),
    ("mod.rs", include_str!("../../../checks/mod.rs")),
    ("request.rs", include_str!("../../../checks/request.rs")),
];

/// The one that only tests with bodies of this format need.
fn checks_of(format: TestFormat) -> &'static str {
    match format {
        TestFormat::Cbor => include_str!("../../../checks/cbor.rs"),
        TestFormat::Form => include_str!("../../../checks/form.rs"),
        TestFormat::Xml => include_str!("../../../checks/xml.rs"),
    }
}

/// The tests of a service, where they are wanted.
pub(super) fn files<'a>(contexts: &'a [Context<'_>], cx: &'a Context<'_>) -> Vec<FileSource<'a>> {
    let Some(tests) = &cx.service.tests else {
        return Vec::new();
    };
    let mut files: Vec<FileSource<'a>> = vec![Box::new(|| root(contexts, cx, tests))];
    for (operation, tests) in cx.service.operations.iter().zip(&tests.operations) {
        if !tests.is_empty() {
            files.push(Box::new(|| operation::module(cx, operation, tests)));
        }
        if !tests.served.is_empty() {
            files.push(Box::new(|| served::module(cx, operation, &tests.served)));
        }
    }
    if !tests.told_errors.is_empty() {
        files.push(Box::new(|| served::errors(cx, &tests.told_errors)));
    }
    if !tests.errors.is_empty() {
        files.push(Box::new(|| operation::errors(cx, &tests.errors)));
    }
    if !tests.endpoints.is_empty() {
        files.push(Box::new(|| endpoint::module(cx, &tests.endpoints)));
    }
    files
}

/// The checks, for each service that has tests.
pub(super) fn checks(contexts: &[Context<'_>]) -> Vec<Text> {
    let mut texts = Vec::new();
    for cx in contexts {
        let Some(tests) = &cx.service.tests else {
            continue;
        };
        let checks = CHECKS
            .iter()
            .map(|(name, text)| (format!("checks/{name}"), *text));
        let events = include_str!("../../../checks/events.rs");
        let events = tests
            .have_events()
            .then(|| ("events.rs".to_owned(), events));
        let sent = include_str!("../../../checks/sent_events.rs");
        let sent = tests
            .send_events()
            .then(|| ("sent_events.rs".to_owned(), sent));
        let double = include_str!("../../../checks/double.rs");
        let double = tests.are_served().then(|| ("double.rs".to_owned(), double));
        let events = events.into_iter().chain(sent).chain(double);
        let formats = tests.formats().into_iter();
        let formats = formats.map(|format| (format!("{}.rs", format.module()), checks_of(format)));
        texts.extend(
            checks
                .chain(events)
                .chain(formats)
                .map(|(name, text)| Text {
                    path: path(cx, &name),
                    text: text.to_owned(),
                }),
        );
    }
    texts
}

/// ```text
/// #![cfg(feature = "license-manager")]
///
/// use generated::support;
///
/// mod checks;
/// mod endpoint;
/// mod operations {
///     mod create_token;
/// }
/// ```
fn root(contexts: &[Context<'_>], cx: &Context<'_>, tests: &Tests) -> File {
    let krate = format_ident!("{}", cx.crate_name);
    let feature = feature_of(contexts, cx).map(|feature| quote!(#![cfg(feature = #feature)]));
    let reason = "what should not be used is tested all the same";
    let deprecated = cx
        .service
        .mentions_deprecated
        .then(|| quote!(#![allow(deprecated, reason = #reason)]));
    let modules = [
        ("checks", true),
        ("double", tests.are_served()),
        ("endpoint", !tests.endpoints.is_empty()),
        ("errors", !tests.errors.is_empty()),
        ("events", tests.have_events()),
        ("sent_events", tests.send_events()),
        ("told_errors", !tests.told_errors.is_empty()),
    ];
    let modules = modules.into_iter().filter(|(_, there)| *there);
    let formats = tests.formats().into_iter().map(TestFormat::module);
    let modules: BTreeSet<&str> = modules.map(|(module, _)| module).chain(formats).collect();
    let modules = modules.into_iter().map(|module| {
        let module = format_ident!("{module}");
        quote!(mod #module;)
    });
    let operations = folder(cx, tests, "operations", |tests| !tests.is_empty());
    let served = folder(cx, tests, "served", |tests| !tests.served.is_empty());
    File {
        path: path(cx, "main.rs"),
        docs: format!("The tests that the model of {} carries.", cx.service.title),
        items: vec![
            quote!(#feature #deprecated),
            quote!(use #krate::support;),
            quote!(#(#modules)*),
            quote!(#operations),
            quote!(#served),
        ],
        service: None,
    }
}

/// The files of those operations that have such tests.
fn folder(
    cx: &Context<'_>,
    tests: &Tests,
    name: &str,
    have: impl Fn(&OperationTests) -> bool,
) -> Option<TokenStream> {
    let operations = cx.service.operations.iter().zip(&tests.operations);
    let operations = operations.filter(|(_, tests)| have(tests));
    let modules = operations.map(|(operation, _)| {
        let module = &operation.name;
        quote!(mod #module;)
    });
    let modules: Vec<TokenStream> = modules.collect();
    let name = format_ident!("{name}");
    (!modules.is_empty()).then(|| {
        quote! {
            #[allow(clippy::module_inception, reason = "names are the model's")]
            mod #name { #(#modules)* }
        }
    })
}

/// A file of the tests, with what it imports: these types, and the modules that its items mention.
fn file(
    cx: &Context<'_>,
    name: &str,
    docs: &str,
    types: BTreeSet<&Ident>,
    items: Vec<TokenStream>,
) -> File {
    let krate = format_ident!("{}", cx.crate_name);
    let module = &cx.service.module;
    let mentioned = Mentioned::in_items(&items).modules;
    let modules = ["errors", "types"]
        .into_iter()
        .filter(|module| mentioned.contains(*module));
    let modules = modules
        .map(|module| format_ident!("{module}"))
        .map(|module| quote!(#module));
    let names: Vec<TokenStream> = types
        .iter()
        .map(|name| quote!(#name))
        .chain(modules)
        .collect();
    let names = (!names.is_empty()).then(|| quote!(use #krate::#module::{#(#names),*};));
    let hash_map = mentioned.contains("HashMap").then(|| {
        quote!(
            use std::collections::HashMap;
        )
    });
    File {
        path: path(cx, &format!("{name}.rs")),
        docs: docs.to_owned(),
        items: std::iter::once(quote!(#hash_map #names))
            .chain(items)
            .collect(),
        service: None,
    }
}

fn path(cx: &Context<'_>, name: &str) -> String {
    format!("tests/{}/{name}", cx.service.module.as_str())
}

/// A string as a person would write it: raw where it has quotes or lines, so that it can be read.
fn text(text: &str) -> TokenStream {
    let is_plain = !text.contains(['"', '\n', '\\']);
    let is_printable = text.chars().all(|c| c == '\n' || !is_unprintable(c));
    if is_plain || !is_printable {
        return quote!(#text);
    }
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    match format!("r{hashes}\"{text}\"{hashes}").parse::<Literal>() {
        Ok(literal) => quote!(#literal),
        Err(_) => quote!(#text),
    }
}

/// `assert_eq!(output, expected);`, or what compares otherwise.
fn compare(by: ComparedBy, found: &TokenStream, expected: &TokenStream) -> TokenStream {
    match by {
        ComparedBy::Equality => quote!(assert_eq!(#found, #expected);),
        ComparedBy::DebugText => quote!(checks::prints_same(&#found, &#expected);),
    }
}

/// `&[("Content-Type", "application/json")]`
fn pairs(pairs: &[(String, String)]) -> TokenStream {
    let pairs = pairs.iter().map(|(name, value)| {
        let value = text(value);
        quote!((#name, #value))
    });
    quote!(&[#(#pairs),*])
}
