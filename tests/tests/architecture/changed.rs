//! What of the ir functions take to change it: parameters that are a `&mut` of something of
//! `crate::ir`.

use std::collections::BTreeSet;

use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{FnArg, Pat, PatType, ReceiverKind, Type, TypePath, TypeReference, UseTree};

/// A parameter through which something of the ir can be changed.
pub struct Parameter {
    /// Its name, or `self`.
    pub name: String,
    /// The line that it is on.
    pub line: usize,
}

/// All such parameters of the functions, methods and closures of a file.
pub fn parameters(file: &syn::File) -> Vec<Parameter> {
    let mut imports = Imports {
        of_ir: BTreeSet::new(),
    };
    imports.visit_file(file);
    let mut finder = Finder {
        of_ir: imports.of_ir,
        is_method_of_ir: false,
        found: Vec::new(),
    };
    finder.visit_file(file);
    finder.found
}

/// The names by which a file knows what it imports from `crate::ir`.
struct Imports {
    of_ir: BTreeSet<String>,
}

impl Imports {
    fn use_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(path) => return self.use_tree(&with(&path.ident), &path.tree),
            UseTree::Group(group) => {
                return group
                    .items
                    .iter()
                    .for_each(|tree| self.use_tree(before, tree));
            }
            UseTree::Name(name) if name.ident == "self" => {
                (before.to_vec(), before.last().cloned().unwrap_or_default())
            }
            UseTree::Name(name) => (with(&name.ident), name.ident.to_string()),
            UseTree::Rename(rename) => (with(&rename.ident), rename.rename.to_string()),
            UseTree::Glob(_) => return,
        };
        if path.starts_with(&["crate".to_owned(), "ir".to_owned()]) {
            self.of_ir.insert(name);
        }
    }
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree(&[], &item.tree);
    }
}

struct Finder {
    of_ir: BTreeSet<String>,
    is_method_of_ir: bool,
    found: Vec<Parameter>,
}

impl Finder {
    fn parameter(&mut self, parameter: &PatType) {
        let mut mutable = Mutable {
            of_ir: &self.of_ir,
            is_inside: false,
            is_found: false,
        };
        mutable.visit_type(&parameter.ty);
        if mutable.is_found {
            let name = match &*parameter.pat {
                Pat::Ident(name) => name.ident.to_string(),
                _ => "_".to_owned(),
            };
            self.found(name, parameter.span().start().line);
        }
    }

    fn found(&mut self, name: String, line: usize) {
        self.found.push(Parameter { name, line });
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let before = self.is_method_of_ir;
        self.is_method_of_ir = is_of_ir(&item.self_ty, &self.of_ir);
        visit::visit_item_impl(self, item);
        self.is_method_of_ir = before;
    }

    fn visit_fn_arg(&mut self, argument: &'ast FnArg) {
        match argument {
            FnArg::Typed(parameter) => self.parameter(parameter),
            FnArg::Receiver(receiver) => {
                let changes = matches!(receiver.kind, ReceiverKind::Reference(_, _, Some(_)));
                if self.is_method_of_ir && changes {
                    self.found("self".to_owned(), receiver.span().start().line);
                }
            }
        }
        visit::visit_fn_arg(self, argument);
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        for input in &closure.inputs {
            if let Pat::Type(parameter) = input {
                self.parameter(parameter);
            }
        }
        visit::visit_expr_closure(self, closure);
    }
}

/// Looks for something of the ir behind a `&mut` of a type.
struct Mutable<'a> {
    of_ir: &'a BTreeSet<String>,
    is_inside: bool,
    is_found: bool,
}

impl<'ast> Visit<'ast> for Mutable<'_> {
    fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
        let before = self.is_inside;
        self.is_inside |= reference.mutability.is_some();
        visit::visit_type_reference(self, reference);
        self.is_inside = before;
    }

    fn visit_type_path(&mut self, path: &'ast TypePath) {
        self.is_found |= self.is_inside && is_path_of_ir(path, self.of_ir);
        visit::visit_type_path(self, path);
    }
}

fn is_of_ir(type_: &Type, of_ir: &BTreeSet<String>) -> bool {
    matches!(type_, Type::Path(path) if is_path_of_ir(path, of_ir))
}

fn is_path_of_ir(path: &TypePath, of_ir: &BTreeSet<String>) -> bool {
    let mut segments = path.path.segments.iter().map(|one| one.ident.to_string());
    let first = segments.next().unwrap_or_default();
    let second = segments.next().unwrap_or_default();
    of_ir.contains(&first) || (first == "crate" && second == "ir")
}
