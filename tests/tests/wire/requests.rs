//! Requests as the sans-IO core makes them, and the endpoints that they go to.

use generated::license_manager::endpoint;
use generated::support::endpoint::Parameters;
use serde_json::Value;

use crate::recording::{Case, Recording};

#[test]
fn a_request_is_the_one_that_botocore_makes() {
    for case in Recording::read().cases {
        let (ours, theirs) = (case.input().request(), &case.request);
        let header = |name| ours.headers().get(name).map(http::HeaderValue::as_bytes);
        assert_eq!(ours.method().as_str(), theirs.method, "{}", case.name);
        assert_eq!(ours.uri(), "/", "{}", case.name);
        assert_eq!(
            header("content-type"),
            Some(theirs.content_type.as_bytes()),
            "{}",
            case.name
        );
        assert_eq!(
            header("x-amz-target"),
            Some(theirs.signed_headers["x-amz-target"].as_bytes()),
            "{}",
            case.name
        );
    }
}

#[test]
fn a_body_has_the_members_that_botocore_writes() {
    for case in Recording::read().cases {
        let body = case.input().request().into_body();
        let ours: Value = serde_json::from_slice(&body).expect("the body is JSON");
        assert_eq!(ours, case.request.json(), "{}", case.name);
    }
}

#[test]
fn a_call_goes_to_the_endpoint_that_botocore_finds() {
    for case in Recording::read().cases {
        let endpoint = endpoint::RULES.resolve(&parameters(&case));
        let endpoint = endpoint.expect("there is an endpoint");
        let url = format!("{}/", endpoint.url().trim_end_matches('/'));
        assert_eq!(url, case.request.url, "{}", case.name);
    }
}

fn parameters(case: &Case) -> Parameters<'_> {
    let parameters = Parameters::new()
        .region(&case.region)
        .use_fips(case.fips)
        .use_dual_stack(case.dual_stack);
    match &case.endpoint_url {
        Some(url) => parameters.endpoint_url(url),
        None => parameters,
    }
}
