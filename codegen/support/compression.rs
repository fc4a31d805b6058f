//! Compression of requests (`smithy.api#requestCompression`).

use std::io::Write as _;

use flate2::Compression;
#[cfg(feature = "test-util")]
use flate2::write::GzDecoder;
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

/// The request as it was before its body was compressed, if it was.
#[cfg(feature = "test-util")]
#[inline]
pub fn unpacked(mut request: http::Request<Vec<u8>>) -> http::Request<Vec<u8>> {
    let encodings = request.headers().get_all(CONTENT_ENCODING).iter();
    let encodings = encodings.filter_map(|encoding| encoding.to_str().ok());
    let mut encodings: Vec<String> = encodings
        .flat_map(|encodings| encodings.split(','))
        .map(|encoding| encoding.trim().to_owned())
        .collect();
    if encodings.pop().as_deref() != Some("gzip") {
        return request;
    }
    let mut decoder = GzDecoder::new(Vec::new());
    if decoder.write_all(request.body()).is_ok()
        && let Ok(body) = decoder.finish()
    {
        *request.body_mut() = body;
        request.headers_mut().remove(CONTENT_ENCODING);
        if let Ok(rest) = HeaderValue::try_from(encodings.join(", "))
            && !rest.is_empty()
        {
            request.headers_mut().insert(CONTENT_ENCODING, rest);
        }
    }
    request
}
