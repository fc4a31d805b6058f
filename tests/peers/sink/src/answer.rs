//! What is answered: objects that have been asked for, tokens, and no more than that.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_types::base64;
use crc_fast::{CrcAlgorithm, Digest};
use http_body::{Body, Frame, SizeHint};
use hyper::http::response;
use hyper::{Response, StatusCode};

/// What every piece of an object is cut from.
static PIECE: [u8; 64 * 1024] = [b'x'; 64 * 1024];

/// A token.
const TOKEN: &[u8] =
    br#"{"TokenId":"token-17","TokenType":"REFRESH_TOKEN","Token":"eyJhbGciOiJI"}"#;

/// An object.
pub struct Object {
    size: u64,
    /// In base64.
    crc32: String,
}

impl Object {
    /// The one of this size.
    pub fn of(size: u64) -> Self {
        let mut sum = Digest::new(CrcAlgorithm::Crc32IsoHdlc);
        let mut bytes = Bytes::of_object(size);
        while let Some(piece) = bytes.next() {
            sum.update(&piece);
        }
        // It has 32 bits: the others are zero.
        let crc32 = base64::encode(&sum.finalize().to_be_bytes()[4..]);
        Self { size, crc32 }
    }

    /// Whether its size is written so.
    pub fn is_of(&self, size: &str) -> bool {
        size.parse() == Ok(self.size)
    }

    /// The answer to whoever gets it.
    pub fn answer(&self) -> Response<Bytes> {
        let head = of_store(StatusCode::OK)
            .header("accept-ranges", "bytes")
            .header("content-type", "binary/octet-stream")
            .header("last-modified", "Sat, 28 Nov 2026 12:00:00 GMT")
            .header("x-amz-checksum-crc32", &self.crc32)
            .header("x-amz-checksum-type", "FULL_OBJECT");
        with(head, Bytes::of_object(self.size))
    }
}

/// The answer to whoever has put one.
pub fn stored() -> Response<Bytes> {
    with(of_store(StatusCode::OK), Bytes::of_object(0))
}

/// The answer to whoever wants something else.
pub fn refused() -> Response<Bytes> {
    with(of_store(StatusCode::BAD_REQUEST), Bytes::of_object(0))
}

/// The answer of `CreateToken`.
pub fn token() -> Response<Bytes> {
    let head = Response::builder()
        .header("content-type", "application/x-amz-json-1.1")
        .header("x-amzn-requestid", "5b4f0d2e-8f1e-4a0b-9a51-0c7d5f3a6e21");
    with(
        head,
        Bytes {
            piece: TOKEN,
            left: TOKEN.len() as u64,
        },
    )
}

fn of_store(status: StatusCode) -> response::Builder {
    Response::builder()
        .status(status)
        .header("etag", "\"9bb58f26192e4ba00f01e2e7b136bbd8\"")
        .header("server", "AmazonS3")
        .header(
            "x-amz-id-2",
            "dHdvIGhhbHZlcyBvZiBhIG51bWJlciB0aGF0IG5vYm9keSByZWFkcw==",
        )
        .header("x-amz-request-id", "4442587FB7D0A2F9")
        .header("x-amz-server-side-encryption", "AES256")
}

fn with(head: response::Builder, body: Bytes) -> Response<Bytes> {
    head.body(body).expect("all headers are right")
}

/// A body: the same piece again and again, until nothing is left.
pub struct Bytes {
    piece: &'static [u8],
    left: u64,
}

impl Bytes {
    fn of_object(size: u64) -> Self {
        Self {
            piece: &PIECE,
            left: size,
        }
    }

    fn next(&mut self) -> Option<bytes::Bytes> {
        let whole = self.piece.len();
        let size = whole.min(usize::try_from(self.left).unwrap_or(whole));
        self.left -= size as u64;
        (size > 0).then(|| bytes::Bytes::from_static(&self.piece[..size]))
    }
}

impl Body for Bytes {
    type Data = bytes::Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Infallible>>> {
        Poll::Ready(self.next().map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
