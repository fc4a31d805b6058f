//! Objects, and the answers that have them.

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
        let mut bytes = Bytes(size);
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
        let head = head(StatusCode::OK)
            .header("accept-ranges", "bytes")
            .header("content-type", "binary/octet-stream")
            .header("last-modified", "Sat, 28 Nov 2026 12:00:00 GMT")
            .header("x-amz-checksum-crc32", &self.crc32)
            .header("x-amz-checksum-type", "FULL_OBJECT");
        with(head, Bytes(self.size))
    }
}

/// The answer to whoever puts one, or wants something else.
pub fn answer(status: StatusCode) -> Response<Bytes> {
    with(head(status), Bytes(0))
}

fn head(status: StatusCode) -> response::Builder {
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

/// A body: so many bytes are left of it.
pub struct Bytes(u64);

impl Bytes {
    fn next(&mut self) -> Option<bytes::Bytes> {
        let size = PIECE
            .len()
            .min(usize::try_from(self.0).unwrap_or(PIECE.len()));
        self.0 -= size as u64;
        (size > 0).then(|| bytes::Bytes::from_static(&PIECE[..size]))
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
        self.0 == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0)
    }
}
