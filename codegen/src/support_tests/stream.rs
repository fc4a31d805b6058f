//! Streams that are taken out of inputs and put into outputs.

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

use crate::support::operation::Response;
use crate::support::stream::{read, take_sized};

/// A body that nobody knows the length of.
struct Endless;

impl http_body::Body for Endless {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Self::Data>, Self::Error>>> {
        std::task::Poll::Pending
    }
}

#[test]
fn a_stream_whose_length_is_known_is_taken_and_leaves_nothing() {
    let mut member = ByteStream::from_static(b"four");
    let taken = take_sized("part", &mut member).unwrap();
    assert_eq!(taken.bytes(), Some(&b"four"[..]));
    assert_eq!(member.bytes(), Some(&b""[..]));
}

#[test]
fn a_stream_whose_length_is_not_known_is_refused() {
    let mut member = ByteStream::new(SdkBody::from_body_1_x(Endless));
    let reason = take_sized("part", &mut member).unwrap_err().to_string();
    assert!(
        reason.contains("the length of `part` is not known"),
        "{reason}"
    );
}

#[test]
fn a_body_that_has_been_read_is_a_stream_in_memory() {
    let headers = http::HeaderMap::new();
    let response = Response::new(200, &headers, b"content");
    let mut member = ByteStream::default();
    read(&response, &mut member);
    assert_eq!(member.bytes(), Some(&b"content"[..]));
}
