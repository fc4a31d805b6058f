//! Requests that AWS published with their signatures, as a test suite for implementers.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials;
use http::request::Parts;

use super::Expected;
use crate::local_license_manager::caller::{Caller, Known};

/// A request of the suite, with the names of its signed headers and its signature.
fn published(
    method: &str,
    uri: &str,
    headers: &[(&str, &str)],
    signed: &str,
    signature: &str,
) -> Parts {
    let mut request = http::Request::builder()
        .method(method)
        .uri(uri)
        .header("host", "example.amazonaws.com")
        .header("x-amz-date", "20150830T123600Z")
        .header(
            "authorization",
            format!(
                "AWS4-HMAC-SHA256 \
                 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
                 SignedHeaders={signed}, Signature={signature}"
            ),
        );
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request
        .body(())
        .expect("the request is valid")
        .into_parts()
        .0
}

fn is_valid(request: &Parts, body: &[u8]) -> bool {
    let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    let credentials = [Known {
        credentials: Credentials::new("AKIDEXAMPLE", secret, None, None, "test"),
        caller: Caller::Account,
    }];
    let expected = Expected {
        credentials: &credentials,
        region: "us-east-1",
        service: "service",
        now: UNIX_EPOCH + Duration::from_secs(1_440_938_160),
    };
    expected.verify(request, body).is_ok()
}

#[test]
fn published_signatures_are_valid_and_only_for_the_body_they_were_made_of() {
    for (method, signature) in [
        (
            "GET",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        ),
        (
            "POST",
            "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        ),
    ] {
        let request = published(method, "/", &[], "host;x-amz-date", signature);
        assert!(is_valid(&request, b""), "{method}");
        assert!(!is_valid(&request, b"{}"), "{method}");
    }
}

#[test]
fn parameters_are_sorted() {
    let signature = "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500";
    let uri = "/?Param2=value2&Param1=value1";
    assert!(is_valid(
        &published("GET", uri, &[], "host;x-amz-date", signature),
        b""
    ));
}

#[test]
fn needless_spaces_in_headers_do_not_matter() {
    let signature = "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736";
    let signed = "host;my-header1;my-header2;x-amz-date";
    for spaced in ["\"a   b   c\"", " \"a b c\" "] {
        let headers = [("my-header1", "value1"), ("my-header2", spaced)];
        assert!(
            is_valid(&published("GET", "/", &headers, signed, signature), b""),
            "{spaced}"
        );
    }
}
