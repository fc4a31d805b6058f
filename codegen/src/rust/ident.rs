//! Identifiers.

use std::fmt;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

/// Keywords that a raw identifier makes usable: `r#type`. Those of every edition, weak and
/// reserved ones included where they cannot stand as plain identifiers.
const RAW: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that not even a raw identifier makes usable: they get an underscore, `self_`.
const NEVER: &[&str] = &["", "_", "crate", "self", "Self", "super"];

/// A name that can stand in Rust code. It prints with `r#` where Rust needs it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    /// The identifier for a name that is already in the wanted case. Characters that no
    /// identifier has are left out.
    pub fn new(name: &str) -> Self {
        let mut ident: String = name
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
            .collect();
        if ident.starts_with(|c: char| c.is_ascii_digit()) {
            ident.insert(0, '_');
        }
        while NEVER.contains(&ident.as_str()) {
            ident.push('_');
        }
        Self(ident)
    }

    /// The bare name, without `r#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same name with something behind it.
    pub fn with_suffix(&self, suffix: &str) -> Self {
        Self::new(&format!("{}{suffix}", self.0))
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if RAW.contains(&self.0.as_str()) {
            f.write_str("r#")?;
        }
        f.write_str(&self.0)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(if RAW.contains(&self.0.as_str()) {
            proc_macro2::Ident::new_raw(&self.0, Span::call_site())
        } else {
            proc_macro2::Ident::new(&self.0, Span::call_site())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_becomes_an_identifier_that_rust_parses() {
        for keyword in RAW.iter().chain(NEVER) {
            let ident = Ident::new(keyword);
            syn::parse_str::<syn::Ident>(&ident.to_string())
                .unwrap_or_else(|error| panic!("`{keyword}` became `{ident}`: {error}"));
            let tokens = ident.to_token_stream();
            syn::parse2::<syn::Ident>(tokens).expect("tokens and text agree");
        }
    }

    #[test]
    fn the_two_classes_of_keywords_differ() {
        assert_eq!(Ident::new("type").to_string(), "r#type");
        assert_eq!(Ident::new("gen").to_string(), "r#gen");
        assert_eq!(Ident::new("self").to_string(), "self_");
        assert_eq!(Ident::new("Self").to_string(), "Self_");
        assert_eq!(Ident::new("union").to_string(), "union");
    }
}
