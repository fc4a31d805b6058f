//! The support code: hand-written Rust that is copied into the crate, only what its services need.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Context, File, FileSource, Text};
use crate::ir::Type;
use crate::ir::endpoint::Function;

// FILES: every file of support by its path, with its text.
include!(concat!(env!("OUT_DIR"), "/support.rs"));

/// The modules that all generated code uses.
const ALWAYS: &[&str] = &[
    "builder",
    "client",
    "endpoint",
    "enumeration",
    "error",
    "idempotency",
    "operation",
    "redacted",
    "required",
    "validation",
];

/// The cargo features of modules that not every crate has compiled.
const FEATURES: &[(&str, &str)] = &[
    ("auth_by_endpoint", "client"),
    ("client", "client"),
    ("endpoint_details", "client"),
    ("validation", "validate"),
];

/// Whether a service needs a file.
type IsNeeded = fn(&Context<'_>) -> bool;

/// Files of these modules that only some services need, and which.
const SOMETIMES: &[(&str, IsNeeded)] = &[
    ("endpoint/functions/arn.rs", |cx| {
        cx.service.calls(&[Function::ParseArn])
    }),
    ("endpoint/functions/host.rs", |cx| {
        use Function::{IsValidHostLabel, IsVirtualHostableS3Bucket};
        cx.service
            .calls(&[IsValidHostLabel, IsVirtualHostableS3Bucket])
    }),
    ("endpoint/functions/partition.rs", |cx| {
        cx.service.calls(&[Function::Partition])
    }),
    ("endpoint/functions/text.rs", |cx| {
        use Function::{ParseArn, ParseUrl, Split, Substring, UriEncode};
        cx.service
            .calls(&[ParseArn, ParseUrl, Split, Substring, UriEncode])
    }),
    ("endpoint/functions/url.rs", |cx| {
        cx.service.calls(&[Function::ParseUrl])
    }),
    ("json/types/big_number.rs", |cx| {
        let is_big = |type_: &_| matches!(type_, Type::BigInteger | Type::BigDecimal);
        cx.service.has_type(is_big)
    }),
    ("json/types/blob.rs", |cx| {
        cx.service.has_type(|type_| matches!(type_, Type::Blob))
    }),
    ("json/types/document.rs", |cx| {
        cx.service.has_type(|type_| matches!(type_, Type::Document))
    }),
    ("json/types/float.rs", |cx| {
        let is_float = |type_: &_| matches!(type_, Type::Float | Type::Double | Type::Document);
        cx.service.has_type(is_float)
    }),
    ("json/types/timestamp.rs", |cx| {
        let is_timestamp = |type_: &_| matches!(type_, Type::Timestamp(_));
        cx.service.has_type(is_timestamp)
    }),
];

/// The folders in which files may be missing: their `mod.rs` does nothing but list the files.
const LISTS: &[List] = &[
    List {
        folder: "",
        docs: "What all services of this crate stand on. Hand-written, and the same for every \
               model.",
        items: |modules| {
            let modules = modules.iter().map(|name| {
                let feature = FEATURES.iter().find(|(module, _)| name == module);
                let feature = feature.map(|(_, feature)| quote!(#[cfg(feature = #feature)]));
                quote!(#feature pub mod #name;)
            });
            quote!(#(#modules)*)
        },
    },
    List {
        folder: "endpoint/functions/",
        docs: "The functions that endpoint rules call. One that is given what it cannot work with \
               is absent.",
        items: |modules| quote!(#(mod #modules;)* #(pub use #modules::*;)*),
    },
    List {
        folder: "json/types/",
        docs: "The simple types that shapes have, each written and read.",
        items: |modules| quote!(#(mod #modules;)*),
    },
];

/// A folder with a list in place of a `mod.rs` of its own.
struct List {
    folder: &'static str,
    docs: &'static str,
    /// What is said of the modules in it.
    items: fn(&[Ident]) -> TokenStream,
}

impl List {
    /// What is in the folder.
    fn modules(&self, contexts: &[Context<'_>]) -> Vec<&'static str> {
        let mut modules: Vec<&str> = needed(contexts)
            .filter_map(|(path, _)| path.strip_prefix(self.folder)?.split('/').next())
            .map(|file| file.trim_end_matches(".rs"))
            .collect();
        modules.dedup();
        modules
    }

    fn is_at(&self, path: &str) -> bool {
        path.strip_prefix(self.folder) == Some("mod.rs")
    }
}

/// `src/support/mod.rs` and the like, which say what is there.
pub(super) fn lists<'a>(contexts: &'a [Context<'_>]) -> impl Iterator<Item = FileSource<'a>> {
    let lists = LISTS
        .iter()
        .filter(|list| !list.modules(contexts).is_empty());
    lists.map(|list| -> FileSource<'a> {
        Box::new(|| {
            let modules = list.modules(contexts).into_iter();
            let modules: Vec<Ident> = modules.map(|name| format_ident!("{name}")).collect();
            File {
                path: format!("src/support/{}mod.rs", list.folder),
                docs: list.docs.to_owned(),
                items: vec![(list.items)(&modules)],
                service: None,
            }
        })
    })
}

/// The files that are copied as they are.
pub(super) fn copied(contexts: &[Context<'_>]) -> Vec<Text> {
    needed(contexts)
        .map(|(path, text)| Text {
            path: format!("src/support/{path}"),
            text: (*text).to_owned(),
        })
        .collect()
}

/// The files that these services need, but for lists, each with its path and text.
fn needed(contexts: &[Context<'_>]) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    FILES.iter().filter(|(path, _)| {
        let module = path.split('/').next().unwrap_or_default();
        let module = module.trim_end_matches(".rs");
        let condition = SOMETIMES.iter().find(|(file, _)| file == path);
        let is_list = LISTS.iter().any(|list| list.is_at(path));
        !is_list
            && contexts.iter().any(|cx| {
                let has_module = ALWAYS.contains(&module)
                    || cx.protocol.support().contains(&module)
                    || (module == "auth_by_endpoint" && cx.service.chooses_auth())
                    || (module == "endpoint_details" && cx.service.details_endpoints())
                    || (module == "compression" && cx.compresses())
                    || (module == "checksum" && cx.checksums())
                    || (module == "pagination" && cx.paginates())
                    || (module == "waiter" && cx.waits())
                    || (module == "stream" && cx.streams())
                    || (module == "tree_hash" && cx.tree_hashes());
                has_module && condition.is_none_or(|(_, is_needed)| is_needed(cx))
            })
    })
}
