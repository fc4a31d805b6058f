//! Calls of the endpoint rules, each with what the rules give.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

use crate::ir::{self, EndpointTest, ExpectedEndpoint, GivenParameters};
use crate::model::Shape;
use crate::model::traits::{EndpointExpectation, EndpointOperationInput, EndpointTests};
use crate::rust::Scope;

use super::function;

/// The calls that a service's model lists: with the parameters as such, and as calls of those
/// operations that are there.
pub(super) fn of_service(shape: &Shape, service: &ir::Service) -> Vec<EndpointTest> {
    let tests = shape.traits.get::<EndpointTests>();
    let (Some(tests), Some(_)) = (tests, &service.endpoint) else {
        return Vec::new();
    };
    let mut names = Scope::of_values(&[]);
    let mut all = Vec::new();
    for test in tests.test_cases {
        let expected = expected(test.expect);
        let docs = crate::lower::docs::markdown(&test.documentation);
        let calls = test.operation_inputs.into_iter();
        let params = &test.params;
        let calls = calls.map(|call| call.with_client_of(&shape.traits, params));
        let calls: Vec<_> = calls.filter_map(|call| of_call(service, call)).collect();
        let named = GivenParameters::Named(test.params.into_iter().collect());
        for given in std::iter::once(named).chain(calls) {
            let kind = match &given {
                GivenParameters::Named(_) => String::new(),
                GivenParameters::Call { operation, .. } => {
                    format!("_in_{}", service.operations[*operation].name.as_str())
                }
            };
            all.push(EndpointTest {
                name: function(&mut names, &test.documentation, &kind),
                docs: docs.clone(),
                given,
                expected: expected.clone(),
            });
        }
    }
    all
}

fn expected(expectation: EndpointExpectation) -> ExpectedEndpoint {
    match expectation {
        EndpointExpectation::Error(message) => ExpectedEndpoint::Error(message),
        EndpointExpectation::Endpoint(endpoint) => ExpectedEndpoint::Endpoint {
            url: endpoint.url,
            headers: endpoint.headers.into_iter().collect(),
            properties: endpoint.properties,
        },
    }
}

/// A call; `None` where its operation was not chosen, or its client knows what ours does not.
fn of_call(service: &ir::Service, call: EndpointOperationInput) -> Option<GivenParameters> {
    let mut operations = service.operations.iter();
    let is_called = |operation: &ir::Operation| operation.wire_name == call.operation_name;
    let operation = operations.position(is_called)?;
    let built_in = call.built_in_params.into_iter();
    let built_in = built_in.map(|(name, value)| Some((ir::endpoint::built_in(&name)?, value)));
    Some(GivenParameters::Call {
        operation,
        params: call.operation_params.into(),
        client: call.client_params.into_iter().collect(),
        built_in: built_in.collect::<Option<_>>()?,
    })
}
