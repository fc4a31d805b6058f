//! Doc comments and attributes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Deprecation, Structure};
pub(super) use crate::lower::docs::{code, first_paragraph, joined, line as on_one_line};
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

/// A link to a field.
pub(super) fn link(structure: &Structure, field: &Ident) -> String {
    let name = field.as_str();
    // Without more said, a link to these would lead to the structure's methods.
    let kind = if matches!(name, "builder" | "initial") {
        "field@"
    } else {
        ""
    };
    format!("[`{name}`]({kind}{}::{name})", structure.name)
}
