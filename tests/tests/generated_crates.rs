//! All that is generated from models of our own compiles without a warning, is documented without
//! a warning, and behaves: one crate has every service of every fixture, another those of models whose
//! texts are code.

mod any_values;
mod deep_models;
mod documented_tests;
mod fixture_crate;
mod fixture_models;
mod hostile_crate;
mod leaves;
mod own_apis;
#[path = "hostile_texts/texts.rs"]
mod texts;

use std::sync::LazyLock;

use fixture_crate::FixtureCrate;

/// Services that leave most of the support code unused: one that has nothing in its messages, and
/// the one that speaks CBOR.
const ALONE: [&str; 2] = ["unruled", "buoys"];

#[test]
fn it_compiles_without_a_warning() {
    let lint = ["--", "-D", "warnings"];
    for features in [CRATE.all(), CRATE.as_tested()] {
        CRATE.cargo(&["clippy", "--all-targets"], &features, &lint);
    }
    for features in [CRATE.by_default(), CRATE.without_client()] {
        CRATE.cargo(&["clippy"], &features, &lint);
    }
    for service in ALONE {
        CRATE.cargo(&["clippy"], &CRATE.only(service), &lint);
    }
    // What clients need must not come with other services alone.
    let with_client = CRATE.features_of(&[ALONE[0].to_owned(), "client".to_owned()]);
    CRATE.cargo(&["check"], &with_client, &[]);
}

#[test]
fn it_is_documented_without_a_warning() {
    for features in [CRATE.all(), CRATE.without_client()] {
        CRATE.cargo(&["doc", "--no-deps"], &features, &[]);
    }
}

/// And every type of it is the same in all formats: one run compiles the crate once for both.
#[test]
fn it_behaves_as_its_models_say() {
    CRATE.cargo_of_each(&["fixtures", "formats"], &["test"], &CRATE.as_tested(), &[]);
}

#[test]
fn a_client_of_it_streams() {
    CRATE.cargo_of("streaming", &["test"], &[], &[]);
}

#[test]
fn texts_that_are_code_are_neither_compiled_nor_run() {
    let features = CRATE.features_of(&CRATE.hostile_services);
    let run = |command: &[&str], arguments: &[&str]| {
        CRATE.cargo_of("hostile", command, &features, arguments);
    };
    run(&["clippy", "--all-targets"], &["--", "-D", "warnings"]);
    run(&["doc", "--no-deps"], &[]);
    // With clients, as the README is tested then alone.
    let features = [features.as_slice(), &["--features=client".to_owned()]].concat();
    CRATE.cargo_of("hostile", &["test"], &features, &["--doc"]);
}

#[test]
fn an_api_of_ones_own_has_nothing_of_aws() {
    let lint = ["--", "-D", "warnings"];
    for (package, features) in own_apis::COMPILED {
        let features: Vec<String> = features.iter().copied().map(str::to_owned).collect();
        CRATE.cargo_of(package, &["clippy"], &features, &lint);
    }
    for package in own_apis::PACKAGES {
        own_apis::check_dependencies(&CRATE.workspace, package);
    }
    CRATE.cargo_of("pier-callers", &["test"], &[], &[]);
}

#[test]
fn the_api_of_the_readme_is_generated_and_can_be_called() {
    CRATE.cargo_of("readme-caller", &["check"], &[], &[]);
}

#[test]
fn the_example_of_an_api_of_ones_own_says_when_the_water_is_high() {
    let said = own_apis::run_example(&CRATE.workspace);
    let expected = "Hamburg:\n\
                    - high water at 2026-03-01T09:30:00Z: 3.6 m\n\
                    - low water at 2026-03-01T16:35:00Z: 0.4 m\n\
                    - high water at 2026-03-01T21:55:00Z: 11.5 ft\n\
                    Ulm: Ulm is not by the sea\n\
                    A stranger: Unauthorized: who are you?\n";
    assert_eq!(said, expected);
}

static CRATE: LazyLock<FixtureCrate> = LazyLock::new(FixtureCrate::generate);
