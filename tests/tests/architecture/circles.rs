//! Circles of imports: of modules with one parent that lead to each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::names::Names;
use crate::paths;

/// The code of a module.
pub struct Module {
    /// Its path in the crate, without `crate`.
    pub path: Vec<String>,
    /// Its file, as people see it.
    pub file: String,
    pub code: syn::File,
}

/// Who imports whom among the children of each module, and where.
type Imports = BTreeMap<Vec<String>, BTreeMap<String, BTreeMap<String, String>>>;

/// Each circle once, as the imports that it is made of: a line each. `counts` says which imports do,
/// by the common parent and the path in the crate.
pub fn of_siblings(
    modules: &[Module],
    counts: impl Fn(&[String], &[String]) -> bool,
) -> Vec<Vec<String>> {
    let mut circles = Vec::new();
    for (parent, imports) in &imports(modules, counts) {
        let path = |name: &str| [parent.as_slice(), &[name.to_owned()]].concat().join("::");
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for start in imports.keys() {
            if told.contains(start.as_str()) {
                continue;
            }
            let Some(circle) = shortest(imports, start) else {
                continue;
            };
            told.extend(&circle);
            let pairs = circle.iter().zip(circle.iter().cycle().skip(1));
            let lines = pairs.map(|(from, to)| {
                let place = &imports[*from][*to];
                format!("{place}: `{}` imports `{}`", path(from), path(to))
            });
            circles.push(lines.collect());
        }
    }
    circles
}

/// All imports between siblings. What a path leads to through the `use`s of modules on the way counts
/// as what it is in the end.
fn imports(modules: &[Module], counts: impl Fn(&[String], &[String]) -> bool) -> Imports {
    let names = Names::of(modules);
    let mut imports = Imports::new();
    for module in modules {
        for path in paths::of_crate(&module.code, &module.path) {
            let target = names.module_of(&path.segments);
            let shared = module.path.iter().zip(&target);
            let shared = shared.take_while(|(one, other)| one == other).count();
            let (Some(from), Some(to)) = (module.path.get(shared), target.get(shared)) else {
                // One is within the other: a module is what it and its children are together.
                continue;
            };
            let parent = &target[..shared];
            if !counts(parent, &path.segments) {
                continue;
            }
            let of_parent = imports.entry(parent.to_vec()).or_default();
            let of_module = of_parent.entry(from.clone()).or_default();
            let place = || format!("{}:{}", module.file, path.line);
            of_module.entry(to.clone()).or_insert_with(place);
        }
    }
    imports
}

/// The shortest circle through a module, which comes first in it.
fn shortest<'i>(
    imports: &'i BTreeMap<String, BTreeMap<String, String>>,
    start: &'i str,
) -> Option<Vec<&'i str>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut ahead = vec![start];
    while !ahead.is_empty() {
        let mut next = Vec::new();
        for from in ahead {
            for to in imports.get(from).into_iter().flat_map(BTreeMap::keys) {
                if to == start {
                    let mut circle = vec![from];
                    while let Some(one) = before.get(circle[circle.len() - 1]) {
                        circle.push(one);
                    }
                    circle.reverse();
                    return Some(circle);
                }
                if !before.contains_key(to.as_str()) {
                    before.insert(to, from);
                    next.push(to.as_str());
                }
            }
        }
        ahead = next;
    }
    None
}
