//! Requests and responses, each with the input that makes it or with what it is read as.
//!
//! <https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html>

use serde_json::{Map, Value};

use super::{comparable, compared_by, documentation, events, function};
use crate::ir::{self, ErrorTest, OperationTests, Presence, RequestTest, ResponseTest};
use crate::model::traits::{
    AppliesTo, HttpMessageTest, HttpRequestTest, HttpRequestTests, HttpResponseTest,
    HttpResponseTests,
};
use crate::model::{Model, Shape};
use crate::rust::Scope;

/// What stands for the random token that a builder draws, as the specification of the tests has
/// it.
const IDEMPOTENCY_TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// The tests of an operation.
pub(super) fn of_operation(
    shape: &Shape,
    service: &ir::Service,
    operation: &ir::Operation,
) -> OperationTests {
    let protocol = service.protocol;
    let mut names = Scope::of_values(&[]);
    let requests = shape
        .traits
        .get::<HttpRequestTests>()
        .into_iter()
        .flat_map(|tests| tests.0);
    let responses = shape
        .traits
        .get::<HttpResponseTests>()
        .into_iter()
        .flat_map(|tests| tests.0);
    let requests = requests.filter(|test| applies(&test.message, protocol));
    let requests: Vec<RequestTest> = requests
        .map(|test| request(&mut names, test, operation))
        .collect();
    let initial = events::initial_requests(&mut names, shape, service, operation);
    OperationTests {
        requests: requests.into_iter().chain(initial).collect(),
        responses: responses
            .filter(|test| applies(&test.message, protocol))
            .map(|test| response(&mut names, test, "_response"))
            .collect(),
        received: events::received(&mut names, shape, service, operation),
        sent: events::sent(&mut names, shape, service, operation),
        served: ir::ServedTests::default(),
    }
}

/// The tests of the errors that operations can fail with, each by the first of them that can.
pub(super) fn of_errors(model: &Model, service: &ir::Service) -> Vec<ErrorTest> {
    let mut names = Scope::of_values(&[]);
    let mut tests = Vec::new();
    for error in &service.errors {
        let found = service.operations.iter().find_map(|operation| {
            let mut variants = operation.error.errors.iter();
            Some((
                operation,
                variants.find(|variant| variant.structure == error.name)?,
            ))
        });
        let (Some((operation, variant)), Some(shape)) = (found, model.shape(&error.id)) else {
            continue;
        };
        let cases = shape
            .traits
            .get::<HttpResponseTests>()
            .into_iter()
            .flat_map(|tests| tests.0);
        for case in cases.filter(|case| applies(&case.message, service.protocol)) {
            let code = case
                .message
                .vendor_params
                .get("code")
                .and_then(Value::as_str);
            tests.push(ErrorTest {
                code: code.unwrap_or(&variant.code).to_owned(),
                structure: error.name.clone(),
                input: operation.input.name.clone(),
                operation_error: operation.error.name.clone(),
                variant: variant.name.clone(),
                response: response(&mut names, case, ""),
            });
        }
    }
    tests
}

/// Whether a client of this protocol has to pass a test.
fn applies(test: &HttpMessageTest, protocol: &str) -> bool {
    test.protocol == protocol && test.applies_to != Some(AppliesTo::Server)
}

fn request(names: &mut Scope, test: HttpRequestTest, operation: &ir::Operation) -> RequestTest {
    let message = test.message;
    let (host, resolved) = (test.other.host.as_deref(), test.other.resolved_host);
    let (host_prefix, own_host) = match operation.own_endpoint {
        Some(_) => (None, resolved),
        None => (host_prefix(host, resolved.as_deref()), None),
    };
    RequestTest {
        name: function(names, &message.id, "_request"),
        docs: documentation(&message.id, &message.documentation),
        params: with_tokens(message.params, &operation.input),
        method: test.other.method,
        path: relative_path(&test.other.uri, host),
        query: Presence {
            exact: test.other.query_params,
            required: test.other.require_query_params,
            forbidden: test.other.forbid_query_params,
        },
        headers: Presence {
            exact: message.headers.into_iter().collect(),
            required: test.other.require_headers,
            forbidden: test.other.forbid_headers,
        },
        body: message
            .body
            .map(|body| comparable(body, message.body_media_type.as_deref())),
        host_prefix,
        own_host,
    }
}

fn response(names: &mut Scope, test: HttpResponseTest, kind: &str) -> ResponseTest {
    let message = test.message;
    ResponseTest {
        name: function(names, &message.id, kind),
        docs: documentation(&message.id, &message.documentation),
        status: test.other.code,
        compared: compared_by(&message.params),
        headers: message.headers.into_iter().collect(),
        body: comparable(
            message.body.unwrap_or_default(),
            message.body_media_type.as_deref(),
        ),
        params: message.params,
    }
}

/// The params with a fixed token for each idempotency token that they leave out.
pub(super) fn with_tokens(params: Value, input: &ir::Structure) -> Value {
    let mut members = match params {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    for member in input
        .members
        .iter()
        .filter(|member| member.idempotency_token)
    {
        let name = member.id.member().unwrap_or(&member.wire_name);
        members
            .entry(name)
            .or_insert_with(|| IDEMPOTENCY_TOKEN.into());
    }
    Value::Object(members)
}

/// The path that a request has before it is joined with the endpoint `host`, which may have a
/// path of its own.
fn relative_path(uri: &str, host: Option<&str>) -> String {
    let base = host
        .and_then(|host| host.split_once('/'))
        .map_or("", |(_, base)| base);
    let base = base.trim_end_matches('/');
    let below = uri
        .strip_prefix('/')
        .and_then(|path| path.strip_prefix(base));
    match below {
        Some(below) if !base.is_empty() && below.starts_with('/') => below.to_owned(),
        _ => uri.to_owned(),
    }
}

/// What a request puts before the host of its endpoint; `None` where the test has no host.
fn host_prefix(host: Option<&str>, resolved: Option<&str>) -> Option<String> {
    let host = host?;
    let prefix = resolved.and_then(|resolved| resolved.strip_suffix(host));
    Some(prefix.unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::{TestBody, TestFormat};

    #[test]
    fn a_path_of_the_endpoint_is_no_part_of_the_request() {
        let path = relative_path("/custom/", Some("example.com/custom"));
        assert_eq!(path, "/");
        let path = relative_path("/custom/token", Some("example.com/custom/"));
        assert_eq!(path, "/token");
        let path = relative_path("/customers", Some("example.com/custom"));
        assert_eq!(path, "/customers");
        assert_eq!(relative_path("/token", Some("example.com")), "/token");
        assert_eq!(relative_path("/token", None), "/token");
    }

    #[test]
    fn what_the_resolved_host_adds_is_the_prefix() {
        let prefix = host_prefix(Some("example.com"), Some("foo.example.com"));
        assert_eq!(prefix.as_deref(), Some("foo."));
        assert_eq!(host_prefix(Some("example.com"), None).as_deref(), Some(""));
        assert_eq!(host_prefix(None, None), None);
    }

    #[test]
    fn bodies_are_compared_by_value_where_their_format_is_known() {
        let body = |media_type| comparable("{}".to_owned(), media_type);
        assert_eq!(
            body(Some("application/json")),
            TestBody::Json("{}".to_owned())
        );
        assert_eq!(
            body(Some("application/vnd.test+json")),
            TestBody::Json("{}".to_owned())
        );
        for (media_type, format) in [
            ("application/cbor", TestFormat::Cbor),
            ("application/xml", TestFormat::Xml),
            ("application/x-www-form-urlencoded", TestFormat::Form),
        ] {
            let expected = TestBody::Of(format, "{}".to_owned());
            assert_eq!(body(Some(media_type)), expected);
        }
        assert_eq!(body(Some("text/plain")), TestBody::Text("{}".to_owned()));
        assert_eq!(body(None), TestBody::Text("{}".to_owned()));
        assert_eq!(
            comparable(String::new(), Some("application/cbor")),
            TestBody::Text(String::new())
        );
    }
}
