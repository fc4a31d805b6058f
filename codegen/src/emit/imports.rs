//! Imports: found by looking at what a file mentions, so that no emitter keeps accounts.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::Item;
use syn::visit::{self, Visit};

use super::{Context, ModulePath};
use crate::ir::Type;
use crate::protocol;
use crate::rust::Ident;

/// In place of the path to the service's module, which depends on who mentions it.
const SERVICE: &str = "";

/// Modules of the crate that code mentions by their last name, `wire::Writer`.
const MODULES: &[(&str, &str)] = &[
    ("auth_by_endpoint", "crate::support"),
    ("aws_json", "crate::support"),
    ("builder", "crate::support"),
    ("cbor", "crate::support"),
    ("checksum", "crate::support"),
    ("compression", "crate::support"),
    ("deep_clone", "crate::support"),
    ("double", "crate::support"),
    ("endpoint", "crate::support"),
    ("enumeration", "crate::support"),
    ("error", "crate::support"),
    ("errors", SERVICE),
    ("event_stream", "crate::support"),
    ("fault", "crate::support"),
    ("http_binding", "crate::support"),
    ("http_checksum", "crate::support"),
    ("idempotency", "crate::support"),
    ("json", "crate::support"),
    ("operation", "crate::support"),
    ("pagination", "crate::support"),
    ("query", "crate::support"),
    ("query_compatible", "crate::support"),
    ("redacted", "crate::support"),
    ("required", SERVICE),
    ("rest_json", "crate::support"),
    ("rest_xml", "crate::support"),
    ("rpc_v2_cbor", "crate::support"),
    ("rpc_v2_json", "crate::support"),
    ("sessions", "crate::support"),
    ("stream", "crate::support"),
    ("tree_hash", "crate::support"),
    ("validation", "crate::support"),
    ("waiter", "crate::support"),
    ("wire", "crate::support"),
    ("xml", "crate::support"),
];

/// Types of the standard library that code mentions by their name.
const TYPES_OF_STD: [&str; 2] = ["HashMap", "PhantomData"];

/// `use crate::support::wire;` and the like, for every module that these items mention; `service`
/// is the path to the service's module.
pub(super) fn modules(items: &[Item], service: &str) -> TokenStream {
    // Read only where an item has any `cfg` at all.
    let of_features = LazyCell::new(|| {
        let condition: TokenStream = protocol::WITH_BOTH_SIDES.parse().unwrap_or_default();
        quote!(#[cfg(#condition)])
    });
    let mut mentioned = Mentioned::default();
    let (others, with_features): (Vec<&Item>, Vec<&Item>) = items
        .iter()
        .partition(|item| !begins_with(item, &of_features));
    others.iter().for_each(|item| mentioned.visit_item(item));
    let mut beside = Mentioned::default();
    with_features
        .iter()
        .for_each(|item| beside.visit_item(item));
    let std = [
        (
            mentioned.names.contains("HashMap"),
            quote!(
                use std::collections::HashMap;
            ),
        ),
        (
            mentioned.names.contains("PhantomData"),
            quote!(
                use std::marker::PhantomData;
            ),
        ),
        (
            mentioned.modules.contains("fmt"),
            quote!(
                use std::fmt;
            ),
        ),
    ];
    let std = std
        .into_iter()
        .filter(|(needed, _)| *needed)
        .map(|(_, import)| import);
    let mut by_parent: BTreeMap<&str, Vec<proc_macro2::Ident>> = BTreeMap::new();
    let mut ours_with_features = Vec::new();
    for (module, parent) in MODULES {
        let parent = if *parent == SERVICE { service } else { parent };
        if mentioned.modules.contains(*module) {
            let modules = by_parent.entry(parent).or_default();
            modules.push(format_ident!("{module}"));
        } else if beside.modules.contains(*module) {
            let import = import(parent, &[format_ident!("{module}")]);
            let condition = &*of_features;
            ours_with_features.push(quote!(#condition #import));
        }
    }
    let ours = by_parent.iter();
    let ours = ours.map(|(parent, modules)| import(parent, modules));
    let client = mentioned.modules.contains("client").then(|| {
        quote!(
            #[cfg(feature = "client")]
            use crate::support::client;
        )
    });
    quote!(#(#std)* #(#ours)* #(#ours_with_features)* #client)
}

fn import(parent: &str, modules: &[proc_macro2::Ident]) -> TokenStream {
    let parent: TokenStream = parent.parse().unwrap_or_default();
    match modules {
        [module] => quote!(use #parent::#module;),
        modules => quote!(use #parent::{#(#modules),*};),
    }
}

/// Whether an item is an implementation that has this `cfg` before any other attribute.
fn begins_with<F: FnOnce() -> TokenStream>(item: &Item, cfg: &LazyCell<TokenStream, F>) -> bool {
    let Item::Impl(item) = item else {
        return false;
    };
    let first = item.attrs.first();
    let first = first.filter(|first| first.path().is_ident("cfg"));
    first.is_some_and(|first| first.to_token_stream().to_string() == cfg.to_string())
}

/// `use super::types::{Filter, TokenData};` for the types that these members mention.
pub(super) fn types<'t>(
    cx: &Context<'_>,
    mentioned: impl Iterator<Item = &'t Type>,
    here: ModulePath<'_>,
) -> TokenStream {
    let names: BTreeSet<&Ident> = mentioned.flat_map(Type::named).collect();
    names_from(cx, names, here)
}

/// `use super::errors::ValidationException;` for types of the service, by name.
pub(super) fn names_from(
    cx: &Context<'_>,
    names: BTreeSet<&Ident>,
    here: ModulePath<'_>,
) -> TokenStream {
    let mut by_module: BTreeMap<&str, Vec<&Ident>> = BTreeMap::new();
    for name in names.into_iter().filter(|name| !here.has(cx, name)) {
        by_module.entry(cx.module_of(name)).or_default().push(name);
    }
    let imports = by_module.into_iter().map(|(module, names)| {
        let module: TokenStream = here.path_to(module).parse().unwrap_or_default();
        match names.as_slice() {
            [name] => quote!(use #module::#name;),
            names => quote!(use #module::{#(#names),*};),
        }
    });
    quote!(#(#imports)*)
}

/// What code mentions: the names that stand alone or start a path, and those of them that start a
/// path, as `json` in `wire::Writer` does.
#[derive(Default)]
pub(super) struct Mentioned {
    pub(super) names: HashSet<String>,
    pub(super) modules: HashSet<String>,
}

impl Mentioned {
    pub(super) fn in_items(items: &[TokenStream]) -> Self {
        let mut mentioned = Self::default();
        for item in items {
            mentioned.look_at(item.clone());
        }
        mentioned
    }

    fn add(&mut self, name: String, starts_path: bool) {
        if starts_path && !self.modules.contains(&name) {
            self.modules.insert(name.clone());
        }
        self.names.insert(name);
    }

    fn look_at(&mut self, tokens: TokenStream) {
        let mut within_path = false;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    self.look_at(group.stream());
                    within_path = false;
                }
                TokenTree::Ident(name) => {
                    let starts_path = matches!(
                        tokens.peek(),
                        Some(TokenTree::Punct(next)) if next.as_char() == ':'
                            && next.spacing() == proc_macro2::Spacing::Joint
                    );
                    if !within_path {
                        self.add(name.to_string(), starts_path);
                    }
                    within_path = false;
                }
                TokenTree::Punct(punct) => {
                    let joins = punct.as_char() == ':' && within_path;
                    within_path = joins
                        || punct.as_char() == '.'
                        || (punct.as_char() == ':'
                            && punct.spacing() == proc_macro2::Spacing::Joint);
                }
                TokenTree::Literal(_) => within_path = false,
            }
        }
    }
}

impl<'code> Visit<'code> for Mentioned {
    fn visit_path(&mut self, path: &'code syn::Path) {
        if let (None, Some(first)) = (path.leading_colon, path.segments.first()) {
            let starts_path = path.segments.len() > 1;
            // Of names that stand alone, most are in scope, and nothing has to be known of them.
            if starts_path || TYPES_OF_STD.iter().any(|name| first.ident == name) {
                self.add(first.ident.to_string(), starts_path);
            }
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'code syn::Macro) {
        self.look_at(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_modules_that_begin_a_path_are_imported() {
        let items = [syn::parse_quote! {
            fn decode(wire: u8, r: &mut wire::Reader<'_>) -> HashMap<String, other::error::X> {
                made!(checksum, stream::length);
                self.required.operation
            }
        }];
        assert_eq!(
            modules(&items, "super").to_string(),
            quote!(
                use std::collections::HashMap;
                use crate::support::{stream, wire};
            )
            .to_string()
        );
    }
}
