//! Files, before they are formatted.

use proc_macro2::TokenStream;

use super::{Context, Place, imports};

/// Makes a file. Tokens cannot move between threads, so that each file is made where it is
/// formatted.
pub type FileSource<'a> = Box<dyn Fn() -> File + Send + Sync + 'a>;

/// A Rust file to be formatted.
#[derive(Debug)]
pub struct File {
    /// Where it goes, relative to the crate.
    pub path: String,
    /// What the module is, as Markdown for its `//!`.
    pub docs: String,
    /// Its items. Each stream holds one or several; blank lines stand between items.
    pub items: Vec<TokenStream>,
}

/// A file that is written as it is.
#[derive(Debug)]
pub struct Text {
    /// Where it goes, relative to the crate.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl File {
    /// A module of the service, with whatever it has to import.
    pub(super) fn in_service(
        cx: &Context<'_>,
        place: Place<'_>,
        docs: &str,
        items: Vec<TokenStream>,
    ) -> Self {
        let imports = if place.is_index() {
            TokenStream::new()
        } else {
            imports::modules(&items, place.service())
        };
        Self {
            path: format!("src/{}/{}", cx.service.module.as_str(), place.file()),
            docs: docs.to_owned(),
            items: std::iter::once(imports).chain(items).collect(),
        }
    }
}
