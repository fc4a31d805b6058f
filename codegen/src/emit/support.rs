//! The support code: hand-written Rust that is copied into the crate, only the modules that its
//! services need.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Context, File, Text};

/// A module of support, and its files with their paths below `support`.
struct Module {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
}

include!(concat!(env!("OUT_DIR"), "/support.rs"));

/// The modules that all generated code uses.
const ALWAYS: &[&str] = &[
    "client",
    "endpoint",
    "enumeration",
    "error",
    "idempotency",
    "operation",
    "redacted",
    "required",
];

fn needed<'c>(contexts: &'c [Context<'_>]) -> impl Iterator<Item = &'static Module> + use<'c> {
    let protocols = contexts.iter().flat_map(|cx| cx.protocol.support());
    let compression = contexts
        .iter()
        .any(Context::compresses)
        .then_some(&"compression");
    let checksum = contexts
        .iter()
        .any(Context::checksums)
        .then_some(&"checksum");
    let stream = contexts.iter().any(Context::streams).then_some(&"stream");
    let names = ALWAYS
        .iter()
        .chain(protocols)
        .chain(compression)
        .chain(checksum)
        .chain(stream);
    let names: BTreeSet<&str> = names.copied().collect();
    MODULES
        .iter()
        .filter(move |module| names.contains(module.name))
}

/// `src/support/mod.rs`, which says what is there.
pub(super) fn module(contexts: &[Context<'_>]) -> File {
    let modules = needed(contexts).map(|module| {
        let name = format_ident!("{}", module.name);
        let feature = (module.name == "client").then(|| quote!(#[cfg(feature = "client")]));
        quote!(#feature pub mod #name;)
    });
    let items: Vec<TokenStream> = vec![quote!(#(#modules)*)];
    File {
        path: "src/support/mod.rs".to_owned(),
        docs: "What all services of this crate stand on. Hand-written, and the same for every \
               model."
            .to_owned(),
        items,
    }
}

/// The files of the modules that are needed.
pub(super) fn copied(contexts: &[Context<'_>]) -> Vec<Text> {
    needed(contexts)
        .flat_map(|module| module.files)
        .map(|(path, text)| Text {
            path: format!("src/support/{path}"),
            text: (*text).to_owned(),
        })
        .collect()
}
