//! What outputs and errors have in common: they tell the id of their call.

#[cfg(feature = "client")]
pub use aws_types::request_id::RequestId;

/// What tells the id under which AWS can find a call: every output and every error does. With the
/// feature `client` this is `aws_types::request_id::RequestId`.
#[cfg(not(feature = "client"))]
pub trait RequestId {
    /// The id; `None` where the answer has none, or there was no answer.
    fn request_id(&self) -> Option<&str>;
}

#[cfg(not(feature = "client"))]
impl<O: RequestId, E: RequestId> RequestId for Result<O, E> {
    fn request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.request_id(),
            Err(error) => error.request_id(),
        }
    }
}
