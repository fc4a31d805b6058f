//! Waiters: `@waitable`.
//!
//! <https://smithy.io/2.0/additional-specs/waiters.html>

use std::collections::BTreeMap;

use serde::Deserialize;

use super::value_traits;

value_traits! {
    /// Calling the operation again and again tells whether something has come about: for each
    /// waiter, by name, how.
    Waitable(BTreeMap<String, WaiterDefinition>) = "smithy.waiters#waitable";
}

/// A waiter.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WaiterDefinition {
    /// What it waits for.
    pub documentation: Option<String>,
    /// What answers mean. The first that matches an answer says what that means.
    pub acceptors: Vec<AcceptorDefinition>,
    /// The least number of seconds between two calls.
    #[serde(default = "min_delay")]
    pub min_delay: u32,
    /// The greatest number of seconds between two calls.
    #[serde(default = "max_delay")]
    pub max_delay: u32,
    /// Whether it is on its way out.
    #[serde(default)]
    pub deprecated: bool,
}

fn min_delay() -> u32 {
    2
}

fn max_delay() -> u32 {
    120
}

/// What a certain answer means.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct AcceptorDefinition {
    /// What it means.
    pub state: WaiterState,
    /// Which answer.
    pub matcher: MatcherDefinition,
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WaiterState {
    /// What is waited for has come about.
    Success,
    /// It will never come about.
    Failure,
    /// It has not come about yet.
    Retry,
}

/// Which answer: one of these says so.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MatcherDefinition {
    /// Any output, or any error.
    pub success: Option<bool>,
    /// An error of this name.
    pub error_type: Option<String>,
    /// An output with such a value.
    pub output: Option<PathMatcher>,
    /// An output which, together with the input, has such a value.
    pub input_output: Option<PathMatcher>,
}

/// Which value.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PathMatcher {
    /// The way to the value, in JMESPath.
    pub path: String,
    /// What it is compared with.
    pub expected: String,
    /// How.
    pub comparator: PathComparator,
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PathComparator {
    /// It is this string.
    StringEquals,
    /// It is this boolean.
    BooleanEquals,
    /// It is a list of one or more, all of which are this string.
    AllStringEquals,
    /// It is a list, one of which is this string.
    AnyStringEquals,
}
