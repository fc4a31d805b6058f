//! The support code: hand-written Rust that is copied into the crate, only what its services need.

mod condition;
mod optional_files;
mod optional_items;
mod without_aws;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Context, File, FileSource, Text, has_aws};
use crate::protocol;
use condition::{Condition, Use};

// FILES: every file of support by its path, with its text.
include!(concat!(env!("OUT_DIR"), "/support.rs"));

/// The modules that all generated code uses.
const ALWAYS: &[&str] = &[
    "any_format",
    "builder",
    "client",
    "double",
    "endpoint",
    "enumeration",
    "error",
    "operation",
    "redacted",
    "required",
    "validation",
];

/// The cargo features of modules that not every crate has compiled.
const FEATURES: &[(&str, &str)] = &[
    ("any_format", "serde"),
    ("auth_by_endpoint", "client"),
    ("client", "client"),
    ("double", "test-util"),
    ("sessions", "client"),
    ("validation", "validate"),
];

/// Modules that make messages of a protocol, or values of another format, and are not one protocol's.
const OF_MESSAGES: &[&str] = &["any_format", "query_compatible", "timestamp"];

/// Modules of which others know the items.
const REEXPORTED: &[&str] = &[
    "document",
    "format",
    "in_place",
    "laid_out",
    "laid_out_as",
    "union",
];

/// The folders in which files may be missing: their `mod.rs` does nothing but list the files.
const LISTS: &[List] = &[
    List {
        folder: "",
        docs: "What all services of this crate stand on. Hand-written, and the same for every \
               model.\n\nModules that are hidden in documentation make the messages of a \
               protocol:\nwith another one there are others, so callers do not name them.",
        items: |modules| {
            let modules = modules.iter().map(|Module { name, users }| {
                let feature = FEATURES.iter().find(|(module, _)| name == module);
                let feature = feature.map(|(_, feature)| quote!(#[cfg(feature = #feature)]));
                let text = name.to_string();
                let is_hidden =
                    protocol::is_of_a_protocol(&text) || OF_MESSAGES.contains(&text.as_str());
                let hidden = is_hidden.then(|| quote!(#[doc(hidden)]));
                quote!(#users #feature #hidden pub mod #name;)
            });
            quote!(#(#modules)*)
        },
    },
    List {
        folder: "endpoint/functions/",
        docs: "What only some endpoint rules say: functions, of which one that is given what it \
               cannot work with is absent, and what follows from rules beside a URL.",
        items: reexported,
    },
    List {
        folder: "wire/types/",
        docs: "The types of members that not all crates have, each written and read.",
        items: |modules| {
            let names = |module: &&Module| REEXPORTED.iter().any(|known| module.name == known);
            let exported = modules.iter().filter(names).map(Module::export);
            let modules = modules.iter().map(Module::declare);
            quote!(#(#modules)* #(#exported)*)
        },
    },
    List {
        folder: "operation/request/",
        docs: "What only some requests take: headers that no member is, ids that may be paths, and \
               checks of values that requests cannot do without.",
        items: reexported,
    },
];

/// What is in a list: a file, or a folder.
struct Module {
    name: Ident,
    /// The services that use it, as an attribute, where not all of the crate's do.
    users: TokenStream,
}

impl Module {
    /// `mod form;`
    fn declare(&self) -> TokenStream {
        let Self { name, users } = self;
        quote!(#users mod #name;)
    }

    /// `pub use form::*;`
    fn export(&self) -> TokenStream {
        let Self { name, users } = self;
        quote!(#users pub use #name::*;)
    }
}

/// A folder of which callers see the items alone.
fn reexported(modules: &[Module]) -> TokenStream {
    let exported = modules.iter().map(Module::export);
    let modules = modules.iter().map(Module::declare);
    quote!(#(#modules)* #(#exported)*)
}

/// A folder with a list in place of a `mod.rs` of its own.
struct List {
    folder: &'static str,
    docs: &'static str,
    /// What is said of the modules in it.
    items: fn(&[Module]) -> TokenStream,
}

impl List {
    /// What is in the folder.
    fn modules(&self, contexts: &[Context<'_>]) -> Vec<Module> {
        let mut names: Vec<&str> = needed(contexts)
            .filter_map(|(path, _)| path.strip_prefix(self.folder)?.split('/').next())
            .map(|file| file.trim_end_matches(".rs"))
            .collect();
        names.dedup();
        let modules = names.into_iter().map(|name| Module {
            name: format_ident!("{name}"),
            users: users(contexts, &format!("{}{name}", self.folder)),
        });
        modules.collect()
    }

    /// Whether there is anything in the folder that it is in, which says that it is there even
    /// where nothing is in it.
    fn is_mentioned(&self, contexts: &[Context<'_>]) -> bool {
        let parent = self.folder.trim_end_matches('/').rfind('/');
        let parent = &self.folder[..parent.map_or(0, |slash| slash + 1)];
        needed(contexts).any(|(path, _)| path.starts_with(parent))
    }

    fn is_at(&self, path: &str) -> bool {
        path.strip_prefix(self.folder) == Some("mod.rs")
    }
}

/// `src/support/mod.rs` and the like, which say what is there.
pub(super) fn lists<'a>(contexts: &'a [Context<'_>]) -> impl Iterator<Item = FileSource<'a>> {
    let lists = LISTS.iter().filter(|list| list.is_mentioned(contexts));
    lists.map(|list| -> FileSource<'a> {
        Box::new(|| File {
            path: format!("src/support/{}mod.rs", list.folder),
            docs: list.docs.to_owned(),
            items: vec![(list.items)(&list.modules(contexts))],
            service: None,
        })
    })
}

/// The files that are copied, as far as they are needed.
pub(super) fn copied(contexts: &[Context<'_>]) -> Vec<Text> {
    let is_aws = has_aws(contexts);
    let text_of = |path, text| match is_aws {
        true => text,
        false => without_aws::version(FILES, path, text),
    };
    needed(contexts)
        .map(|(path, text)| Text {
            path: format!("src/support/{path}"),
            text: optional_items::needed(text_of(path, text), contexts),
        })
        .collect()
}

/// The condition under which a module is compiled, by its path without `.rs`: that a service is
/// which uses it. Nothing, where all of the crate's do.
///
/// ```ignore
/// #[cfg(feature = "sts")]
/// ```
///
/// What a module stands on, its users use too, since each of them could be a crate of its own.
pub(super) fn users(contexts: &[Context<'_>], module: &str) -> TokenStream {
    let is_of_it = |path: &str| {
        let rest = path.strip_prefix(module);
        rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    };
    let files: Vec<_> = FILES.iter().filter(|(path, _)| is_of_it(path)).collect();
    let condition = Condition::of(contexts, |cx| {
        match files.iter().any(|(path, _)| needs(cx, path)) {
            true if module == "decimal" && !cx.reads_decimals() => Use::WithBothSides,
            true if module == "timestamp" && !cx.has_timestamps() => Use::WithBothSides,
            is_used => is_used.into(),
        }
    });
    condition.attribute()
}

/// The files that these services need, but for lists, each with its path and text.
fn needed(contexts: &[Context<'_>]) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let is_aws = has_aws(contexts);
    FILES.iter().filter(move |(path, _)| {
        let is_list = LISTS.iter().any(|list| list.is_at(path));
        let is_there = is_aws || !without_aws::is_of_aws(path);
        !is_list && is_there && contexts.iter().any(|cx| needs(cx, path))
    })
}

/// Whether a service needs a file that is no list.
fn needs(cx: &Context<'_>, path: &str) -> bool {
    let module = path.split('/').next().unwrap_or_default();
    let module = module.trim_end_matches(".rs");
    let has_module = ALWAYS.contains(&module)
        || cx.protocol.uses(module)
        || (module == "auth_by_endpoint" && cx.service.chooses_auth())
        || (module == "compression" && cx.compresses())
        || (module == "checksum" && cx.checksums())
        || (module == "http_checksum" && cx.chooses_checksums())
        || (module == "deep_clone" && cx.service.has_recursion())
        || (module == "event_stream" && cx.streams_events())
        || (module == "idempotency" && cx.service.has_idempotency_tokens())
        || (module == "pagination" && cx.paginates())
        || (module == "waiter" && cx.waits())
        || (module == "percent" && cx.service.api_key.is_some())
        || (module == "query_compatible" && cx.service.query_compatible)
        || (module == "sessions" && cx.service.session.is_some())
        || (module == "stream" && cx.streams_bytes())
        || (module == "timestamp" && (cx.has_timestamps() || cx.writes_timestamps()))
        || (module == "tree_hash" && cx.tree_hashes());
    let is_read = module != "decimal" || cx.reads_decimals() || cx.service.has_integers();
    let is_version = without_aws::is_version(path);
    let is_written = path != "any_format/times.rs" || cx.writes_timestamps();
    has_module
        && is_read
        && is_written
        && !is_version
        && optional_files::is_needed(path, cx.service)
}
