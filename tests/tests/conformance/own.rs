//! The tests of models of our own: they pass where the model is right, and fail where it is wrong.

use std::path::{Path, PathBuf};

use tinsmith::ServiceSpec;
use tinsmith_tests::outcome::Outcome;

use super::{counted, counted_events, counted_served_events, is_served, run, run_service};

/// The tests of a model of our own with these expectations, those of clients where they are wrong: what is
/// wrong for a client may be right for a service.
fn own(name: &str, expectations: &str) -> Outcome {
    own_in(name, expectations, None)
}

/// The same of a protocol that is not the service's default.
fn own_in(name: &str, expectations: &str, protocol: Option<&str>) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/protocol-tests");
    let files = [
        format!("{name}.json"),
        format!("{name}.{expectations}.json"),
    ];
    let service = ServiceSpec {
        model: files.map(|file| folder.join(file)).into(),
        protocol: protocol.map(Into::into),
        ..ServiceSpec::default()
    };
    let protocol = protocol.map(|name| format!("-{}", name.to_lowercase()));
    let protocol = protocol.unwrap_or_default();
    let outcome = run_service(&format!("{name}-{expectations}{protocol}"), service);
    match expectations {
        "wrong" => of_clients(outcome),
        _ => outcome,
    }
}

/// The tests of clients alone.
fn of_clients(mut outcome: Outcome) -> Outcome {
    outcome.passed.retain(|name| !is_served(name));
    outcome.failed.retain(|name| !is_served(name));
    outcome
}

#[test]
fn the_tests_of_our_own_rpc_v2_json_model_pass() {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models/rpc_v2_json.json");
    let outcome = run("our-rpc-v2-json", &[model]);
    assert!(outcome.failed.is_empty(), "{:#?}", outcome.failed);
    assert_eq!(counted(&outcome), [2, 2, 1]);
}

#[test]
fn a_service_speaks_the_protocol_that_it_is_asked_to_and_has_no_tests_of_others() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let model = fixtures.join("protocol-tests/causeway.json");
    for (protocol, tests) in [
        (None, "aws_json"),
        (Some("awsJson1_1"), "aws_json"),
        (Some("aws.protocols#restJson1"), "rest_json"),
        (Some("rpcv2Json"), "rpc_v2_json"),
    ] {
        let service = ServiceSpec {
            model: vec![model.clone()],
            protocol: protocol.map(Into::into),
            ..ServiceSpec::default()
        };
        let outcome = run_service(&format!("causeway-{tests}"), service);
        assert!(outcome.failed.is_empty(), "{:#?}", outcome.failed);
        let passed: Vec<&str> = outcome.passed.iter().map(String::as_str).collect();
        let mut expected = vec![
            "endpoint::a_region_has_a_causeway".to_owned(),
            "endpoint::a_region_has_a_causeway_in_read_tide".to_owned(),
            format!("errors::fails_in_{tests}"),
            format!("operations::read_tide::asks_in_{tests}_request"),
            format!("operations::read_tide::reads_{tests}_response"),
            format!("served::read_tide::asks_in_{tests}_request_read"),
            format!("served::read_tide::reads_{tests}_response_written"),
        ];
        // A service of awsJson1_1 tells errors without their namespaces.
        if tests != "aws_json" {
            expected.push(format!("told_errors::fails_in_{tests}_written"));
        }
        assert_eq!(passed, expected, "{protocol:?}");
    }
}

#[test]
fn every_test_of_rpc_v2_cbor_passes_where_it_is_right_and_fails_where_it_is_wrong() {
    let right = own("lighthouse", "right");
    assert!(right.failed.is_empty(), "{:#?}", right.failed);
    assert_eq!(counted(&right), [11, 12, 2]);
    let wrong = own("lighthouse", "wrong");
    assert!(wrong.passed.is_empty(), "{:#?}", wrong.passed);
    assert_eq!(wrong.failed.len(), 25, "{:#?}", wrong.failed);
}

#[test]
fn every_test_of_a_model_that_a_client_has_to_pass_is_there_and_passes() {
    let outcome = own("harbour", "right");
    assert!(outcome.failed.is_empty(), "{:#?}", outcome.failed);
    let passed = outcome.passed.iter().map(String::as_str);
    let passed: Vec<&str> = passed.filter(|name| !is_served(name)).collect();
    let expected = [
        "endpoint::a_quay_has_an_endpoint_of_its_own",
        "endpoint::a_quay_has_an_endpoint_of_its_own_in_book_berth",
        "endpoint::a_region_has_a_harbour",
        "endpoint::a_region_has_a_harbour_2",
        "endpoint::there_is_nothing_without_a_region",
        "errors::reads_the_code_in_a_header",
        "errors::reads_the_code_of_aws_query",
        "errors::reads_the_members_of_an_error",
        "operations::book_berth::reads_an_empty_body_response",
        "operations::book_berth::reads_every_member_response",
        "operations::book_berth::reads_not_a_number_response",
        "operations::book_berth::sends_a_body_that_is_compared_byte_by_byte_request",
        "operations::book_berth::sends_a_fixed_token_request",
        "operations::book_berth::sends_empty_collections_request",
        "operations::book_berth::sends_every_member_request",
        "operations::book_berth::sends_without_the_path_of_the_endpoint_request",
        "operations::log_tides::leaves_a_small_body_uncompressed_request",
    ];
    assert_eq!(passed, expected);
}

#[test]
fn every_test_of_a_model_fails_where_its_expectation_is_wrong() {
    let outcome = own("harbour", "wrong");
    assert!(outcome.passed.is_empty(), "{:#?}", outcome.passed);
    assert_eq!(outcome.failed.len(), 34, "{:#?}", outcome.failed);
}

#[test]
fn every_test_of_http_bindings_passes_where_it_is_right_and_fails_where_it_is_wrong() {
    let right = own("ferry", "right");
    assert!(right.failed.is_empty(), "{:#?}", right.failed);
    assert_eq!(counted(&right), [4, 3, 1]);
    let wrong = own("ferry", "wrong");
    assert!(wrong.passed.is_empty(), "{:#?}", wrong.passed);
    assert_eq!(wrong.failed.len(), 19, "{:#?}", wrong.failed);
}

#[test]
fn every_test_of_xml_and_forms_passes_where_it_is_right_and_fails_where_it_is_wrong() {
    for (protocol, counts, wrong) in [
        ("restXml", [4, 4, 2], 18),
        ("awsQuery", [4, 3, 2], 10),
        ("ec2Query", [3, 3, 1], 5),
    ] {
        let outcome = own_in("depot", "right", Some(protocol));
        assert!(outcome.failed.is_empty(), "{:#?}", outcome.failed);
        assert_eq!(counted(&outcome), counts, "{protocol}");
        let outcome = own_in("depot", "wrong", Some(protocol));
        assert!(outcome.passed.is_empty(), "{:#?}", outcome.passed);
        let failed = outcome.failed.len();
        assert_eq!(failed, wrong, "{protocol}: {:#?}", outcome.failed);
    }
}

#[test]
fn what_the_sdks_of_aws_add_to_requests_is_there() {
    for (name, right, wrong) in [
        ("cold_store", 7, 5),
        ("oracle", 2, 2),
        ("gateway", 4, 3),
        ("signpost", 11, 5),
    ] {
        let outcome = own(name, "right");
        assert!(outcome.failed.is_empty(), "{:#?}", outcome.failed);
        assert_eq!(counted(&outcome), [right, 0, 0], "{name}");
        let outcome = own(name, "wrong");
        assert!(outcome.passed.is_empty(), "{:#?}", outcome.passed);
        assert_eq!(outcome.failed.len(), wrong, "{:#?}", outcome.failed);
    }
}

#[test]
fn what_a_store_of_buckets_sends_and_answers_is_as_its_sdks_have_it() {
    let outcome = own("storehouse", "right");
    assert!(outcome.failed.is_empty(), "{:#?}", outcome.failed);
    let of_endpoint = |name: &&String| name.starts_with("endpoint::");
    assert_eq!(outcome.passed.iter().filter(of_endpoint).count(), 8);
    assert_eq!(counted(&outcome), [6, 8, 4]);
    let outcome = own("storehouse", "wrong");
    let passed = outcome.passed.iter().filter(|name| !of_endpoint(name));
    assert_eq!(passed.count(), 0, "{:#?}", outcome.passed);
    assert_eq!(outcome.failed.len(), 8, "{:#?}", outcome.failed);
}

#[test]
fn every_test_of_events_passes_where_it_is_right_and_fails_where_it_is_wrong() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let outcome = |expectations: &str| {
        let tests = format!("protocol-tests/event_streams.{expectations}.json");
        let files = ["models/event_streams.json", &tests];
        let model: Vec<PathBuf> = files.iter().map(|file| fixtures.join(file)).collect();
        run(&format!("event-streams-{expectations}"), &model)
    };
    let right = outcome("right");
    assert!(right.failed.is_empty(), "{:#?}", right.failed);
    assert_eq!(counted_events(&right), [3, 5]);
    assert_eq!(counted_served_events(&right), [3, 4]);
    let wrong = of_clients(outcome("wrong"));
    assert!(wrong.passed.is_empty(), "{:#?}", wrong.passed);
    assert_eq!(wrong.failed.len(), 12, "{:#?}", wrong.failed);
}
