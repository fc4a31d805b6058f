//! Doc comments and attributes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Deprecation, Structure};
pub(super) use crate::lower::docs::{
    code, first_paragraph, first_sentence, joined, line as on_one_line,
};
use crate::rust::Ident;

/// `#[doc = " line"]` for each line, which prettyplease prints as `/// line`.
pub(super) fn lines(markdown: &str) -> TokenStream {
    let lines = markdown.lines().map(line);
    quote!(#(#[doc = #lines])*)
}

fn line(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

/// Docs of the model, or else `fallback`.
pub(super) fn or(markdown: &str, fallback: &str) -> TokenStream {
    lines(if markdown.is_empty() {
        fallback
    } else {
        markdown
    })
}

/// `#[deprecated(note = "Use `Other`.")]`
pub(super) fn deprecated(deprecation: Option<&Deprecation>) -> TokenStream {
    match deprecation {
        None => TokenStream::new(),
        Some(Deprecation { note: None }) => quote!(#[deprecated]),
        Some(Deprecation { note: Some(note) }) => quote!(#[deprecated(note = #note)]),
    }
}

/// A link to a field, which is told with its structure.
pub(super) fn full_link(structure: &Structure, field: &Ident) -> String {
    let (name, field, kind) = (&structure.name, field.as_str(), disambiguator(field));
    if kind.is_empty() {
        format!("[`{name}::{field}`]")
    } else {
        format!("[`{name}::{field}`]({kind}{name}::{field})")
    }
}

/// A link to a field.
pub(super) fn link(structure: &Structure, field: &Ident) -> String {
    let (name, kind) = (field.as_str(), disambiguator(field));
    format!("[`{name}`]({kind}{}::{name})", structure.name)
}

/// What goes before the path of a field whose link would lead to one of the structure's methods.
fn disambiguator(field: &Ident) -> &'static str {
    if matches!(field.as_str(), "builder" | "initial") {
        "field@"
    } else {
        ""
    }
}
