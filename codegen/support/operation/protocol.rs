//! What differs from protocol to protocol.

use super::{BuildError, ErrorOf, Failure, Operation, Response};

/// How messages of the operation `O` travel.
pub trait Protocol<O: Operation> {
    /// The request of a call, see [`Operation::request`].
    ///
    /// # Errors
    /// Where a value cannot be sent.
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError>;

    /// Reads the service's answer, see [`Operation::response`].
    ///
    /// # Errors
    /// Where the service answered with an error, or its answer could not be understood.
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>>;
}
