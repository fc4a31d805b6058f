//! Calls of the endpoint rules, each with what the rules give.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

use crate::ir::{self, EndpointTest, ExpectedEndpoint};
use crate::model::Shape;
use crate::model::traits::{EndpointExpectation, EndpointTests};
use crate::rust::Scope;

use super::function;

/// The calls that a service's model lists.
pub(super) fn of_service(shape: &Shape, service: &ir::Service) -> Vec<EndpointTest> {
    let tests = shape.traits.get::<EndpointTests>();
    let (Some(tests), Some(_)) = (tests, &service.endpoint) else {
        return Vec::new();
    };
    let mut names = Scope::of_values(&[]);
    let tests = tests.test_cases.into_iter().map(|test| EndpointTest {
        name: function(&mut names, &test.documentation, ""),
        docs: crate::lower::docs::markdown(&test.documentation),
        parameters: test.params.into_iter().collect(),
        expected: match test.expect {
            EndpointExpectation::Error(message) => ExpectedEndpoint::Error(message),
            EndpointExpectation::Endpoint(endpoint) => ExpectedEndpoint::Endpoint {
                url: endpoint.url,
                headers: endpoint.headers.into_iter().collect(),
                properties: endpoint.properties,
            },
        },
    });
    tests.collect()
}
