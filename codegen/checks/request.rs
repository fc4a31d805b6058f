//! The requests that inputs make.

use http::HeaderMap;

use super::json;
use crate::support::operation::Operation;

/// A request as a test has it. What the test says nothing of may be anything.
#[derive(Default)]
pub struct Expected<'t> {
    /// The HTTP method.
    pub method: &'t str,
    /// The path.
    pub path: &'t str,
    /// Parameters that the query has: `name=value`, or the name alone.
    pub query: &'t [&'t str],
    /// Names of parameters that the query has.
    pub required_query: &'t [&'t str],
    /// Names of parameters that the query does not have.
    pub forbidden_query: &'t [&'t str],
    /// Headers with their values, those of several values joined by commas.
    pub headers: &'t [(&'t str, &'t str)],
    /// Names of headers that are there.
    pub required_headers: &'t [&'t str],
    /// Names of headers that are not there.
    pub forbidden_headers: &'t [&'t str],
    /// The body.
    pub body: Option<Body<'t>>,
    /// What stands before the endpoint's host; may be nothing.
    pub host_prefix: Option<&'t str>,
    /// The host of the URL that the input names.
    pub own_host: Option<&'t str>,
}

/// A body as a test has it.
pub enum Body<'t> {
    /// JSON, however it is laid out.
    Json(&'t str),
    /// These bytes.
    Text(&'t str),
    /// What this says is the same as the text.
    By(fn(&[u8], &str), &'t str),
}

/// Checks the request that an input makes.
#[track_caller]
pub fn request(input: &impl Operation, expected: &Expected<'_>) {
    let request = head(input, expected);
    body(request.body(), expected);
}

/// Checks the request that an input makes whose body is a stream.
#[track_caller]
pub fn streamed_request<O: Operation>(mut input: O, expected: &Expected<'_>) {
    head(&input, expected);
    let take = O::TAKE_STREAM.expect("the input has a stream");
    let stream = take(&mut input).expect("the stream can be sent");
    body(&super::bytes(&stream), expected);
}

/// Checks a request but for its body.
#[track_caller]
fn head(input: &impl Operation, expected: &Expected<'_>) -> http::Request<Vec<u8>> {
    let request = input.request().expect("the input makes a request");
    assert_eq!(request.method().as_str(), expected.method, "the method");
    assert_eq!(request.uri().path(), expected.path, "the path");
    query(request.uri().query().unwrap_or_default(), expected);
    headers(request.headers(), expected);
    if let Some(prefix) = expected.host_prefix {
        let found = input
            .host_prefix()
            .expect("the input has a valid host prefix");
        assert_eq!(found.unwrap_or_default(), prefix, "the host prefix");
    }
    if let Some(host) = expected.own_host {
        let url = input.own_endpoint().expect("the input names an endpoint");
        let url: http::Uri = url.parse().expect("the input names a valid endpoint");
        assert_eq!(url.host(), Some(host), "the host");
    }
    request
}

#[track_caller]
fn body(found: &[u8], expected: &Expected<'_>) {
    if let Some(body) = &expected.body {
        body.assert_same(found);
    }
}

impl Body<'_> {
    /// Checks that a body is this one.
    #[track_caller]
    pub fn assert_same(&self, found: &[u8]) {
        match *self {
            Self::Json(body) => json::assert_same(found, body),
            Self::Text(body) => {
                assert_eq!(String::from_utf8_lossy(found), body, "the body");
            }
            Self::By(assert_same, body) => assert_same(found, body),
        }
    }
}

#[track_caller]
fn query(query: &str, expected: &Expected<'_>) {
    let parameters: Vec<&str> = query.split('&').collect();
    let count = |wanted: &str, among: &[&str]| among.iter().filter(|p| **p == wanted).count();
    for parameter in expected.query {
        let wanted = count(parameter, expected.query);
        assert_eq!(
            count(parameter, &parameters),
            wanted,
            "`{parameter}` in the query `{query}`"
        );
    }
    let name = |parameter: &&str| parameter.split('=').next().unwrap_or_default().to_owned();
    let names: Vec<String> = parameters.iter().map(name).collect();
    for name in expected.required_query {
        assert!(
            names.iter().any(|n| n == name),
            "no `{name}` in the query `{query}`"
        );
    }
    for name in expected.forbidden_query {
        assert!(
            names.iter().all(|n| n != name),
            "`{name}` in the query `{query}`"
        );
    }
}

#[track_caller]
fn headers(headers: &HeaderMap, expected: &Expected<'_>) {
    for (name, value) in expected.headers {
        let found = headers.get_all(*name).iter();
        let found: Vec<_> = found
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        assert_eq!(found.join(", "), *value, "the header `{name}`");
    }
    for name in expected.required_headers {
        // Whoever sends a request adds the length of its body.
        let is_added = name.eq_ignore_ascii_case("Content-Length");
        assert!(
            is_added || headers.contains_key(*name),
            "no header `{name}`"
        );
    }
    for name in expected.forbidden_headers {
        assert!(!headers.contains_key(*name), "a header `{name}`");
    }
}
