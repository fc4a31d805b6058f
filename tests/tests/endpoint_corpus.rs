//! The endpoint tests that AWS's own models carry, all of them.

use std::path::{Path, PathBuf};
use std::thread;

use tinsmith::endpoint_tests::{self, TestResults};
use tinsmith::model;
use tinsmith_tests::corpus;

#[test]
fn every_endpoint_test_of_every_model_passes() {
    let Some(models) = corpus::aws_models(Path::new(env!("CARGO_TARGET_TMPDIR"))) else {
        return;
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let shares = models.chunks(models.len().div_ceil(threads).max(1));
    let mut whole = TestResults::default();
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
        models.len(),
        whole.tests,
        whole.operation_inputs
    );
    assert!(whole.failures.is_empty(), "{}", whole.failures.join("\n"));
    assert!(whole.tests > 0, "no model has an endpoint test");
}

/// What comes of the models in these files.
fn reports(paths: &[PathBuf]) -> TestResults {
    let mut whole = TestResults::default();
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
