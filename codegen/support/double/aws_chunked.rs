//! Bodies in chunks, as those of uploads come: each chunk has its length before it, and what is behind the
//! last is their checksum.
//!
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>

use http::HeaderValue;
use http::header::CONTENT_ENCODING;

/// The encoding's name.
const AWS_CHUNKED: &str = "aws-chunked";

/// The request whose body was in chunks, with what was in these; any other as it is.
#[inline]
pub(crate) fn joined(mut request: http::Request<Vec<u8>>) -> http::Request<Vec<u8>> {
    let encodings = request.headers().get_all(CONTENT_ENCODING).iter();
    let encodings = encodings.filter_map(|encoding| encoding.to_str().ok());
    let encodings = encodings.flat_map(|encodings| encodings.split(','));
    let mut encodings: Vec<String> = encodings.map(|one| one.trim().to_owned()).collect();
    let count = encodings.len();
    encodings.retain(|encoding| encoding != AWS_CHUNKED);
    if encodings.len() == count {
        return request;
    }
    if let Some(body) = body(request.body()) {
        *request.body_mut() = body;
        request.headers_mut().remove(CONTENT_ENCODING);
        let rest = HeaderValue::try_from(encodings.join(", "));
        if let Some(rest) = rest.ok().filter(|rest| !rest.is_empty()) {
            request.headers_mut().insert(CONTENT_ENCODING, rest);
        }
    }
    request
}

/// What is in the chunks; `None` where they are none.
#[inline]
fn body(mut chunks: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = chunks.windows(2).position(|two| two == b"\r\n")?;
        let line = std::str::from_utf8(&chunks[..end]).ok()?;
        // What is behind the length signs the chunk.
        let length = line.split(';').next()?;
        let length = usize::from_str_radix(length.trim(), 16).ok()?;
        chunks = &chunks[end + 2..];
        if length == 0 {
            return Some(body);
        }
        let (chunk, rest) = chunks.split_at_checked(length)?;
        body.extend_from_slice(chunk);
        chunks = rest.strip_prefix(b"\r\n")?;
    }
}
