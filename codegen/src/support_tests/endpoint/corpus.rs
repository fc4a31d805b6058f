//! The endpoint tests that models carry (`smithy.rules#endpointTests`), run over the corpus.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{endpoint_tests, model};

/// The corpus; `None` where there is none.
pub fn corpus_folder() -> Option<PathBuf> {
    let folder = std::env::var_os("TINSMITH_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus"),
        PathBuf::from,
    );
    folder.is_dir().then_some(folder)
}

#[test]
fn every_endpoint_test_of_the_corpus_passes() {
    let Some(folder) = corpus_folder() else {
        println!("skipped: there is no corpus");
        return;
    };
    let mut cases = 0;
    let mut failed = Vec::new();
    for entry in fs::read_dir(folder.join("endpoint-rules")).expect("the folder can be read") {
        let path = entry.expect("the folder can be listed").path();
        let model = model::load(&[path]).unwrap_or_else(|problems| panic!("{problems}"));
        for (service, _) in model.services() {
            let outcome = endpoint_tests::run(&model, service);
            let outcome = outcome.unwrap_or_else(|problems| panic!("{problems}"));
            cases += outcome.tests;
            let failures = outcome.failures.into_iter();
            failed.extend(failures.map(|failure| format!("{}: {failure}", service.id)));
        }
    }
    assert!(cases > 0, "the corpus has no endpoint tests");
    assert!(
        failed.is_empty(),
        "{cases} cases, failed:\n{}",
        failed.join("\n")
    );
}
