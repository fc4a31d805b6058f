//! The record of a model that a crate keeps says all that its callers depend on.

mod fixture_models;

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::value::RawValue;
use tinsmith::output::Tree;
use tinsmith::{Generated, ServiceSpec};

#[test]
fn a_record_gives_the_same_code_as_the_model() {
    for model in fixture_models::all() {
        let name = model.display().to_string();
        check(&name, "models", fixture_models::services(&model));
    }
}

#[test]
fn a_record_gives_the_same_code_whichever_protocol_was_taken() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for protocol in ["awsJson1_1", "restJson1", "rpcv2Json"] {
        let service = ServiceSpec {
            model: vec![fixtures.join("protocol-tests/causeway.json")],
            protocol: Some(protocol.into()),
            ..ServiceSpec::default()
        };
        check(protocol, "protocols", vec![service]);
    }
}

/// Checks that the records of a crate of these services give the same code. They are put into the
/// folder.
fn check(name: &str, folder: &str, services: Vec<ServiceSpec>) {
    let generated = fixture_models::generate(services);
    let again = generate_from_records(&generated, folder);
    for (path, text) in generated.tree.files() {
        let is_code = path.extension().is_some_and(|extension| extension == "rs");
        let again = again.tree.get(path).unwrap_or_default();
        assert!(
            !is_code || code(text) == code(again),
            "{name}: {} differs",
            path.display()
        );
    }
    assert_eq!(again.tree.len(), generated.tree.len());
}

#[test]
fn a_record_says_nothing_that_is_only_for_people() {
    for model in fixture_models::all() {
        let generated = fixture_models::generate(fixture_models::services(&model));
        let record = record(&generated.tree);
        for absent in ["smithy.api#examples", "endpointTests", "httpRequestTests"] {
            assert!(!record.contains(absent), "{}: {absent}", model.display());
        }
    }
}

/// Generates what the records in a crate say, which are put into a folder of this name.
fn generate_from_records(generated: &Generated, folder: &str) -> Generated {
    #[derive(Deserialize)]
    struct Record<'a> {
        #[serde(borrow)]
        services: Vec<&'a RawValue>,
    }
    let record = record(&generated.tree);
    let record: Record<'_> = serde_json::from_str(record).expect("a record");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("records")
        .join(folder);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let services = record.services.iter().enumerate().map(|(index, model)| {
        let file: PathBuf = folder.join(format!("{index}.json"));
        std::fs::write(&file, model.get()).expect("a file can be written");
        ServiceSpec {
            model: vec![file],
            ..ServiceSpec::default()
        }
    });
    fixture_models::generate(services.collect())
}

fn record(tree: &Tree) -> &str {
    tree.get(Path::new("released.json")).expect("a record")
}

/// The lines that are no comment: documentation is a hash in the record.
fn code(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect()
}
