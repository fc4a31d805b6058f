//! What the names in each module stand for, so that a path can be followed through the `use`s of
//! others to where its item is.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Item, UseTree};

use crate::circles::Module;

/// The names of all modules.
pub struct Names {
    modules: BTreeMap<Vec<String>, Scope>,
}

/// The names of one module.
#[derive(Default)]
struct Scope {
    /// What is defined there.
    own: BTreeSet<String>,
    /// What is imported, with its path in the crate.
    imported: BTreeMap<String, Vec<String>>,
    /// The modules of which all is imported.
    all_of: Vec<Vec<String>>,
}

impl Names {
    pub fn of(modules: &[Module]) -> Self {
        let mut names = BTreeMap::new();
        for module in modules {
            add(&mut names, &module.path, &module.code.items);
        }
        Self { modules: names }
    }

    /// The module that has what a path in the crate leads to.
    pub fn module_of(&self, path: &[String]) -> Vec<String> {
        self.follow(path, &mut BTreeSet::new())
    }

    /// `seen` are the paths on the way, none of which is gone twice.
    fn follow(&self, path: &[String], seen: &mut BTreeSet<Vec<String>>) -> Vec<String> {
        let modules = (0..=path.len()).rev().map(|end| path.split_at(end));
        let mut modules = modules.filter(|(module, _)| self.modules.contains_key(*module));
        let Some((module, rest)) = modules.next() else {
            return path.to_vec();
        };
        let (Some(name), true) = (rest.first(), seen.insert(path.to_vec())) else {
            return module.to_vec();
        };
        let scope = &self.modules[module];
        if scope.own.contains(name) {
            return module.to_vec();
        }
        if let Some(imported) = scope.imported.get(name) {
            return self.follow(&[imported, &rest[1..]].concat(), seen);
        }
        for all_of in &scope.all_of {
            let found = self.follow(&[all_of, rest].concat(), seen);
            let is_there = self.modules.get(&found);
            if is_there.is_some_and(|scope| scope.own.contains(name)) {
                return found;
            }
        }
        module.to_vec()
    }
}

fn add(names: &mut BTreeMap<Vec<String>, Scope>, module: &[String], items: &[Item]) {
    let mut scope = Scope::default();
    let mut uses = Vec::new();
    for item in items {
        let name = match item {
            Item::Const(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Fn(item) => &item.sig.ident,
            Item::Static(item) => &item.ident,
            Item::Struct(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Union(item) => &item.ident,
            Item::Mod(inner) => {
                if let Some((_, items)) = &inner.content {
                    let path = [module, &[inner.ident.to_string()]].concat();
                    add(names, &path, items);
                }
                &inner.ident
            }
            Item::Use(item) => {
                uses.push(&item.tree);
                continue;
            }
            _ => continue,
        };
        scope.own.insert(name.to_string());
    }
    for tree in uses {
        add_use(&mut scope, module, &[], tree);
    }
    names.insert(module.to_vec(), scope);
}

fn add_use(scope: &mut Scope, module: &[String], before: &[String], tree: &UseTree) {
    let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
    let (path, name) = match tree {
        UseTree::Path(path) => return add_use(scope, module, &with(&path.ident), &path.tree),
        UseTree::Group(group) => {
            let mut trees = group.items.iter();
            return trees
                .by_ref()
                .for_each(|tree| add_use(scope, module, before, tree));
        }
        UseTree::Glob(_) => {
            scope.all_of.extend(in_crate(scope, module, before));
            return;
        }
        UseTree::Name(name) if name.ident == "self" => {
            (before.to_vec(), before.last().cloned().unwrap_or_default())
        }
        UseTree::Name(name) => (with(&name.ident), name.ident.to_string()),
        UseTree::Rename(rename) => (with(&rename.ident), rename.rename.to_string()),
    };
    if let Some(path) = in_crate(scope, module, &path) {
        scope.imported.insert(name, path);
    }
}

/// A path of a `use` as one in the crate; `None` where it leads to another one.
fn in_crate(scope: &Scope, module: &[String], path: &[String]) -> Option<Vec<String>> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([module, &path[1..]].concat()),
        "super" => {
            let above = module.len().checked_sub(ups)?;
            Some([&module[..above], &path[ups..]].concat())
        }
        first if scope.own.contains(first) => Some([module, path].concat()),
        _ => None,
    }
}
