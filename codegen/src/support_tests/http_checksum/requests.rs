//! What is added to requests, and what their callers have said before.

use http::HeaderName;

use crate::support::http_checksum::{
    add, ask, check_given, is_given, without_unasked_checksum, without_unasked_mode,
};
use crate::support::operation::{BuildError, RequestChecksum, ResponseChecksum};

const HEADER: &str = "x-amz-sdk-checksum-algorithm";

const POSSIBLE: RequestChecksum = RequestChecksum {
    algorithm_header: Some(HEADER),
    required: false,
};

const REQUIRED: RequestChecksum = RequestChecksum {
    required: true,
    ..POSSIBLE
};

type Request = http::Request<&'static str>;

/// A request with these headers.
fn request(headers: &[(&'static str, &'static str)]) -> Request {
    let mut request = http::Request::new("hello, world");
    for (name, value) in headers {
        let value = http::HeaderValue::from_static(value);
        request.headers_mut().insert(*name, value);
    }
    request
}

/// The headers of a request, in the order of their names.
fn headers<B>(request: &http::Request<B>) -> Vec<(&str, &str)> {
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.to_str().expect("ASCII")));
    let mut headers: Vec<_> = headers.collect();
    headers.sort_unstable();
    headers
}

fn refused(result: Result<Request, BuildError>) -> String {
    result.expect_err("it is refused").to_string()
}

#[test]
fn the_default_is_crc32_and_the_request_says_so() {
    for facts in [POSSIBLE, REQUIRED] {
        let request = add(request(&[]), Some(facts), None).expect("a request");
        let expected = [("x-amz-checksum-crc32", "/6tyOg=="), (HEADER, "CRC32")];
        assert_eq!(headers(&request), expected);
    }
}

#[test]
fn an_algorithm_is_chosen_by_its_header_or_without_one() {
    let expected = [
        ("x-amz-checksum-crc64nvme", "imGzfIgXKM8="),
        (HEADER, "CRC64NVME"),
    ];
    let chosen = request(&[(HEADER, "CRC64NVME")]);
    let by_header = add(chosen, Some(POSSIBLE), None).expect("a request");
    assert_eq!(headers(&by_header), expected);
    let in_body = RequestChecksum {
        algorithm_header: None,
        ..POSSIBLE
    };
    let by_body = add(request(&[]), Some(in_body), Some("CRC64NVME")).expect("a request");
    assert_eq!(headers(&by_body), &expected[..1]);
}

#[test]
fn no_other_algorithm_is_taken_for_one_that_is_not_known() {
    for name in ["CRC16", "", "crc 32"] {
        let chosen = request(&[(HEADER, name)]);
        let error = refused(add(chosen, Some(POSSIBLE), None));
        assert!(
            error.contains("is not known: choose one of CRC64NVME, CRC32C, "),
            "{error}"
        );
        assert!(name.is_empty() || !error.contains(name), "{error}");
    }
}

#[test]
fn a_checksum_that_the_caller_has_set_is_the_only_one() {
    for given in [
        ("x-amz-checksum-sha1", "t+I+wpryKwtOQdox6GjVciYSHIQ="),
        ("x-amz-checksum-later", "?"),
    ] {
        let request = add(request(&[given]), Some(REQUIRED), None).expect("a request");
        assert_eq!(headers(&request), [given]);
    }
    let others = [
        "x-amz-checksum-mode",
        "x-amz-checksum-type",
        "x-amz-checksum-algorithm",
    ];
    assert!(!is_given(others.into_iter()));
}

#[test]
fn a_checksum_of_the_caller_that_is_none_is_an_error() {
    for wrong in ["", "no base64", "/6tyOg", "/6tyOg==/6tyOg==", "/6tyOjo="] {
        let given = request(&[("x-amz-checksum-crc32", wrong)]);
        let error = refused(check_given(given));
        let reason = "`x-amz-checksum-crc32` is no checksum: give its 4 bytes in base64";
        assert!(error.contains(reason), "{error}");
        let given = request(&[("x-amz-checksum-crc32", wrong)]);
        assert_eq!(refused(add(given, Some(POSSIBLE), None)), error);
    }
}

#[test]
fn what_nobody_insists_on_can_be_taken_back() {
    let without = |facts, given: &[(&'static str, &'static str)]| {
        let mut request = add(request(given), Some(facts), None).expect("a request");
        without_unasked_checksum(&mut request);
        let names = request.headers().keys().map(HeaderName::as_str);
        is_given(names)
    };
    assert!(!without(POSSIBLE, &[]));
    assert!(without(REQUIRED, &[]));
    assert!(without(POSSIBLE, &[(HEADER, "SHA256")]));
    assert!(without(POSSIBLE, &[("x-amz-checksum-crc32", "/6tyOg==")]));
}

#[test]
fn the_checksum_of_a_response_is_asked_for_once() {
    let facts = Some(ResponseChecksum {
        mode_header: Some("x-amz-checksum-mode"),
        algorithms: &["CRC32"],
    });
    let mut asked = ask(request(&[]), facts);
    assert_eq!(headers(&asked), [("x-amz-checksum-mode", "ENABLED")]);
    without_unasked_mode(&mut asked);
    assert_eq!(headers(&asked), []);
    let own = [("x-amz-checksum-mode", "ENABLED")];
    let mut asked = ask(request(&own), facts);
    without_unasked_mode(&mut asked);
    assert_eq!(headers(&asked), own);
}
