//! The other id under which a call is looked for, of calls that gave no output.

use super::CallError;
use crate::support::operation::{RequestIdExt, Response};

impl<E: RequestIdExt> RequestIdExt for CallError<E> {
    fn extended_request_id(&self) -> Option<&str> {
        let told = match self {
            Self::Service { error, .. } => error.extended_request_id(),
            _ => None,
        };
        told.or_else(|| Response::from(self.raw_response()?).extended_request_id())
    }
}
