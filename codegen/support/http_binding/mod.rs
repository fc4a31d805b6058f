//! HTTP bindings: members of an input in the path, the query and the headers of its request, and
//! members of an output in the headers and the status of its response. Protocols that have them
//! differ in their bodies alone.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html>

mod body;
mod header;
mod request;
mod response;
#[cfg(feature = "test-util")]
mod served;
mod values;

use super::operation::{BuildError, Operation, Response, UnreadableError};

pub use super::text::{Base64, Text, TextAs};
pub use super::timestamp::{DateTimeFormat, EpochSeconds, HttpDate};
pub use request::Request;
pub use response::{PrefixHeaders, blob, header, header_as, prefix_headers, status, text};
#[cfg(feature = "test-util")]
pub use served::*;
pub use values::{Texts, Values, ValuesAs};

#[allow(unused_imports, reason = "a service may bind no enums")]
pub(crate) use super::text::{integer_enum, string_enum};

/// What the model binds members of an operation to.
pub trait Bindings: Operation {
    /// The request of this call.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    fn write(&self) -> Result<http::Request<Vec<u8>>, BuildError>;

    /// Reads a response of success.
    ///
    /// # Errors
    /// Where it is not what the model says.
    fn read(response: &Response<'_>) -> Result<Self::Output, UnreadableError>;
}
