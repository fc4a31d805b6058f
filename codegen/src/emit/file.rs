//! Files, before they are formatted.

use proc_macro2::TokenStream;

use super::{Context, ModulePath, imports};

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
    /// The path to the service's module, where the file is to import the modules that its items
    /// mention.
    pub service: Option<&'static str>,
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
        here: ModulePath<'_>,
        docs: &str,
        items: Vec<TokenStream>,
    ) -> Self {
        Self {
            path: format!("src/{}/{}", cx.service.module.as_str(), here.file()),
            docs: docs.to_owned(),
            items,
            service: (!here.is_index()).then(|| here.service()),
        }
    }

    /// Its attributes and items as Rust, with what it imports.
    ///
    /// # Errors
    /// Where the tokens are not Rust.
    pub fn parse(self) -> Result<syn::File, syn::Error> {
        let mut whole: syn::File = syn::parse2(TokenStream::new())?;
        for tokens in self.items {
            let parsed: syn::File = syn::parse2(tokens)?;
            whole.attrs.extend(parsed.attrs);
            whole.items.extend(parsed.items);
        }
        if let Some(service) = self.service {
            let imports = imports::modules(&whole.items, service);
            whole.items.extend(syn::parse2::<syn::File>(imports)?.items);
        }
        Ok(whole)
    }
}
