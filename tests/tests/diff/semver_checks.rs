//! The verdicts agree with `cargo-semver-checks`, wherever that tool can see the change. It is run
//! where it is installed; what it said last is in the table.

use std::path::Path;
use std::process::Command;

use tinsmith_tests::workspace::{Workspace, succeed};

use super::crates;
use super::table::PAIRS;

/// From the least to the gravest.
const VERDICTS: [&str; 4] = ["none", "patch", "minor", "major"];

#[test]
fn it_never_finds_more_than_we_do() {
    for pair in PAIRS {
        let place = |verdict| VERDICTS.iter().position(|other| *other == verdict);
        assert!(
            place(pair.of_the_tool) <= place(pair.verdict),
            "{}",
            pair.name
        );
    }
}

#[test]
fn where_it_finds_less_the_table_says_why() {
    for pair in PAIRS {
        assert_eq!(
            pair.why.is_empty(),
            pair.of_the_tool == pair.verdict,
            "{}",
            pair.name
        );
    }
}

#[test]
fn it_says_what_the_table_says() {
    let installed = Command::new("cargo-semver-checks")
        .arg("--version")
        .output();
    if !installed.is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no `cargo-semver-checks` on the path");
        return;
    }
    let (old, new) = (crates::workspace("old"), crates::workspace("new"));
    for pair in PAIRS {
        crates::generate(&old, pair.name, vec![pair.before()]);
        crates::generate(&new, pair.name, vec![pair.after()]);
    }
    for workspace in [&old, &new] {
        let arguments = [
            "doc",
            "--quiet",
            "--no-deps",
            "--workspace",
            "--no-default-features",
        ];
        let mut cargo = workspace.cargo(&arguments);
        cargo
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTDOCFLAGS", "-Zunstable-options --output-format json");
        succeed(&mut cargo);
    }
    let wrong: Vec<String> = PAIRS
        .iter()
        .filter_map(|pair| {
            let file = format!("doc/{}.json", pair.name);
            let docs = |workspace: &Workspace| workspace.target().join(&file);
            let (verdict, said) = verdict(&docs(&old), &docs(&new));
            (verdict != Some(pair.of_the_tool)).then(|| format!("{}\n{said}", pair.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The tool's verdict on two crates, and all that it says.
fn verdict(old: &Path, new: &Path) -> (Option<&'static str>, String) {
    let output = Command::new("cargo-semver-checks")
        .args([
            "semver-checks",
            "--release-type",
            "patch",
            "--baseline-rustdoc",
        ])
        .arg(old)
        .arg("--current-rustdoc")
        .arg(new)
        .output()
        .expect("the tool can be run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let words = [
        ("no semver update required", "none"),
        ("requires new minor version", "minor"),
        ("requires new major version", "major"),
    ];
    let verdict = words.iter().find(|(words, _)| said.contains(words));
    (verdict.map(|(_, verdict)| *verdict), said)
}
