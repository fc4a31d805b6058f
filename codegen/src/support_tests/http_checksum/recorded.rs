//! Checksums that botocore sent, of the corpus's recordings.

use std::fs;
use std::io::Read;

use http::header::{CONTENT_ENCODING, HeaderName};
use http::{HeaderMap, HeaderValue};
use serde_json::Value;

use super::super::endpoint::corpus::corpus_folder;
use crate::support::http_checksum::{add, chunked, is_given};
use crate::support::operation::RequestChecksum;

const FACTS: Option<RequestChecksum> = Some(RequestChecksum {
    algorithm_header: Some("x-amz-sdk-checksum-algorithm"),
    required: true,
});

/// What a recorded request says of its checksum, or of that of its response.
fn is_of_checksums(name: &str) -> bool {
    const OTHERS: [&str; 4] = [
        "content-encoding",
        "x-amz-decoded-content-length",
        "x-amz-sdk-checksum-algorithm",
        "x-amz-trailer",
    ];
    OTHERS.contains(&name) || is_given([name].into_iter())
}

/// The headers of a recorded request that are about checksums.
fn recorded(request: &Value) -> HeaderMap {
    let headers = request["headers"].as_object().expect("headers");
    let headers = headers.iter().filter(|(name, _)| is_of_checksums(name));
    let headers = headers.map(|(name, value)| {
        let value = value.as_str().expect("a text");
        (
            name.parse::<HeaderName>().expect("a name"),
            value.parse().expect("a value"),
        )
    });
    headers.collect()
}

/// What the caller of a recorded request has said: all but what was added.
fn said(recorded: &HeaderMap, given: bool) -> HeaderMap {
    let mut said = HeaderMap::new();
    for (name, value) in recorded {
        let is_checksum = is_given([name.as_str()].into_iter());
        if name == "x-amz-sdk-checksum-algorithm" || (is_checksum && given) {
            said.insert(name, value.clone());
        }
    }
    if let Some(encodings) = recorded.get(CONTENT_ENCODING) {
        let encodings = encodings.to_str().expect("ASCII");
        if let Some(own) = encodings.strip_suffix(",aws-chunked") {
            let own = HeaderValue::from_str(own).expect("a value");
            said.insert(CONTENT_ENCODING, own);
        }
    }
    said
}

/// A recorded body, and what is in its chunks.
fn bodies(request: &Value, is_chunked: bool) -> (String, String) {
    let body = request["body"].as_str().unwrap_or_default().to_owned();
    if !is_chunked {
        return (body.clone(), body);
    }
    match body.split_once("\r\n").expect("a size") {
        ("0", _) => (body, String::new()),
        (_, rest) => {
            let (content, _) = rest.split_once("\r\n0\r\n").expect("the last chunk");
            let content = content.to_owned();
            (body, content)
        }
    }
}

#[test]
fn they_are_the_same_here_in_headers_and_behind_chunks() {
    let Some(folder) = corpus_folder() else {
        println!("skipped: there is no corpus");
        return;
    };
    let text = fs::read_to_string(folder.join("botocore-recordings/s3.json"));
    let all: Value = serde_json::from_str(&text.expect("recordings")).expect("JSON");
    let cases = all["cases"].as_array().expect("cases").iter();
    let requests = cases.flat_map(|case| {
        let given = case["input"].as_object().expect("an input");
        let given = given
            .keys()
            .any(|name| name.starts_with("Checksum") && name != "ChecksumAlgorithm");
        let requests = case["requests"].as_array();
        requests
            .into_iter()
            .flatten()
            .map(move |request| (case, request, given))
    });
    let (mut in_headers, mut behind) = (0, 0);
    for (case, request, given) in requests {
        let name = &case["name"];
        let expected = recorded(request);
        let is_chunked = expected.contains_key("x-amz-trailer");
        if !is_chunked && !is_given(expected.keys().map(HeaderName::as_str)) {
            continue;
        }
        let (sent, content) = bodies(request, is_chunked);
        let mut own = http::Request::new(content.as_bytes());
        *own.headers_mut() = said(&expected, given);
        let headers = if is_chunked {
            behind += 1;
            let own = chunked(own, FACTS, content.len() as u64).expect("a request");
            let (head, mut body) = own.into_parts();
            let mut here = String::new();
            body.read_to_string(&mut here).expect("the body");
            // The case of hexadecimal digits is free.
            let (there, here) = (sent.replacen("c\r\n", "C\r\n", 1), here);
            assert_eq!(here, there, "{name}");
            head.headers
        } else {
            in_headers += 1;
            let own = add(own, FACTS, None).expect("a request");
            own.headers().clone()
        };
        for (header, value) in &expected {
            assert_eq!(headers.get(header), Some(value), "{name}: {header}");
        }
    }
    assert_eq!((in_headers, behind), (15, 16));
}
