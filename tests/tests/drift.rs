//! The committed crate is what the generator writes: nothing differs, no file too many or too few.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tinsmith::{Generated, Manifest};

/// What to do where a test here fails.
const FIX: &str = "run `cargo xtask codegen`";

#[test]
fn every_file_is_as_it_is_generated() {
    let (folder, generated) = generated();
    let drift = generated
        .tree
        .drift(&folder)
        .expect("a folder that can be read");
    let drift: Vec<String> = drift.iter().map(ToString::to_string).collect();
    assert!(drift.is_empty(), "{FIX}:\n{}", drift.join("\n"));
}

#[test]
fn there_are_no_other_files() {
    let (folder, generated) = generated();
    let wanted: BTreeSet<PathBuf> = generated
        .tree
        .files()
        .map(|(path, _)| path.into())
        .collect();
    let mut found = BTreeSet::new();
    find_files(&folder, &folder, &mut found);
    let others: Vec<_> = found.difference(&wanted).collect();
    assert!(
        others.is_empty(),
        "{} has files of its own: {others:?}",
        folder.display()
    );
    assert_eq!(found, wanted, "{FIX}");
}

/// The folder of the committed crate, and what should be in it.
fn generated() -> (PathBuf, Generated) {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/codegen.toml");
    let manifest = Manifest::read(&manifest).unwrap_or_else(|problems| panic!("{problems}"));
    let generated =
        tinsmith::generate(&manifest.spec).unwrap_or_else(|problems| panic!("{problems}"));
    (manifest.path, generated)
}

fn find_files(root: &Path, folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            find_files(root, &path, found);
        } else {
            found.insert(path.strip_prefix(root).unwrap_or(&path).to_owned());
        }
    }
}
