//! What outputs and errors have in common: they tell the id of their call.

/// What tells the id under which the service can find a call: every output and every error does.
pub trait RequestId {
    /// The id; `None` where the answer has none, or there was no answer.
    fn request_id(&self) -> Option<&str>;
}

impl<O: RequestId, E: RequestId> RequestId for Result<O, E> {
    fn request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.request_id(),
            Err(error) => error.request_id(),
        }
    }
}
