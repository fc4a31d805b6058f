//! The lists of files, where each type or error has a file of its own.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Context, File, FileSource, ModulePath};
use crate::rust::Ident;

/// A file: its module, or one within another, and what in it is for callers.
pub(super) type Entry = (Vec<Ident>, Vec<Ident>);

/// ```text
/// mod filter;
/// mod token_data;
///
/// pub use self::filter::{Filter, FilterBuilder};
/// pub use self::token_data::{TokenData, TokenDataBuilder};
/// ```
///
/// Each is listed by name: with a thousand globs, compilers take half as long again.
pub(super) fn files<'a>(
    cx: &'a Context<'_>,
    module: &'static str,
    docs: String,
    entries: Vec<Entry>,
) -> Vec<FileSource<'a>> {
    let mut here = BTreeMap::new();
    let mut folders: BTreeMap<Ident, BTreeMap<Ident, Vec<Ident>>> = BTreeMap::new();
    for (mut path, names) in entries {
        match (path.pop(), path.pop()) {
            (Some(file), Some(folder)) => {
                folders.entry(folder).or_default().insert(file, names);
            }
            (Some(file), None) => _ = here.insert(file, names),
            (None, _) => {}
        }
    }
    let inner: Vec<Ident> = folders.keys().cloned().collect();
    let index: FileSource<'a> = Box::new(move || {
        let items = list(&inner, &here);
        File::in_service(cx, ModulePath::Index(module, None), &docs, items)
    });
    let lists = folders.into_iter().map(|(folder, files)| {
        Box::new(move || {
            let here = ModulePath::Index(module, Some(&folder));
            let docs = format!("Those with `{folder}`.");
            File::in_service(cx, here, &docs, list(&[], &files))
        }) as FileSource<'a>
    });
    std::iter::once(index).chain(lists).collect()
}

fn list(folders: &[Ident], files: &BTreeMap<Ident, Vec<Ident>>) -> Vec<TokenStream> {
    let modules = folders.iter().chain(files.keys());
    let modules = modules.map(|module| quote!(mod #module;));
    let files = files.iter().map(|(file, names)| match names.as_slice() {
        [name] => quote!(pub use self::#file::#name;),
        names => quote!(pub use self::#file::{#(#names),*};),
    });
    vec![
        quote!(#(#modules)*),
        quote!(#(pub use self::#folders::*;)* #(#files)*),
    ]
}
