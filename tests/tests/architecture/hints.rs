//! `#[inline]` where it costs callers: on functions that are generic and long.
//!
//! A generic function is compiled where it is called, and only there, also without a hint. With one, each unit of
//! the calling crate that comes across it gets a copy of its own: of a program of six services that was a sixth.

use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, FnArg, GenericParam, Generics, Signature, Token, Type};

/// So many lines behind the first are worth a copy.
const SHORT: usize = 3;

/// The lines of functions that are generic and long, and have the hint.
pub fn on_long_generic_functions(code: &syn::File) -> Vec<usize> {
    let mut found = Hints::default();
    found.visit_file(code);
    found.lines
}

#[derive(Default)]
struct Hints {
    /// Whether what stands around is generic.
    around: bool,
    lines: Vec<usize>,
}

impl Hints {
    fn within(&mut self, is_generic: bool, visit: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.around, is_generic);
        visit(self);
        self.around = before;
    }

    fn function(&mut self, attributes: &[Attribute], signature: &Signature, block: &Block) {
        let lines = block.span().end().line - block.span().start().line;
        let hint = attributes.iter().find(|attribute| is_hint(attribute));
        let is_generic =
            self.around || is_generic(&signature.generics) || takes_any(&signature.inputs);
        if let Some(hint) = hint
            && is_generic
            && signature.constness.is_none()
            && lines > SHORT
        {
            self.lines.push(hint.span().start().line);
        }
    }
}

impl<'ast> Visit<'ast> for Hints {
    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.within(is_generic(&item.generics), |hints| {
            visit::visit_item_impl(hints, item);
        });
    }

    /// What a trait does by itself is compiled for each type that implements it.
    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.within(true, |hints| visit::visit_item_trait(hints, item));
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.attrs, &item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.attrs, &item.sig, &item.block);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.attrs, &item.sig, block);
        }
    }
}

/// `#[inline]` alone: who writes `#[inline(always)]` or `#[inline(never)]` has measured.
fn is_hint(attribute: &Attribute) -> bool {
    attribute.path().is_ident("inline") && attribute.meta.require_path_only().is_ok()
}

fn is_generic(generics: &Generics) -> bool {
    let mut parameters = generics.params.iter();
    parameters.any(|parameter| matches!(parameter, GenericParam::Type(_) | GenericParam::Const(_)))
}

/// Whether a parameter is an `impl Trait`, itself or by reference.
fn takes_any(inputs: &Punctuated<FnArg, Token![,]>) -> bool {
    struct Any(bool);
    impl Visit<'_> for Any {
        fn visit_type(&mut self, node: &Type) {
            self.0 |= matches!(node, Type::ImplTrait(_));
            visit::visit_type(self, node);
        }
    }
    let mut any = Any(false);
    inputs.iter().for_each(|input| any.visit_fn_arg(input));
    any.0
}
