//! Modules of many things that are alike, of types, say: all in one file, or each in a file of its
//! own and a list of these.

mod index;

use proc_macro2::TokenStream;

use super::{Context, File, FileSource, ModulePath};
use crate::ir::{FileEach, Structure};
use crate::rust::Ident;

/// One of the things that a module is made of.
pub(super) trait Part: Copy + Send + Sync {
    /// The module, e.g. `types`.
    const MODULE: &'static str;

    /// Its file, where each has one: a module, or one within another.
    fn file(self, each: &FileEach) -> Option<Vec<Ident>>;

    /// What it is in the first place.
    fn name(self) -> Ident;

    /// What is said of its file; nothing where its name says it all.
    fn docs(self) -> &'static str {
        ""
    }

    /// What in it is for callers.
    fn exports(self) -> Vec<Ident>;

    /// The types that these, which share a file, need of other files.
    fn imports(cx: &Context<'_>, parts: &[Self], here: ModulePath<'_>) -> TokenStream;

    /// Its code.
    fn items(self, cx: &Context<'_>) -> Vec<TokenStream>;
}

/// What a structure has for callers: itself and, unless only services make one, its builder.
pub(super) fn exports_of(structure: &Structure) -> Vec<Ident> {
    let builder = (!structure.is_output_only()).then_some(&structure.builder);
    let names = std::iter::once(&structure.name).chain(builder);
    names.cloned().collect()
}

/// The module of these parts, with a file for `each` or with one for all.
pub(super) fn files<'a, P: Part + 'a>(
    cx: &'a Context<'_>,
    docs: String,
    each: Option<&FileEach>,
    parts: Vec<P>,
) -> Vec<FileSource<'a>> {
    let Some(each) = each else {
        return vec![Box::new(move || {
            file(cx, ModulePath::All(P::MODULE), &docs, &parts)
        })];
    };
    let parts: Vec<(Vec<Ident>, P)> = parts
        .into_iter()
        .filter_map(|part| Some((part.file(each)?, part)))
        .collect();
    let entries = parts
        .iter()
        .map(|(file, part)| (file.clone(), part.exports()));
    let mut all = index::files(cx, P::MODULE, docs, entries.collect());
    all.extend(parts.into_iter().map(|(path, part)| {
        Box::new(move || {
            let name = part.name();
            let here = ModulePath::One(P::MODULE, &name, &path);
            file(cx, here, part.docs(), &[part])
        }) as FileSource<'a>
    }));
    all
}

fn file<P: Part>(cx: &Context<'_>, here: ModulePath<'_>, docs: &str, parts: &[P]) -> File {
    let mut items = vec![P::imports(cx, parts, here)];
    items.extend(parts.iter().flat_map(|part| part.items(cx)));
    File::in_service(cx, here, docs, items)
}
