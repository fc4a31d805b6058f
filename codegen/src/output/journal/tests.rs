//! A process that ends at any point of writing a crate leaves the old one or the new one.

use tempfile::TempDir;

use super::*;
use crate::emit::Text;
use crate::output::{Drift, Folder};

#[test]
fn whoever_ends_before_the_journal_is_whole_leaves_the_old_crate() {
    let (old, new) = (tree(0..6), tree(3..9));
    for steps in 0..=new.len() {
        let folder = folder_with(&old);
        let folder = folder.path();
        for (path, text) in new.files().take(steps) {
            write(&Workshop::of(folder).new_contents().join(path), text).unwrap();
        }
        let partial = Workshop::of(folder).journal().with_extension("partial");
        write(&partial, "{\"write\": [").unwrap();
        assert_eq!(old.drift(folder).unwrap(), [], "after {steps} files");
        drop(Folder::open(folder).unwrap());
        assert_eq!(
            old.drift(folder).unwrap(),
            [],
            "after {steps} files, and another run"
        );
        assert!(!Workshop::of(folder).path().exists());
    }
}

#[test]
fn what_was_decided_is_finished_from_any_point() {
    let (old, new) = (tree(0..6), tree(3..9));
    let journal = || journal(&old, &new);
    let all = journal().write.len() + journal().remove.len();
    // Three new files, five that change, the record among them, and three that go.
    assert_eq!(all, 11);
    for steps in 0..=all {
        let folder = folder_with(&old);
        let folder = folder.path();
        let workshop = Workshop::of(folder);
        workshop.decide(&new, &journal()).unwrap();
        for path in journal().write.iter().take(steps) {
            workshop.put(path, &Ways::from(folder)).unwrap();
        }
        for path in journal()
            .remove
            .iter()
            .take(steps.saturating_sub(journal().write.len()))
        {
            workshop.remove(path).unwrap();
        }
        drop(Folder::open(folder).unwrap());
        assert_eq!(new.drift(folder).unwrap(), [], "after {steps} steps");
        assert!(!workshop.path().exists());
    }
}

#[test]
fn what_was_decided_overwrites_nothing_that_somebody_put_there_since() {
    let (old, new) = (tree(0..6), tree(3..9));
    let folder = folder_with(&old);
    let folder = folder.path();
    Workshop::of(folder)
        .decide(&new, &journal(&old, &new))
        .unwrap();
    let own = folder.join("src/file_8.rs");
    write(&own, "// My own.\n").unwrap();
    let error = Folder::open(folder).unwrap_err();
    assert!(
        matches!(&error, WriteError::NotOurs(path) if *path == own),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&own).unwrap(), "// My own.\n");
    fs::remove_file(own).unwrap();
    drop(Folder::open(folder).unwrap());
    assert_eq!(new.drift(folder).unwrap(), []);
}

#[test]
fn a_journal_that_names_files_of_another_folder_is_refused() {
    let folder = folder_with(&tree(0..2));
    let folder = folder.path();
    let workshop = Workshop::of(folder);
    for path in ["../outside.rs", "/outside.rs", "src/../../outside.rs"] {
        let journal = Journal {
            write: Vec::new(),
            remove: vec![path.into()],
        };
        write(
            &workshop.journal(),
            &serde_json::to_string(&journal).unwrap(),
        )
        .unwrap();
        let error = Folder::open(folder).unwrap_err().to_string();
        assert!(error.contains("another folder"), "{error}");
    }
}

#[test]
fn a_journal_that_is_damaged_is_told_and_changes_nothing() {
    let old = tree(0..2);
    let folder = folder_with(&old);
    let folder = folder.path();
    write(&Workshop::of(folder).journal(), "{").unwrap();
    let error = Folder::open(folder).unwrap_err().to_string();
    assert!(error.contains("remove this file"), "{error}");
    assert_eq!(old.drift(folder).unwrap(), []);
}

/// What leads from one crate to another.
fn journal(old: &Tree, new: &Tree) -> Journal {
    let mut journal = Journal::default();
    let folder = folder_with(old);
    for change in new.drift(folder.path()).unwrap() {
        match change {
            Drift::Differs(path) | Drift::Missing(path) => journal.write.push(path),
            Drift::Stale(path) => journal.remove.push(path),
        }
    }
    journal
}

/// Files of these numbers, and one that says how many there are.
fn tree(numbers: std::ops::Range<usize>) -> Tree {
    let list = Text {
        path: "src/lib.rs".to_owned(),
        text: format!("// {numbers:?}\n"),
    };
    let files = numbers.clone().map(|number| Text {
        path: format!("src/file_{number}.rs"),
        text: format!("// {} to {}\n", numbers.start, number),
    });
    let texts = files.chain([list]).collect();
    Tree::new(&[], texts).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A folder with this crate, and nothing else; it is gone when the test is done.
fn folder_with(tree: &Tree) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    tree.write(folder.path()).unwrap();
    folder
}
