//! Bodies that are followed by their checksum, for whoever has no client: chunks of a body that is read,
//! and the checksum behind them (`aws-chunked`). Nothing in it is signed, as it is not over HTTPS.
//!
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>

use std::io::{self, Read};

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::super::operation::{BuildError, RequestChecksum};
use super::given::{check_given, chosen, is_given};
use super::{Algorithm, Sum, put_header};

/// The bytes of each chunk but the last.
const CHUNK: usize = 64 * 1024;

/// A body in chunks, with its checksum behind it; the body as it is, where its sender knows a checksum.
#[derive(Debug)]
pub struct Chunked<R> {
    body: R,
    /// Of the body.
    length: u64,
    /// What has come of it.
    came: u64,
    /// The checksum so far, until the end has come.
    sum: Option<(Algorithm, Sum)>,
    /// A chunk, and how much of it has been given.
    chunk: Vec<u8>,
    given: usize,
    is_plain: bool,
}

/// Sends the body of a request in chunks, with its checksum behind it. Where the caller has set a
/// checksum, the body is sent as it is.
///
/// # Errors
/// Where the algorithm is not known, and where a checksum that the caller has set is none.
pub fn chunked<R: Read>(
    request: http::Request<R>,
    facts: Option<RequestChecksum>,
    length: u64,
) -> Result<http::Request<Chunked<R>>, BuildError> {
    let mut request = check_given(request)?;
    let headers = request.headers_mut();
    let facts = facts.filter(|_| !is_given(headers.keys().map(HeaderName::as_str)));
    let mut sum = None;
    if let Some(facts) = facts {
        let algorithm = chosen(headers, facts)?.unwrap_or(Algorithm::DEFAULT);
        if let Some(name) = facts.algorithm_header {
            put_header(headers, name, algorithm.name());
        }
        add_headers(headers, algorithm, length)?;
        sum = Some((algorithm, Sum::new(algorithm)));
    } else {
        headers.insert(CONTENT_LENGTH, length.into());
    }
    Ok(request.map(|body| Chunked {
        body,
        length,
        came: 0,
        is_plain: sum.is_none(),
        sum,
        chunk: Vec::new(),
        given: 0,
    }))
}

#[inline]
fn add_headers(
    headers: &mut HeaderMap,
    algorithm: Algorithm,
    length: u64,
) -> Result<(), BuildError> {
    let mut encodings = Vec::new();
    for encoding in headers.get_all(CONTENT_ENCODING) {
        encodings.extend_from_slice(encoding.as_bytes());
        encodings.push(b',');
    }
    encodings.extend_from_slice(b"aws-chunked");
    let encodings = HeaderValue::from_bytes(&encodings);
    let encodings = encodings.map_err(|_| BuildError::new("`content-encoding` is no header"))?;
    headers.insert(CONTENT_ENCODING, encodings);
    headers.insert(CONTENT_LENGTH, encoded_length(algorithm, length).into());
    for (name, value) in [
        ("x-amz-content-sha256", PAYLOAD.into()),
        ("x-amz-decoded-content-length", length.to_string()),
        ("x-amz-trailer", algorithm.header().to_owned()),
    ] {
        put_header(headers, name, &value);
    }
    Ok(())
}

/// What a signature of the request covers in place of the body.
const PAYLOAD: &str = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

/// How long a body of this length is in chunks.
#[inline]
fn encoded_length(algorithm: Algorithm, length: u64) -> u64 {
    let chunk = CHUNK as u64;
    let one = |size: u64| digits(size) + 2 + size + 2;
    let (whole, rest) = (length / chunk, length % chunk);
    let last = if rest > 0 { one(rest) } else { 0 };
    let trailer = algorithm.header().len() + 1 + algorithm.characters();
    whole * one(chunk) + last + "0\r\n\r\n\r\n".len() as u64 + trailer as u64
}

/// How many digits a number has in hexadecimal.
#[inline]
fn digits(number: u64) -> u64 {
    u64::from(number.max(1).ilog(16)) + 1
}

impl<R> Chunked<R> {
    /// What a signature of the request covers in place of the body: a constant that the header
    /// `x-amz-content-sha256` has, too.
    pub fn payload(&self) -> &'static str {
        if self.is_plain {
            "UNSIGNED-PAYLOAD"
        } else {
            PAYLOAD
        }
    }
}

impl<R: Read> Chunked<R> {
    /// The next chunk, or the end; nothing where that has come.
    fn fill(&mut self) -> io::Result<()> {
        self.chunk.clear();
        self.given = 0;
        let Some((_, sum)) = &mut self.sum else {
            return Ok(());
        };
        let mut data = Vec::new();
        (&mut self.body).take(CHUNK as u64).read_to_end(&mut data)?;
        self.came += data.len() as u64;
        let is_end = data.is_empty();
        if self.came > self.length || (is_end && self.came < self.length) {
            let reason = "the body has another length than was said";
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        if !is_end {
            sum.update(&data);
            self.chunk = format!("{:X}\r\n", data.len()).into_bytes();
            self.chunk.append(&mut data);
            self.chunk.extend_from_slice(b"\r\n");
        } else if let Some((algorithm, sum)) = self.sum.take() {
            let (name, sum) = (algorithm.header(), sum.finish());
            self.chunk = format!("0\r\n{name}:{sum}\r\n\r\n").into_bytes();
        }
        Ok(())
    }
}

impl<R: Read> Read for Chunked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.is_plain {
            return self.body.read(buffer);
        }
        if self.given == self.chunk.len() {
            self.fill()?;
        }
        let read = (&self.chunk[self.given..]).read(buffer)?;
        self.given += read;
        Ok(read)
    }
}
