//! What the tests of a model check, the same for every model: requests, responses, endpoints.

#![allow(
    dead_code,
    unused_imports,
    reason = "what one model leaves out another one has"
)]

mod endpoint;
mod json;
mod request;

use std::fmt::Debug;

use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

pub use endpoint::{refused, resolved, said_by};
pub use request::{Body, Expected, request, streamed_request};

/// A response of these parts.
pub fn response(
    status: u16,
    headers: &[(&str, &str)],
    body: impl AsRef<[u8]>,
) -> http::Response<Vec<u8>> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(body.as_ref().to_vec());
    response.expect("the test has a valid status and valid headers")
}

/// The bytes of a stream that is in memory.
pub fn bytes(stream: &ByteStream) -> Vec<u8> {
    let bytes = stream.bytes();
    bytes.expect("the stream is in memory").to_vec()
}

/// Checks that two values print the same. `NaN` does not equal itself.
#[track_caller]
pub fn prints_same(found: &impl Debug, expected: &impl Debug) {
    assert_eq!(format!("{found:?}"), format!("{expected:?}"));
}

/// Checks the code that an error has for callers.
#[track_caller]
pub fn error_code(error: &impl ProvideErrorMetadata, expected: &str) {
    assert_eq!(error.code(), Some(expected));
}
