//! What the program says of itself.

use insta::assert_snapshot;

use crate::program::Place;

#[test]
fn commands_are_listed_in_the_order_of_their_use() {
    assert_snapshot!(Place::empty().printed(&["--help"]));
}

#[test]
fn the_version_is_told() {
    let printed = Place::empty().printed(&["--version"]);
    assert_eq!(
        printed,
        concat!("tinsmith ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn usage_names_the_program_as_it_was_called() {
    let told = Place::empty().told(&["codegen", "--modle"]);
    assert!(told.contains("Usage: tinsmith codegen "), "{told}");
}

#[test]
#[cfg(unix)]
fn a_program_of_another_name_says_that_one() {
    let place = Place::empty();
    let other = place.path().join("smith");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_tinsmith"), &other).expect("a link");
    let output = std::process::Command::new(other)
        .current_dir(place.path())
        .arg("codegen")
        .output()
        .expect("a program that can be run");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("`smith init` writes one"), "{told}");
}

#[test]
fn every_shell_gets_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = Place::empty().printed(&["completions", shell]);
        for word in ["tinsmith", "codegen", "--operations"] {
            let word = word.trim_start_matches('-');
            assert!(script.contains(word), "{shell} does not know {word}");
        }
    }
}
