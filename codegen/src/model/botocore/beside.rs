//! What the files beside that of a service say, as it is written in them.

use serde::Deserialize;
use serde_json::Value;

use crate::model::json_places::Entries;

/// `paginators-1.json`.
#[derive(Deserialize)]
#[serde(expecting = "the paginators of a service, an object")]
pub(super) struct PaginatorsFile<'a> {
    #[serde(borrow)]
    pub(super) pagination: Entries<'a>,
}

/// How an operation answers page by page.
#[derive(Deserialize)]
#[serde(expecting = "a paginator, an object")]
pub(super) struct Paginator {
    pub(super) input_token: OneOrMore,
    pub(super) output_token: OneOrMore,
    pub(super) limit_key: Option<String>,
    pub(super) result_key: Option<OneOrMore>,
}

/// A name, or several.
#[derive(Deserialize)]
#[serde(untagged, expecting = "there is neither a name nor a list of names")]
pub(super) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    /// The name, where it is one.
    pub(super) fn one(&self) -> Option<&str> {
        match self {
            Self::One(name) => Some(name),
            Self::More(names) => match names.as_slice() {
                [name] => Some(name),
                _ => None,
            },
        }
    }
}

/// `waiters-2.json`.
#[derive(Deserialize)]
#[serde(expecting = "the waiters of a service, an object")]
pub(super) struct WaitersFile<'a> {
    #[serde(borrow)]
    pub(super) waiters: Entries<'a>,
}

/// A waiter.
#[derive(Deserialize)]
#[serde(expecting = "a waiter, an object")]
pub(super) struct Waiter {
    pub(super) operation: String,
    pub(super) delay: u32,
    pub(super) description: Option<String>,
    #[serde(default)]
    pub(super) acceptors: Vec<Acceptor>,
}

/// What a certain answer means.
#[derive(Deserialize)]
#[serde(expecting = "what an answer means, an object")]
pub(super) struct Acceptor {
    pub(super) matcher: String,
    pub(super) expected: Value,
    pub(super) argument: Option<String>,
    pub(super) state: State,
}

/// What an answer means for what is waited for.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    Success,
    Failure,
    Retry,
}

impl State {
    /// As it is written, also in Smithy.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::Retry => "retry",
        }
    }
}

/// `examples-1.json`.
#[derive(Deserialize)]
#[serde(expecting = "the examples of a service, an object")]
pub(super) struct ExamplesFile<'a> {
    #[serde(borrow, default)]
    pub(super) examples: Entries<'a>,
}

/// A call that shows how an operation is used.
#[derive(Deserialize)]
#[serde(expecting = "an example, an object")]
pub(super) struct Example {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) input: Option<Value>,
    pub(super) output: Option<Value>,
}
