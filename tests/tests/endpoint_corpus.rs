//! The endpoint tests that AWS's own models carry, all of them. The models are those of the corpus,
//! which is no part of the project; they are unpacked once, below `target`.

mod corpus_models;

use std::path::{Path, PathBuf};
use std::thread;

use tinsmith::endpoint_tests::{self, Outcome};
use tinsmith::model;

#[test]
fn every_endpoint_test_of_every_model_passes() {
    let Some(folder) = corpus_models::models() else {
        println!("skipped: no corpus at `TINSMITH_CORPUS` or at `../shared/corpus`");
        return;
    };
    let paths = json_files(&folder);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let shares = paths.chunks(paths.len().div_ceil(threads).max(1));
    let mut whole = Outcome::default();
    thread::scope(|scope| {
        let share = |share| scope.spawn(move || reports(share));
        let running: Vec<_> = shares.map(share).collect();
        for reports in running {
            let report = reports.join().expect("no model makes it panic");
            whole.tests += report.tests;
            whole.operation_inputs += report.operation_inputs;
            whole.failures.extend(report.failures);
        }
    });
    println!(
        "{} models, {} cases, {} calls of operations",
        paths.len(),
        whole.tests,
        whole.operation_inputs
    );
    assert!(whole.failures.is_empty(), "{}", whole.failures.join("\n"));
    assert!(whole.tests > 0, "no model has an endpoint test");
}

/// What comes of the models in these files.
fn reports(paths: &[PathBuf]) -> Outcome {
    let mut whole = Outcome::default();
    for path in paths {
        let model = model::load(&[path]).unwrap_or_else(|problems| panic!("{problems}"));
        for (service, _) in model.services() {
            let report = endpoint_tests::run(&model, service);
            let report = report.unwrap_or_else(|problems| panic!("{problems}"));
            whole.tests += report.tests;
            whole.operation_inputs += report.operation_inputs;
            let named = |failure| format!("{}: {failure}", service.id);
            whole
                .failures
                .extend(report.failures.into_iter().map(named));
        }
    }
    whole
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect()
}
