//! The tests that a model carries become tests of the crate, and say the truth: the official
//! ones of the JSON protocols pass, and those of our own pass where the model is right and
//! fail where it is wrong.

mod official;
mod own;
mod own_json;

use std::path::PathBuf;

use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::outcome::Outcome;
use tinsmith_tests::workspace::Workspace;

/// How many tests of requests, responses and errors of operations passed.
fn counted(outcome: &Outcome) -> [usize; 3] {
    let passed = |of: &dyn Fn(&str) -> bool| outcome.passed.iter().filter(|n| of(n)).count();
    [
        passed(&|name| name.starts_with("operations::") && name.ends_with("_request")),
        passed(&|name| name.starts_with("operations::") && name.ends_with("_response")),
        passed(&|name| name.starts_with("errors::")),
    ]
}

/// How many tests of requests, responses and errors passed on the service's side, of a double.
fn counted_served(outcome: &Outcome) -> [usize; 3] {
    ["_request_read", "_response_written", "_written"].map(|kind| {
        let is_error = |name: &str| name.starts_with("told_errors::");
        let of_kind = |name: &&String| {
            is_served(name) && name.ends_with(kind) && is_error(name) == (kind == "_written")
        };
        outcome.passed.iter().filter(of_kind).count()
    })
}

/// Whether a test is one of the service's side.
fn is_served(name: &str) -> bool {
    name.starts_with("served::") || name.starts_with("told_errors::")
}

/// How many tests of what streams of events send and receive passed.
fn counted_events(outcome: &Outcome) -> [usize; 2] {
    ["_sent", "_received"].map(|kind| {
        let passed = outcome.passed.iter();
        passed.filter(|name| name.ends_with(kind)).count()
    })
}

/// The same of what a double reads and answers with.
fn counted_served_events(outcome: &Outcome) -> [usize; 2] {
    ["_events_read", "_events_written"].map(|kind| {
        let passed = outcome.passed.iter();
        passed.filter(|name| name.ends_with(kind)).count()
    })
}

/// How the tests of a model go where its service speaks its default protocol.
fn run(name: &str, model: &[PathBuf]) -> Outcome {
    let service = ServiceSpec {
        model: model.to_vec(),
        ..ServiceSpec::default()
    };
    run_service(name, service)
}

/// Generates a crate of this service with the tests of its model, and runs them without the client,
/// which they do not need.
fn run_service(name: &str, service: ServiceSpec) -> Outcome {
    let tmp = env!("CARGO_TARGET_TMPDIR");
    let workspace = Workspace::new(tmp, &format!("conformance/{name}"), &["crate"]);
    let spec = CrateSpec {
        name: name.to_owned(),
        services: vec![service],
        tests: true,
        ..CrateSpec::default()
    };
    let generated = workspace.generate("crate", &spec);
    let module = &generated.services[0].module;
    let (bodies, count) = own_json::tests(name, module, &spec.services[0]);
    workspace.write("crate/tests/own_json.rs", &bodies);
    let mut cargo = workspace.cargo(&["test", "--no-default-features", "--no-fail-fast"]);
    if count > 0 {
        cargo.args(["--features=serde", "--test=own_json"]);
    }
    let mut outcome = Outcome::of(cargo.args(["--test", module]));
    // It is none of the model's own tests.
    let is_read = outcome.passed.remove("the_json_of_the_protocol_is_read");
    assert_eq!(is_read, count > 0, "{}", outcome.report);
    outcome
}
