//! What is checked of responses.

use std::io::{ErrorKind, Read};

use crate::support::http_checksum::{Algorithm, Expected, Sum};
use crate::support::operation::{Response, ResponseChecksum};

const BODY: &[u8] = b"hello, world";

const FACTS: ResponseChecksum = ResponseChecksum {
    mode_header: Some("x-amz-checksum-mode"),
    algorithms: &["CRC32", "CRC64NVME", "SHA256", "SHA1", "CRC32C", "LATER"],
};

/// What a response with these headers says of its body.
fn expected(status: u16, headers: &[(&str, &str)]) -> Option<Expected> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body([]).expect("a response");
    Expected::of(&Response::from(&response), FACTS)
}

fn sum(algorithm: Algorithm) -> (&'static str, String) {
    (algorithm.header(), Sum::of(algorithm, BODY))
}

#[test]
fn the_first_that_came_and_is_modelled_is_checked() {
    let order = ["CRC64NVME", "CRC32C", "CRC32", "SHA1", "SHA256"];
    let order = order.map(|name| Algorithm::from_name(name).expect("a known algorithm"));
    for (at, first) in order.iter().enumerate() {
        let came: Vec<_> = order[at..].iter().rev().map(|one| sum(*one)).collect();
        let came: Vec<_> = came
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let expected = expected(200, &came).expect("a checksum");
        let debug = format!("{expected:?}");
        assert!(debug.contains(&format!("{first:?},")), "{debug}");
    }
    // The model does not name it.
    let (name, value) = sum(Algorithm::Md5);
    assert_eq!(expected(200, &[(name, &value)]), None);
}

#[test]
fn what_says_nothing_of_the_body_is_left_alone() {
    const CRC32: &str = "x-amz-checksum-crc32";

    assert!(expected(200, &[(CRC32, "/6tyOg==")]).is_some());
    for value in ["/6tyOg==-3", "", "no base64", "/6tyOg", "/6tyOjo="] {
        assert_eq!(expected(200, &[(CRC32, value)]), None, "{value}");
    }
    assert_eq!(expected(206, &[(CRC32, "/6tyOg==")]), None);
    let range = [(CRC32, "/6tyOg=="), ("content-range", "bytes 0-1/12")];
    assert_eq!(expected(200, &range), None);
    assert_eq!(expected(200, &[]), None);
}

#[test]
fn a_reader_ends_with_an_error_where_a_byte_is_another_one() {
    for algorithm in ["CRC64NVME", "CRC32C", "CRC32", "SHA1", "SHA256"] {
        let algorithm = Algorithm::from_name(algorithm).expect("a known algorithm");
        let (name, value) = sum(algorithm);
        let expected = expected(200, &[(name, &value)]).expect("a checksum");
        let mut read = Vec::new();
        let mut body = expected.clone().check(BODY);
        assert_eq!(body.read_to_end(&mut read).expect("the body"), BODY.len());
        for at in 0..BODY.len() {
            let mut wrong = BODY.to_vec();
            wrong[at] ^= 0x10;
            let mut read = Vec::new();
            let body = expected
                .clone()
                .check(wrong.as_slice())
                .read_to_end(&mut read);
            let error = body.expect_err("another body");
            assert_eq!(error.kind(), ErrorKind::InvalidData);
            let error = error.to_string();
            assert!(
                error.contains(&format!("its {} is ", algorithm.name())),
                "{error}"
            );
            assert!(!error.contains(&value), "{error}");
            // All of it has been given before.
            assert_eq!(read, wrong);
        }
        let short = expected.check(&BODY[1..]).read_to_end(&mut Vec::new());
        short.expect_err("a shorter body");
    }
}
