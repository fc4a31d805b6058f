//! Calls, as closures are given them.

use super::{Request, Serves, Unanswered};
use crate::support::operation::Operation;

/// A call of the operation `O`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Call<O> {
    /// What the operation takes.
    pub input: O,
    /// The head of the request: method, URI, headers.
    pub head: http::request::Parts,
    /// The body of the request.
    pub body: Vec<u8>,
}

impl<O: Operation<Protocol: Serves<O>>> Call<O> {
    pub(super) fn of(request: &Request) -> Result<Self, Unanswered> {
        match O::Protocol::input(request) {
            Ok(mut input) => {
                input.fill_defaults();
                // needed by: events to send
                if let Some(put) = O::PUT_EVENTS {
                    put(&mut input, request.body.clone().into());
                }
                Ok(Self {
                    input,
                    head: request.head.clone(),
                    body: request.body.clone(),
                })
            }
            Err(error) => Err(Unanswered::Unreadable {
                operation: O::NAME,
                error,
            }),
        }
    }
}
