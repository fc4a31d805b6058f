//! Waiters.

use super::jmespath::TypedExpression;
use super::{Deprecation, Docs};
use crate::rust::Ident;

/// A waiter of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiter {
    /// Its name in the model.
    pub wire_name: String,
    /// The type that stands for it.
    pub name: Ident,
    /// The client's method.
    pub method: Ident,
    /// What it waits for.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
    /// The least number of seconds between two calls.
    pub min_delay: u32,
    /// The greatest number of seconds between two calls.
    pub max_delay: u32,
    /// What answers mean; the first that matches decides. Any answer matches one of them.
    pub acceptors: Vec<Acceptor>,
}

/// What a certain answer means.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptor {
    /// Which answer.
    pub matcher: Matcher,
    /// What it means.
    pub verdict: Verdict,
}

/// What an answer means; the texts say what it is in the answer that means it.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// What is waited for has come about.
    Success(String),
    /// It will never come about.
    Failure(String),
    /// It has not come about yet.
    Retry,
    /// It means nothing to the waiter.
    Unexpected,
}

/// Which answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// Any output.
    AnyOutput,
    /// Any error.
    AnyError,
    /// The error of this variant.
    Error(Ident),
    /// An error that the model does not have, of this code.
    Code(String),
    /// An output of which this is true.
    Output(Condition),
}

/// What is true of an output, or of an input and an output.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The value is this boolean.
    Boolean(TypedExpression, bool),
    /// The value is this text.
    Text(TypedExpression, String),
    /// There are values, and all are this text.
    All(TypedExpression, String),
    /// One of the values is this text.
    Any(TypedExpression, String),
}

impl Condition {
    /// What the condition is about.
    pub fn expression(&self) -> &TypedExpression {
        match self {
            Self::Boolean(expression, _)
            | Self::Text(expression, _)
            | Self::All(expression, _)
            | Self::Any(expression, _) => expression,
        }
    }
}

impl Waiter {
    /// What is asked of outputs, and of inputs with them.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let matchers = self.acceptors.iter().map(|acceptor| &acceptor.matcher);
        matchers.filter_map(|matcher| match matcher {
            Matcher::Output(condition) => Some(condition),
            _ => None,
        })
    }
}
