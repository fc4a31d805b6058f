//! Traits on a service's endpoints: the rule set, its parameters, host prefixes.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/index.html>

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Traits, annotation_traits, structure_traits, value_traits};

annotation_traits! {
    /// The member is a part of the host name.
    HostLabel = "smithy.api#hostLabel";
}

value_traits! {
    /// The rules that give the service's endpoint, as the model has them.
    EndpointRuleSet(Map<String, Value>) = "smithy.rules#endpointRuleSet";
    /// The same rules as a diagram of decisions, as the model has them.
    EndpointBdd(Map<String, Value>) = "smithy.rules#endpointBdd";
    /// Parameters of the rules that an operation sets, by name.
    StaticContextParams(BTreeMap<String, StaticContextParam>) = "smithy.rules#staticContextParams";
    /// Parameters of the rules that parts of an operation's input are, by name.
    OperationContextParams(BTreeMap<String, OperationContextParam>) =
        "smithy.rules#operationContextParams";
    /// Parameters of the rules that a client can be configured with, by name.
    ClientContextParams(BTreeMap<String, ClientContextParam>) = "smithy.rules#clientContextParams";
}

/// The value of a parameter that an operation sets.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct StaticContextParam {
    /// A string, a boolean, or a list of strings.
    pub value: Value,
}

/// The part of an operation's input that a parameter is.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct OperationContextParam {
    /// Where it is, in JMESPath.
    pub path: String,
}

/// A parameter that a client can be configured with.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ClientContextParam {
    /// What the parameter does.
    pub documentation: Option<String>,
    /// `string`, `boolean` or `stringArray`.
    #[serde(rename = "type")]
    pub kind: String,
}

/// The member is a parameter of the rules.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ContextParam {
    /// The parameter's name.
    pub name: String,
}

/// Calls of the rules, each with the endpoint or the error that it gives.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EndpointTests {
    /// The cases.
    pub test_cases: Vec<EndpointTest>,
}

/// A call of the rules.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EndpointTest {
    /// What the call is about.
    #[serde(default)]
    pub documentation: String,
    /// The parameters, by name.
    #[serde(default)]
    pub params: BTreeMap<String, Value>,
    /// What the rules give.
    pub expect: EndpointExpectation,
    /// Calls of operations that come to the same parameters.
    #[serde(default)]
    pub operation_inputs: Vec<EndpointOperationInput>,
}

/// A call of an operation, and what its client is set to.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EndpointOperationInput {
    /// The operation's name.
    pub operation_name: String,
    /// The members of its input.
    #[serde(default)]
    pub operation_params: Map<String, Value>,
    /// What the client knows by itself, e.g. `AWS::Region`.
    #[serde(default)]
    pub built_in_params: BTreeMap<String, Value>,
    /// What the client is set to.
    #[serde(default)]
    pub client_params: BTreeMap<String, Value>,
}

/// What a call of the rules gives.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EndpointExpectation {
    /// An endpoint.
    Endpoint(ExpectedEndpoint),
    /// An error, in these words.
    Error(String),
}

/// An endpoint, as a test has it. What is left out is empty.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[expect(missing_docs, reason = "fields are named as in the specification")]
pub struct ExpectedEndpoint {
    pub url: String,
    #[serde(default)]
    pub headers: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub properties: Map<String, Value>,
}

/// What comes before the host name in requests of this operation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Endpoint {
    /// The prefix, with labels such as `{name}`.
    pub host_prefix: String,
}

impl EndpointOperationInput {
    /// The same call by a client that is set to what the test's parameters say, as far as the
    /// call itself says nothing of it. `service` are the traits of the service.
    #[must_use]
    pub fn with_client_of(&self, service: &Traits, params: &BTreeMap<String, Value>) -> Self {
        let mut call = self.clone();
        let settings = service.get::<ClientContextParams>();
        for name in settings
            .into_iter()
            .flat_map(|settings| settings.0.into_keys())
        {
            // A built-in parameter of this name is given as such.
            if let Some(value) = params
                .get(&name)
                .filter(|_| self.built_in_params.is_empty())
            {
                call.client_params
                    .entry(name)
                    .or_insert_with(|| value.clone());
            }
        }
        call
    }
}

structure_traits! {
    ContextParam = "smithy.rules#contextParam";
    EndpointTests = "smithy.rules#endpointTests";
    Endpoint = "smithy.api#endpoint";
}
