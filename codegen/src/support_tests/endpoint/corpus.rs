//! The endpoint tests that models carry (`smithy.rules#endpointTests`), run over the corpus.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::cases::failures;

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
        let text = fs::read_to_string(&path).expect("a model can be read");
        let model: Value = serde_json::from_str(&text).expect("a model is JSON");
        let shapes = model["shapes"].as_object().expect("a model has shapes");
        for (id, shape) in shapes {
            let rule_set = &shape["traits"]["smithy.rules#endpointRuleSet"];
            let tests = &shape["traits"]["smithy.rules#endpointTests"]["testCases"];
            if let (Value::Object(_), Value::Array(tests)) = (rule_set, tests) {
                cases += tests.len();
                let failures = failures(rule_set, tests).into_iter();
                failed.extend(failures.map(|failure| format!("{id}: {failure}")));
            }
        }
    }
    assert!(cases > 0, "the corpus has no endpoint tests");
    assert!(
        failed.is_empty(),
        "{cases} cases, failed:\n{}",
        failed.join("\n")
    );
}
