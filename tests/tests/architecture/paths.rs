//! The paths in a file that lead to the file's own crate.

use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{ItemMod, UseTree};

/// A path within the crate, without its `crate`.
pub struct CratePath {
    /// Its segments, of which there is one at least.
    pub segments: Vec<String>,
    /// The line that it is on.
    pub line: usize,
}

/// All paths of a file that begin with `crate` or `super`, in their order. `module` is the module
/// that the file is.
pub fn of_crate(file: &syn::File, module: &[String]) -> Vec<CratePath> {
    let mut finder = Finder {
        module: module.to_vec(),
        found: Vec::new(),
    };
    finder.visit_file(file);
    finder.found
}

struct Finder {
    module: Vec<String>,
    found: Vec<CratePath>,
}

impl Finder {
    /// Keeps a path if it leads to the crate.
    fn found(&mut self, segments: &[String], line: usize) {
        let mut module = self.module.clone();
        let mut rest = segments;
        match segments.first().map(String::as_str) {
            Some("crate") => {
                module.clear();
                rest = &rest[1..];
            }
            Some("super") => {
                while let Some("super") = rest.first().map(String::as_str) {
                    module.pop();
                    rest = &rest[1..];
                }
            }
            _ => return,
        }
        module.extend_from_slice(rest);
        if !module.is_empty() {
            self.found.push(CratePath {
                segments: module,
                line,
            });
        }
    }

    fn use_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        let line = tree.span().start().line;
        match tree {
            UseTree::Path(path) => self.use_tree(&with(&path.ident), &path.tree),
            UseTree::Name(name) => self.found(&with(&name.ident), line),
            UseTree::Rename(rename) => self.found(&with(&rename.ident), line),
            UseTree::Glob(_) => self.found(before, line),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.use_tree(before, tree);
                }
            }
        }
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree(&[], &item.tree);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.found(&segments.collect::<Vec<_>>(), path.span().start().line);
        visit::visit_path(self, path);
    }
}
