//! The builders of what services answer. Test doubles make answers, and hardly anything else does:
//! these are in a module of their own, which is compiled with the cargo feature `test-util` alone.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, File, FileSource, Place, builder, imports, index};
use crate::ir::{Operation, Structure};
use crate::rust::Ident;

/// The module `builders`.
const MODULE: &str = "builders";

/// A structure, and the operation whose output it is.
type Answer<'a> = (&'a Structure, Option<&'a Operation>);

/// The module `builders`: all in one file, or in many and a list of these.
pub(super) fn files<'a>(cx: &'a Context<'_>) -> Vec<FileSource<'a>> {
    let docs = format!(
        "Builders of what {} answers, for test doubles.",
        cx.service.title
    );
    let Some(files) = &cx.service.files.builders else {
        return vec![Box::new(move || all(cx, &docs))];
    };
    let entries = cx.service.answers().filter_map(|(answer, _)| {
        let file = files.get(&answer.name)?.clone();
        Some((file, vec![answer.builder.clone()]))
    });
    let mut all = index::files(cx, MODULE, docs, entries.collect());
    all.extend(cx.service.answers().filter_map(|answer| {
        let place = Place::One(MODULE, &answer.0.builder, files.get(&answer.0.name)?);
        Some(Box::new(move || {
            let mut items = vec![imports(cx, &[answer], place)];
            items.extend(items_of(answer.0));
            File::in_service(cx, place, &format!("Of `{}`.", answer.0.name), items)
        }) as FileSource<'a>)
    }));
    all
}

fn all(cx: &Context<'_>, docs: &str) -> File {
    let place = Place::All(MODULE);
    let answers: Vec<Answer<'_>> = cx.service.answers().collect();
    let mut items = vec![imports(cx, &answers, place)];
    items.extend(answers.iter().flat_map(|(answer, _)| items_of(answer)));
    File::in_service(cx, place, docs, items)
}

/// What is built, and what it is made of.
fn imports(cx: &Context<'_>, answers: &[Answer<'_>], place: Place<'_>) -> TokenStream {
    let service: TokenStream = place.service().parse().unwrap_or_default();
    let outputs = answers.iter().filter_map(|(answer, operation)| {
        let (module, name) = (&(*operation)?.name, &answer.name);
        Some(quote!(use #service::#module::#name;))
    });
    let shared = answers.iter().filter(|(_, operation)| operation.is_none());
    let shared = shared.map(|(answer, _)| &answer.name);
    let members = answers.iter().flat_map(|(answer, _)| &answer.members);
    let types = members.flat_map(|member| member.type_.named());
    let shared: BTreeSet<&Ident> = shared.chain(types).collect();
    let shared = imports::names_from(cx, shared, place);
    quote!(#(#outputs)* #shared)
}

/// ```text
/// impl CreateTokenOutput {
///     /// Builds one, member by member.
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
    items.extend(builder::items(answer));
    items
}
