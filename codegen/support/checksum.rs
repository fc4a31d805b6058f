//! Checksums of requests (`smithy.api#httpChecksumRequired`).

use http::{HeaderName, HeaderValue};
use md5::{Digest, Md5};

/// Adds the MD5 checksum of a request's body, unless a member has set it.
#[inline]
pub fn content_md5(mut request: http::Request<Vec<u8>>) -> http::Request<Vec<u8>> {
    let sum = aws_smithy_types::base64::encode(Md5::digest(request.body()));
    if let Ok(value) = HeaderValue::try_from(sum) {
        let name = HeaderName::from_static("content-md5");
        request.headers_mut().entry(name).or_insert(value);
    }
    request
}
