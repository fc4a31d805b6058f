//! `#[inline]` where it costs callers, on functions that are generic and long, and where it is missing, on those that
//! are not generic.
//!
//! A generic function is compiled where it is called, and only there, also without a hint. With one, each unit of
//! the calling crate that comes across it gets a copy of its own: of a program of six services that was a sixth. One that is
//! not generic is compiled with its crate, be it called or not, unless it has the hint: a release build of a crate with
//! an operation or two takes half as long again for what its program may never call.

use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, FnArg, GenericParam, Generics, Signature, Token, Type};

/// So many lines behind the first are worth a copy.
const SHORT: usize = 3;

/// The lines of hints, and of functions without one, that cost more than they are worth.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Of hints on functions that are generic and long.
    pub needless: Vec<usize>,
    /// Of functions that are not generic, without a hint.
    pub missing: Vec<usize>,
}

/// What is wrong with the hints of a file.
pub fn faults(code: &syn::File) -> Faults {
    let mut found = Hints::default();
    found.visit_file(code);
    found.faults
}

#[derive(Default)]
struct Hints {
    /// Whether what stands around is generic.
    around: bool,
    faults: Faults,
}

impl Hints {
    fn within(&mut self, is_generic: bool, visit: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.around, is_generic);
        visit(self);
        self.around = before;
    }

    fn function(&mut self, attributes: &[Attribute], signature: &Signature, block: &Block) {
        let lines = block.span().end().line - block.span().start().line;
        let is_generic =
            self.around || is_generic(&signature.generics) || takes_any(&signature.inputs);
        let mut all = attributes.iter();
        match all.find(|attribute| attribute.path().is_ident("inline")) {
            // Constants are worked out where they are used, and what is cold is better off elsewhere.
            _ if signature.constness.is_some() || is_cold(attributes) => {}
            Some(hint) if is_hint(hint) && is_generic && lines > SHORT => {
                self.faults.needless.push(hint.span().start().line);
            }
            None if !is_generic => self.faults.missing.push(signature.span().start().line),
            _ => {}
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

fn is_cold(attributes: &[Attribute]) -> bool {
    let mut paths = attributes.iter().map(Attribute::path);
    paths.any(|path| path.is_ident("cold"))
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
