//! The endpoint tests that a model carries (`smithy.rules#endpointTests`), run through the tables
//! and the evaluator that generated crates have, without generating any.

mod found;
mod given;
mod tables;

use bumpalo::Bump;
use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::lower::endpoint;
use crate::model::traits::{EndpointExpectation, EndpointTest, EndpointTests};
use crate::model::{Model, Shape};
use crate::stack;
use crate::support::endpoint::{Parameters, RuleSet};
use given::Calls;

#[cfg(test)]
pub(crate) use tables::tables;

/// What came of the endpoint tests of a service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TestResults {
    /// How many calls of the rules there are.
    pub tests: usize,
    /// How many calls of operations come to the same parameters, by what the model binds to them.
    pub operation_inputs: usize,
    /// What went wrong, a line each.
    pub failures: Vec<String>,
}

/// Runs the endpoint tests of a service; a service without rules or tests has nothing to run.
///
/// # Errors
/// What is wrong with the rules.
pub fn run(model: &Model, service: &Shape) -> Result<TestResults, Diagnostics> {
    stack::with_room(|| run_here(model, service))
}

fn run_here(model: &Model, service: &Shape) -> Result<TestResults, Diagnostics> {
    let mut results = TestResults::default();
    let tests = service.traits.get::<EndpointTests>();
    let (Some(tests), Some(rules)) = (tests, endpoint::of(model, service)?) else {
        return Ok(results);
    };
    let arena = Bump::new();
    let rules = tables::tables(&arena, &rules);
    let calls = Calls::new(model, service);
    for test in &tests.test_cases {
        results.tests += 1;
        let parameters = given::by_name(&test.params);
        results.check(&rules, test, "its parameters", parameters);
        for input in &test.operation_inputs {
            results.operation_inputs += 1;
            let parameters = calls.parameters(input, &test.params);
            results.check(&rules, test, &input.operation_name, parameters);
        }
    }
    Ok(results)
}

impl TestResults {
    fn check(
        &mut self,
        rules: &RuleSet<'_>,
        test: &EndpointTest,
        of: &str,
        parameters: Result<Parameters<'_>, String>,
    ) {
        let parameters = match parameters {
            Ok(parameters) => parameters,
            Err(reason) => {
                return self
                    .failures
                    .push(format!("{}, {of}: {reason}", title(test)));
            }
        };
        let mut expected = expectation(&test.expect);
        let mut found = found::of(&rules.resolve(&parameters));
        if expected != found {
            // Told alike, whatever order the objects of serde_json keep in this build.
            expected.sort_all_objects();
            found.sort_all_objects();
            self.failures.push(format!(
                "{}, {of}: expected {expected}, found {found}",
                title(test)
            ));
        }
    }
}

fn title(test: &EndpointTest) -> &str {
    match test.documentation.as_str() {
        "" => "a case without a name",
        title => title,
    }
}

fn expectation(expected: &EndpointExpectation) -> Value {
    match expected {
        EndpointExpectation::Error(message) => found::refusal(message),
        EndpointExpectation::Endpoint(endpoint) => {
            let headers = serde_json::json!(endpoint.headers);
            found::endpoint(&endpoint.url, headers, endpoint.properties.clone().into())
        }
    }
}
