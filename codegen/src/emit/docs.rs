//! Doc comments and attributes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Deprecation;
pub(super) use crate::lower::docs::{code, first_paragraph, joined, line as on_one_line};

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
