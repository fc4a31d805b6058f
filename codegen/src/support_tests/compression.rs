//! Which requests are compressed, and that they can be read.

use std::io::Read as _;

use flate2::read::GzDecoder;
use http::header::CONTENT_ENCODING;

use crate::support::compression::{MIN_SIZE, gzip};

fn compressed(body: &[u8]) -> http::Request<Vec<u8>> {
    gzip(http::Request::new(body.to_vec()), Some(MIN_SIZE))
}

#[test]
fn a_large_body_is_compressed_and_can_be_read_again() {
    let body = b"Tokens ".repeat(MIN_SIZE);
    let request = compressed(&body);
    assert_eq!(request.headers()[CONTENT_ENCODING], "gzip");
    assert!(request.body().len() < body.len());
    let mut read = Vec::new();
    let mut decoder = GzDecoder::new(request.body().as_slice());
    decoder.read_to_end(&mut read).expect("gzip");
    assert_eq!(read, body);
}

#[test]
fn a_small_body_is_sent_as_it_is() {
    let body = vec![b'a'; MIN_SIZE - 1];
    let request = compressed(&body);
    assert!(!request.headers().contains_key(CONTENT_ENCODING));
    assert_eq!(*request.body(), body);
}

#[test]
fn an_encoding_that_the_body_has_already_stays() {
    let mut request = http::Request::new(vec![b'a'; MIN_SIZE]);
    let custom = http::HeaderValue::from_static("custom");
    request.headers_mut().insert(CONTENT_ENCODING, custom);
    let request = gzip(request, Some(MIN_SIZE));
    let encodings: Vec<_> = request.headers().get_all(CONTENT_ENCODING).iter().collect();
    assert_eq!(encodings, ["custom", "gzip"]);
}
