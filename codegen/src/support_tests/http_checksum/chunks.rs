//! Bodies in chunks, without a client.

use std::io::Read;

use aws_runtime::content_encoding::AwsChunkedBodyOptions;

use crate::support::http_checksum::{Algorithm, chunked};
use crate::support::operation::RequestChecksum;

const FACTS: Option<RequestChecksum> = Some(RequestChecksum {
    algorithm_header: Some("x-amz-sdk-checksum-algorithm"),
    required: false,
});

/// A reader that gives a few bytes at a time.
struct Slowly<'b>(&'b [u8]);

impl Read for Slowly<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = buffer.len().min(1_000);
        self.0.read(&mut buffer[..most])
    }
}

#[test]
fn the_checksum_is_behind_the_body() {
    let mut request = http::Request::new(&b"hello, world"[..]);
    let gzip = http::HeaderValue::from_static("gzip");
    request.headers_mut().insert("content-encoding", gzip);
    let request = chunked(request, FACTS, 12).expect("a request");
    let (head, mut body) = request.into_parts();
    assert_eq!(body.payload(), "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
    let mut sent = String::new();
    body.read_to_string(&mut sent).expect("the body");
    assert_eq!(
        sent,
        "C\r\nhello, world\r\n0\r\nx-amz-checksum-crc32:/6tyOg==\r\n\r\n"
    );
    for (name, value) in [
        ("content-encoding", "gzip,aws-chunked"),
        ("content-length", &sent.len().to_string()),
        ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
        ("x-amz-decoded-content-length", "12"),
        ("x-amz-sdk-checksum-algorithm", "CRC32"),
        ("x-amz-trailer", "x-amz-checksum-crc32"),
    ] {
        assert_eq!(head.headers[name], value, "{name}");
    }
}

#[test]
fn a_body_of_any_length_is_as_long_as_its_head_says_and_as_with_a_client() {
    for length in [
        0, 1, 15, 16, 255, 256, 65_535, 65_536, 65_537, 131_072, 200_000,
    ] {
        for algorithm in Algorithm::all() {
            let bytes = vec![b'x'; length];
            let mut request = http::Request::new(Slowly(&bytes));
            let name = http::HeaderValue::from_static(algorithm.name());
            let headers = request.headers_mut();
            headers.insert("x-amz-sdk-checksum-algorithm", name);
            let request = chunked(request, FACTS, length as u64).expect("a request");
            let told = request.headers()["content-length"].clone();
            let mut sent = Vec::new();
            let read = request.into_body().read_to_end(&mut sent);
            read.expect("the body");
            assert_eq!(told, sent.len().to_string(), "{length} {algorithm:?}");
            let trailer = algorithm.header().len() + 1 + algorithm.characters();
            let options = AwsChunkedBodyOptions::new(length as u64, vec![trailer as u64]);
            assert_eq!(options.encoded_length(), sent.len() as u64);
        }
    }
}

#[test]
fn a_body_of_another_length_is_an_error() {
    for told in [0, 11, 13, 70_000] {
        let request = http::Request::new(&b"hello, world"[..]);
        let request = chunked(request, FACTS, told).expect("a request");
        let read = request.into_body().read_to_end(&mut Vec::new());
        let error = read.expect_err("another length").to_string();
        assert!(error.contains("another length"), "{error}");
    }
}

#[test]
fn a_body_whose_checksum_is_known_is_sent_as_it_is() {
    let mut request = http::Request::new(&b"hello, world"[..]);
    let sum = http::HeaderValue::from_static("/6tyOg==");
    request.headers_mut().insert("x-amz-checksum-crc32", sum);
    let request = chunked(request, FACTS, 12).expect("a request");
    assert_eq!(request.headers()["content-length"], "12");
    assert!(!request.headers().contains_key("content-encoding"));
    let mut body = request.into_body();
    assert_eq!(body.payload(), "UNSIGNED-PAYLOAD");
    let mut sent = String::new();
    body.read_to_string(&mut sent).expect("the body");
    assert_eq!(sent, "hello, world");
}
