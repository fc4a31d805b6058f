//! Layout of parts of a file. Whole files are laid out when they are put out.

use proc_macro2::TokenStream;
use quote::quote;

/// Statements, formatted as the body of a function but not indented.
pub fn statements(tokens: &TokenStream) -> Vec<String> {
    let function = quote!(async fn example() { #tokens });
    let Ok(parsed) = syn::parse2::<syn::File>(function) else {
        return vec![tokens.to_string()];
    };
    let text = prettyplease::unparse(&parsed);
    let lines: Vec<&str> = text.lines().collect();
    let body = lines
        .get(1..lines.len().saturating_sub(1))
        .unwrap_or_default();
    body.iter()
        .map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned())
        .collect()
}
