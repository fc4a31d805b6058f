//! Compression of requests (`smithy.api#requestCompression`).

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use http::HeaderValue;
use http::header::CONTENT_ENCODING;

/// How large a body has to be, in bytes, to be compressed where nobody says otherwise: below it, too
/// little is saved.
pub const MIN_SIZE: usize = 10_240;

/// Compresses a request whose body has at least this size, and says so in its headers.
#[inline]
pub fn gzip(
    mut request: http::Request<Vec<u8>>,
    from_size: Option<usize>,
) -> http::Request<Vec<u8>> {
    if from_size.is_none_or(|size| request.body().len() < size) {
        return request;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing into memory does not fail; if it did, the body as it is would do as well.
    if encoder.write_all(request.body()).is_ok()
        && let Ok(compressed) = encoder.finish()
    {
        *request.body_mut() = compressed;
        let gzip = HeaderValue::from_static("gzip");
        request.headers_mut().append(CONTENT_ENCODING, gzip);
    }
    request
}
