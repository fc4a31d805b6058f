//! The endpoint tests of the rules engine's own models, of the corpus.

use std::fs;
use std::path::{Path, PathBuf};

use crate::endpoint_tests::{self, Report};
use crate::model;

/// The corpus; `None` where there is none.
pub fn corpus_folder() -> Option<PathBuf> {
    let folder = std::env::var_os("TINSMITH_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus"),
        PathBuf::from,
    );
    folder.is_dir().then_some(folder)
}

#[test]
fn every_endpoint_test_of_the_rules_engine_passes() {
    let Some(folder) = corpus_folder() else {
        println!("skipped: there is no corpus");
        return;
    };
    let mut whole = Report::default();
    for entry in fs::read_dir(folder.join("endpoint-rules")).expect("the folder can be read") {
        let path = entry.expect("the folder can be listed").path();
        let model = model::load(&[&path]).unwrap_or_else(|problems| panic!("{problems}"));
        for (service, _) in model.services() {
            let report = endpoint_tests::run(&model, service).expect("the rules are valid");
            whole.cases += report.cases;
            whole.operation_inputs += report.operation_inputs;
            let failures = report.failures.into_iter();
            whole
                .failures
                .extend(failures.map(|failure| format!("{}: {failure}", service.id)));
        }
    }
    assert_eq!(whole.failures, Vec::<String>::new());
    assert!(whole.cases >= 95, "{whole:?}");
    assert!(whole.operation_inputs > 0, "{whole:?}");
}
