//! Traits with tests that a model carries for the code made from it.
//!
//! <https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html>

use serde_json::Value;

use super::value_traits;

value_traits! {
    /// Inputs and the HTTP requests that they make, as the model has them.
    HttpRequestTests(Vec<Value>) = "smithy.test#httpRequestTests";
    /// HTTP responses and the outputs or errors that they are, as the model has them.
    HttpResponseTests(Vec<Value>) = "smithy.test#httpResponseTests";
}
