//! What a file of Rust must be: parsed, without what rustc refuses, and with nothing of a text of the
//! model in it but in strings, in documentation and in names.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, ExprMatch, Lit, Meta, Pat};

use super::markdown;

/// What is wrong with a file.
pub fn faults(text: &str) -> Vec<String> {
    let file = match syn::parse_file(text) {
        Ok(file) => file,
        Err(error) => return vec![format!("it is not Rust: {error}")],
    };
    let mut looker = Looker::default();
    looker.visit_file(&file);
    let mut faults = looker.faults;
    code_faults(file.to_token_stream(), &mut faults);
    faults
}

/// Code of a text that has become code, which strings are not.
pub fn code_faults(tokens: TokenStream, faults: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => code_faults(group.stream(), faults),
            TokenTree::Ident(ident) => {
                let is_called =
                    matches!(tokens.peek(), Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
                let name = ident.to_string();
                if is_called && name == "compile_error" {
                    faults.push("code of the text is code".to_owned());
                }
                if !name.is_ascii() {
                    faults.push(format!("the name `{name}` is not ASCII"));
                }
            }
            _ => {}
        }
    }
}

#[derive(Default)]
struct Looker {
    faults: Vec<String>,
}

impl<'ast> Visit<'ast> for Looker {
    fn visit_file(&mut self, file: &'ast syn::File) {
        self.look_at_docs(&file.attrs);
        visit::visit_file(self, file);
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        let tokens = match item {
            syn::Item::Enum(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Static(item) => &item.attrs,
            syn::Item::Const(item) => &item.attrs,
            syn::Item::Struct(item) => &item.attrs,
            syn::Item::Trait(item) => &item.attrs,
            syn::Item::Type(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        self.look_at_docs(tokens);
        visit::visit_item(self, item);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        self.look_at_docs(&field.attrs);
        visit::visit_field(self, field);
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        self.look_at_docs(&variant.attrs);
        visit::visit_variant(self, variant);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.look_at_docs(&function.attrs);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        self.look_at_docs(&function.attrs);
        visit::visit_trait_item_fn(self, function);
    }

    /// Two arms of one pattern are a warning.
    fn visit_expr_match(&mut self, expression: &'ast ExprMatch) {
        let mut seen = BTreeSet::new();
        for arm in expression
            .arms
            .iter()
            .filter(|arm| !matches!(arm.pat, Pat::Guard(_)))
        {
            let pattern = arm.pat.to_token_stream().to_string();
            if !seen.insert(pattern.clone()) {
                self.faults.push(format!("two arms are `{pattern}`"));
            }
        }
        visit::visit_expr_match(self, expression);
    }
}

impl Looker {
    fn look_at_docs(&mut self, attributes: &[Attribute]) {
        let lines: Vec<String> = attributes.iter().filter_map(doc_line).collect();
        self.faults.extend(markdown::faults(&lines.join("\n")));
    }
}

/// A line of documentation as rustdoc has it, without the space before it.
fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    let Expr::Lit(ExprLit {
        lit: Lit::Str(text),
        ..
    }) = &meta.value
    else {
        return None;
    };
    let text = text.value();
    let line = text.strip_prefix(' ').unwrap_or(&text).to_owned();
    meta.path.is_ident("doc").then_some(line)
}
