//! Endpoint tests of services whose rules ask for more than a region, in generated crates: each call of an
//! operation is made of a generated input, and goes through the tables that clients have.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::corpus;
use tinsmith_tests::outcome::Outcome;
use tinsmith_tests::workspace::{Workspace, read};

/// The files of the models, each with how many tests they have, and how many calls of operations in these.
const SERVICES: [(&str, usize, usize); 3] =
    [("s3", 392, 215), ("s3-control", 134, 187), ("sts", 69, 18)];

#[test]
fn endpoints_of_generated_calls_are_those_that_the_models_expect() {
    let tmp = env!("CARGO_TARGET_TMPDIR");
    let Some(models) = corpus::aws_models(Path::new(tmp)) else {
        return;
    };
    let services = SERVICES.map(|(name, ..)| {
        let model = corpus::model(&models, name).expect("the corpus has the model");
        ServiceSpec {
            operations: Some(called(model).into_iter().collect()),
            model: vec![model.clone()],
            ..ServiceSpec::default()
        }
    });
    let workspace = Workspace::new(tmp, "endpoint-calls", &["crate"]);
    let spec = CrateSpec {
        name: "called".to_owned(),
        services: services.into(),
        tests: true,
        ..CrateSpec::default()
    };
    let generated = workspace.generate("crate", &spec);
    let modules = generated.services.iter();
    let modules: Vec<String> = modules
        .map(|service| service.module.replace('_', "-"))
        .collect();
    let mut cargo = workspace.cargo(&["test", "--no-default-features", "--no-fail-fast"]);
    let outcome = Outcome::of(cargo.args(["--tests", "--features", &modules.join(",")]));
    assert!(outcome.failed.is_empty(), "{}", outcome.report);
    // Services may have tests of one name.
    let passed = outcome.report.lines();
    let passed = passed.filter(|line| line.starts_with("test endpoint::"));
    let expected: usize = SERVICES.iter().map(|(_, tests, calls)| tests + calls).sum();
    assert_eq!(passed.count(), expected, "{}", outcome.report);
}

/// The operations that the endpoint tests of a model call.
fn called(model: &Path) -> BTreeSet<String> {
    let model: Value = serde_json::from_str(&read(model)).expect("the model is JSON");
    let shapes = model["shapes"].as_object().expect("shapes by their ids");
    let tests = shapes
        .values()
        .map(|shape| &shape["traits"]["smithy.rules#endpointTests"]["testCases"]);
    let tests = tests.filter_map(Value::as_array).flatten();
    let inputs = tests.filter_map(|test| test["operationInputs"].as_array());
    let names = inputs.flatten().map(|input| &input["operationName"]);
    names.filter_map(Value::as_str).map(str::to_owned).collect()
}
