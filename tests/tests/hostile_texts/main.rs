//! No text of a model becomes anything but a text: texts of the models of our own are replaced, one at
//! a time, by ones that look like code or like markup, or that act on what shows them, and all that is
//! generated then is looked through. Of the texts that are not code each place gets every fourth, the next place
//! the ones after those, unless `TINSMITH_ALL_TEXTS` is set, as `.ci/full` does. `generated_crates` compiles a crate with
//! many of them at once.

mod file;
#[path = "../fixture_models/mod.rs"]
mod fixture_models;
#[path = "../leaves/mod.rs"]
mod leaves;
mod markdown;
mod releases;
mod rust_file;
mod texts;
mod told;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use leaves::Leaf;
use rayon::prelude::*;
use walk::Walk;

#[test]
fn no_text_becomes_code() {
    let walks = walk::all();
    let leaves = leaves_of_each_kind(&walks).into_par_iter();
    let faults = leaves.flat_map_iter(|(walk, leaf)| faults(walk, &leaf, texts::CODE));
    assert_none(&faults.collect::<Vec<_>>());
}

#[test]
fn no_text_becomes_markup_or_acts_on_what_shows_it() {
    let walks = walk::all();
    let all = std::env::var_os("TINSMITH_ALL_TEXTS").is_some();
    let leaves = leaves_of_each_kind(&walks).into_par_iter().enumerate();
    let faults = leaves.flat_map_iter(|(place, (walk, leaf))| {
        // What has a syntax is read only where it begins as it should.
        let old = leaf.text(&walk.model).unwrap_or_default().to_owned();
        let texts = texts::all().into_iter().enumerate();
        let texts = texts.filter(|(number, _)| all || number % 4 == place % 4);
        let texts = texts.map(|(_, text)| match text.as_str() {
            "" => text,
            _ => old.clone() + &text,
        });
        let faults = texts.flat_map(|text| faults(walk, &leaf, &text));
        faults.collect::<Vec<_>>()
    });
    assert_none(&faults.collect::<Vec<_>>());
}

#[test]
fn a_text_that_is_there_already_makes_no_code_that_is_never_reached() {
    let walks = walk::all();
    let leaves = leaves_of_each_kind(&walks).into_par_iter();
    let faults = leaves.flat_map_iter(|(walk, leaf)| {
        let others = leaf.beside(&walk.model).into_iter();
        let faults = others.flat_map(|text| faults(walk, &leaf, &text));
        faults.collect::<Vec<_>>()
    });
    assert_none(&faults.collect::<Vec<_>>());
}

/// A text of each kind, with its model: that which has the most like it beside it.
fn leaves_of_each_kind(walks: &[Walk]) -> Vec<(&Walk, Leaf)> {
    let mut kinds: BTreeMap<String, (usize, &Walk, Leaf)> = BTreeMap::new();
    for walk in walks {
        for leaf in leaves::of(&walk.model) {
            let beside = leaf.beside(&walk.model).len();
            let kind = leaf.kind(&walk.model);
            if kinds.get(&kind).is_none_or(|(most, ..)| *most < beside) {
                kinds.insert(kind, (beside, walk, leaf));
            }
        }
    }
    let leaves = kinds.into_values();
    leaves.map(|(_, walk, leaf)| (walk, leaf)).collect()
}

#[test]
fn the_models_of_our_own_have_every_trait() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/src/model/traits");
    let sources = std::fs::read_dir(sources).expect("a folder").map(|entry| {
        let path = entry.expect("an entry of the folder").path();
        std::fs::read_to_string(path).expect("a readable source")
    });
    let known: BTreeSet<String> = sources.flat_map(|source| trait_ids(&source)).collect();
    assert!(known.len() > 60, "{known:?}");
    let models = walk::all().into_iter().map(|walk| walk.model.to_string());
    let models: String = models.collect();
    let missing = known
        .iter()
        .filter(|id| !models.contains(&format!("\"{id}\":")));
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
}

/// The ids of the traits that a source defines: `Title(String) = "smithy.api#title";`
fn trait_ids(source: &str) -> Vec<String> {
    let defined = source
        .lines()
        .filter_map(|line| line.strip_suffix("\";")?.split_once(" = \""));
    let ids = defined.map(|(_, id)| id.to_owned());
    ids.filter(|id| id.contains('#')).collect()
}

/// What is wrong with what is generated when a text is replaced; nothing where that is a problem which
/// is told.
fn faults(walk: &Walk, leaf: &Leaf, text: &str) -> Vec<String> {
    let files = walk.changes(&leaf.replaced(&walk.model, text));
    let files = files.into_iter().flatten();
    let faults = files.flat_map(|(path, text)| file::faults(&path, &text));
    let start: String = text.chars().take(20).collect();
    faults
        .map(|fault| format!("{}: {leaf}, {start:?}: {fault}", walk.name))
        .collect()
}

fn assert_none(faults: &[String]) {
    let shown = faults.iter().take(20).map(String::as_str);
    let shown: Vec<&str> = shown.collect();
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        shown.join("\n")
    );
}
