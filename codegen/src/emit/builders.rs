//! The builders of what services answer. Test doubles make answers, and hardly anything else does:
//! these are in a module of their own, which is compiled with the cargo feature `test-util` alone.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::parts::{self, Part};
use super::{Context, FileSource, ModulePath, builder, imports};
use crate::ir::{FileEach, Operation, Structure};
use crate::rust::Ident;

/// A structure, and the operation whose output it is.
type OutputOnly<'a> = (&'a Structure, Option<&'a Operation>);

/// The module `builders`.
pub(super) fn files<'a>(cx: &'a Context<'_>) -> Vec<FileSource<'a>> {
    let docs = format!(
        "Builders of what {} answers, for test doubles.",
        cx.service.title
    );
    let answers = cx.service.output_only().collect();
    parts::files::<OutputOnly<'_>>(cx, docs, cx.service.files.builders.as_ref(), answers)
}

impl Part for OutputOnly<'_> {
    const MODULE: &'static str = "builders";

    fn file(self, each: &FileEach) -> Option<Vec<Ident>> {
        each.get(&self.0.name).cloned()
    }

    fn name(self) -> Ident {
        self.0.builder.clone()
    }

    fn exports(self) -> Vec<Ident> {
        vec![self.name()]
    }

    fn imports(cx: &Context<'_>, answers: &[Self], here: ModulePath<'_>) -> TokenStream {
        imports(cx, answers, here)
    }

    fn items(self, _: &Context<'_>) -> Vec<TokenStream> {
        items_of(self.0)
    }
}

/// What is built, and what it is made of.
fn imports(cx: &Context<'_>, answers: &[OutputOnly<'_>], here: ModulePath<'_>) -> TokenStream {
    let service: TokenStream = here.service().parse().unwrap_or_default();
    let outputs = answers.iter().filter_map(|(answer, operation)| {
        let (module, name) = (&(*operation)?.name, &answer.name);
        Some(quote!(use #service::#module::#name;))
    });
    let shared = answers.iter().filter(|(_, operation)| operation.is_none());
    let shared = shared.map(|(answer, _)| &answer.name);
    let members = answers.iter().flat_map(|(answer, _)| &answer.members);
    let types = members.flat_map(|member| member.type_.named());
    let shared: BTreeSet<&Ident> = shared.chain(types).collect();
    let shared = imports::names_from(cx, shared, here);
    quote!(#(#outputs)* #shared)
}

/// ```text
/// impl CreateTokenOutput {
///     /// Builds one.
///     pub fn builder() -> CreateTokenOutputBuilder { .. }
/// }
///
/// pub struct CreateTokenOutputBuilder { .. }
/// ```
fn items_of(answer: &Structure) -> Vec<TokenStream> {
    let (name, constructor) = (&answer.name, builder::constructor(answer));
    let mut items = vec![quote! {
        impl #name {
            #constructor
        }
    }];
    items.extend(builder::for_doubles(answer));
    items
}
