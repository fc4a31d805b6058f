//! Requests that cannot be met, whatever the model: manifests, names, versions, releases. With
//! `bad_models.rs` every kind of problem has a fixture.

mod bad_fixtures;

use std::collections::BTreeSet;
use std::path::Path;

use tinsmith::diagnostic::{Code, Diagnostic, Diagnostics};
use tinsmith::emit::{File, FileSource};
use tinsmith::output::Tree;
use tinsmith::release::{self, Release};
use tinsmith::{CrateSpec, ServiceSpec, model};

#[test]
fn each_problem_of_a_manifest_is_told_with_its_place_and_what_to_do() {
    insta::glob!("../fixtures/bad/manifests", "*.toml", |path| {
        insta::assert_snapshot!(bad_fixtures::of_manifest(path));
    });
}

#[test]
fn every_problem_of_a_manifest_has_a_place() {
    for problem in bad_fixtures::of_all_manifests() {
        let elsewhere = [Code::MissingService, Code::UnreadableFile];
        let placed = !problem.places().is_empty();
        assert!(placed || elsewhere.contains(&problem.code()), "{problem}");
    }
}

#[test]
fn every_kind_of_problem_has_a_fixture() {
    let others = [
        invalid_release(),
        invalid_version(),
        invalid_output(),
        unsupported_auth(),
        ambiguous_error(),
        not_fetched(),
        unlikely_name(),
    ];
    let problems = bad_fixtures::of_all_models().into_iter();
    let problems = problems.chain(bad_fixtures::of_all_manifests());
    let problems = problems.chain(others.into_iter().flatten());
    let told: BTreeSet<Code> = problems.map(|problem: Diagnostic| problem.code()).collect();
    for code in Code::ALL {
        assert!(told.contains(code), "no fixture has {code}");
    }
}

#[test]
fn a_release_that_was_edited_is_told() {
    insta::assert_snapshot!(invalid_release(), @"
    error[tinsmith::invalid_release]: `released.json`, the record of the last version, is damaged: `0.1` is no version of three numbers, such as 1.0.0
      --> fixtures/bad/releases/version/released.json:2:11
      help: take the file from version control again; without it, the next version is found from the model of now

    error[tinsmith::invalid_release]: `released.json`, the record of the last version, is damaged: key must be a string
      --> fixtures/bad/releases/entry/released.json:3:1
      help: take the file from version control again; without it, the next version is found from the model of now
    ");
}

#[test]
fn a_version_that_does_not_come_next_is_told() {
    insta::assert_snapshot!(invalid_version(), @"
    error[tinsmith::invalid_version]: the version 0.0.9 does not come after 0.1.0
      help: name a later one, or none
    ");
}

#[test]
fn output_that_is_not_rust_is_told_by_file() {
    insta::assert_snapshot!(invalid_output(), @"
    error[tinsmith::invalid_output]: src/broken.rs is not valid Rust: expected identifier, found keyword `fn`
      help: this is a fault of Tinsmith: please report it with the model
    ");
}

/// A warning, which stops nothing.
fn unlikely_name() -> Diagnostics {
    let text = r##"{"smithy":"2.0","shapes":{"a#Book":{"type":"string","traits":{"smithy.api#sensitiv":{}}}}}"##;
    let model = model::parse([("book.json", text)]);
    let model = model.unwrap_or_else(|problems| panic!("{problems}"));
    model.warnings().clone()
}

/// Another.
fn not_fetched() -> Diagnostics {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad/projects");
    let model = model::load(&[project.join("smithy-build.json")]);
    let model = model.unwrap_or_else(|problems| panic!("{problems}"));
    model.warnings().clone()
}

fn invalid_release() -> Diagnostics {
    let read = |name| Release::read(&Path::new("fixtures/bad/releases").join(name));
    let problems = ["version", "entry"].map(|name| read(name).expect_err("an edited release"));
    problems.into_iter().flatten().collect::<Vec<_>>().into()
}

fn invalid_version() -> Diagnostics {
    let spec = CrateSpec {
        release: Some(Release::first()),
        ..library()
    };
    let wanted = "0.0.9".parse().expect("a version");
    release::next(&spec, Some(wanted)).expect_err("a version of the past")
}

fn invalid_output() -> Diagnostics {
    let broken: FileSource<'_> = Box::new(|| File {
        path: "src/broken.rs".to_owned(),
        docs: String::new(),
        items: vec!["fn fn".parse().expect("tokens")],
        service: None,
    });
    Tree::new(&[broken], Vec::new()).expect_err("no Rust")
}

/// A warning: no model is wrong because of it.
fn unsupported_auth() -> Diagnostics {
    let mut spec = crate_of("models/auth.json");
    spec.name = "cellar".to_owned();
    spec.services[0].service = Some("Cellar".to_owned());
    tinsmith::generate(&spec).expect("a crate").warnings
}

/// Another.
fn ambiguous_error() -> Diagnostics {
    let mut spec = crate_of("models/errors.json");
    spec.name = "errors".to_owned();
    tinsmith::generate(&spec).expect("a crate").warnings
}

fn library() -> CrateSpec {
    crate_of("bad/manifests/library.json")
}

fn crate_of(fixture: &str) -> CrateSpec {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let service = ServiceSpec {
        model: vec![fixtures.join(fixture)],
        ..ServiceSpec::default()
    };
    CrateSpec {
        services: vec![service],
        ..CrateSpec::default()
    }
}
