//! What the server has received, for tests to look at.

use axum::body::Bytes;
use http::HeaderMap;
use http::request::Parts;

/// A request that reached the server, whether or not it was answered.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReceivedRequest {
    /// All headers of the request.
    pub headers: HeaderMap,
    /// The body of the request.
    pub body: Bytes,
}

impl ReceivedRequest {
    pub(crate) fn new(head: &Parts, body: &[u8]) -> Self {
        Self {
            headers: head.headers.clone(),
            body: Bytes::copy_from_slice(body),
        }
    }

    /// The first value of a header, empty where it is absent or not text.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default()
    }

    /// The header `X-Amz-Target`, e.g. `AWSLicenseManager.CreateToken`.
    pub fn target(&self) -> &str {
        self.header("x-amz-target")
    }

    /// The operation in the target, e.g. `CreateToken`.
    pub fn operation(&self) -> &str {
        let target = self.target();
        target
            .split_once('.')
            .map_or(target, |(_, operation)| operation)
    }

    /// Which try of its call this is, beginning with 1, as the header `amz-sdk-request` says.
    pub fn attempt(&self) -> Option<u32> {
        let mut entries = self.header("amz-sdk-request").split(';');
        entries.find_map(|entry| entry.trim().strip_prefix("attempt=")?.parse().ok())
    }
}
