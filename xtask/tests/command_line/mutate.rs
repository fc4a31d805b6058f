//! `corpus --mutate`: the same on every run, and what it says and leaves behind.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::command::{empty_folder, run, xtask};

#[test]
fn the_same_mutants_are_tried_on_every_run() {
    let folder = empty_folder("mutate_again");
    let first = mutate(&folder, &["--mutate", "12"]);
    assert_eq!(mutate(&folder, &["--mutate", "12"]), first);
    let jobs = ["--mutate", "12", "--jobs", "1"];
    assert_eq!(mutate(&folder, &jobs), first);
    let said = String::from_utf8_lossy(&first.stdout);
    let begins = said.starts_with("12 mutants of 5 models with seed 1: ");
    assert!(begins, "{said}");
}

#[test]
fn nothing_is_left_of_mutants_that_do_not_fail() {
    let folder = empty_folder("mutate_left");
    // A list is no model, whatever is changed in it.
    let models = folder.join("models");
    fs::create_dir_all(&models).unwrap();
    fs::write(models.join("list.json"), "[\n  1,\n  2\n]\n").unwrap();
    let mut command = xtask();
    command.current_dir(&folder).args(["corpus", "models"]);
    command.args(["--out", "out", "--mutate", "3"]);
    let output = run(&mut command);
    let said = String::from_utf8_lossy(&output.stdout);
    let expected = "3 mutants of 1 model with seed 1: 0 generated, 3 refused, 0 failed\n";
    assert_eq!(said, expected);
    assert!(output.status.success());
    assert!(!folder.join("out/failures").exists());
    let tried = fs::read_dir(folder.join("out/tried")).unwrap();
    assert_eq!(tried.count(), 0);
}

#[test]
fn mutants_are_not_tried_along_with_something_else() {
    let folder = empty_folder("mutate_else");
    for others in [&["--mutate", "1", "--check"][..], &["--seed", "2"]] {
        let output = mutate(&folder, others);
        assert_eq!(output.status.code(), Some(2), "{others:?}");
    }
}

/// Runs it on the models of the corpus' tests, and compiles nothing.
fn mutate(folder: &Path, arguments: &[&str]) -> Output {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/corpus");
    let mut command = xtask();
    command.current_dir(folder).arg("corpus").arg(models);
    command.args(["--out", "out"]).args(arguments);
    if arguments.contains(&"--mutate") {
        command.args(["--sample", "0"]);
    }
    run(&mut command)
}
