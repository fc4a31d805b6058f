//! The tests that a model carries become tests of the crate, and say the truth: the official
//! ones of the JSON protocols pass, and those of our own pass where the model is right and
//! fail where it is wrong.

mod own_json;

use std::path::{Path, PathBuf};

use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::corpus;
use tinsmith_tests::outcome::Outcome;
use tinsmith_tests::workspace::Workspace;

/// How many tests of requests, responses and errors of operations passed.
fn counted(outcome: &Outcome) -> [usize; 3] {
    let passed = |of: &dyn Fn(&str) -> bool| outcome.passed.iter().filter(|n| of(n)).count();
    [
        passed(&|name| name.starts_with("operations::") && name.ends_with("_request")),
        passed(&|name| name.starts_with("operations::") && name.ends_with("_response")),
        passed(&|name| name.starts_with("errors::")),
    ]
}

/// How many tests of requests, responses and errors passed on the service's side, of a double.
fn counted_served(outcome: &Outcome) -> [usize; 3] {
    ["_request_read", "_response_written", "_written"].map(|kind| {
        let is_error = |name: &str| name.starts_with("told_errors::");
        let of_kind = |name: &&String| {
            is_served(name) && name.ends_with(kind) && is_error(name) == (kind == "_written")
        };
        outcome.passed.iter().filter(of_kind).count()
    })
}

/// Whether a test is one of the service's side.
fn is_served(name: &str) -> bool {
    name.starts_with("served::") || name.starts_with("told_errors::")
}

/// How many tests of what streams of events send and receive passed.
fn counted_events(outcome: &Outcome) -> [usize; 2] {
    ["_sent", "_received"].map(|kind| {
        let passed = outcome.passed.iter();
        passed.filter(|name| name.ends_with(kind)).count()
    })
}

/// How the tests of a model go where its service speaks its default protocol.
fn run(name: &str, model: &[PathBuf]) -> Outcome {
    let service = ServiceSpec {
        model: model.to_vec(),
        ..ServiceSpec::default()
    };
    run_service(name, service)
}

/// Generates a crate of this service with the tests of its model, and runs them without the client,
/// which they do not need.
fn run_service(name: &str, service: ServiceSpec) -> Outcome {
    let tmp = env!("CARGO_TARGET_TMPDIR");
    let workspace = Workspace::new(tmp, &format!("conformance/{name}"), &["crate"]);
    let spec = CrateSpec {
        name: name.to_owned(),
        services: vec![service],
        tests: true,
        ..CrateSpec::default()
    };
    let generated = workspace.generate("crate", &spec);
    let module = &generated.services[0].module;
    let (bodies, count) = own_json::tests(name, module, &spec.services[0]);
    workspace.write("crate/tests/own_json.rs", &bodies);
    let mut cargo = workspace.cargo(["test", "--no-default-features", "--no-fail-fast"]);
    if count > 0 {
        cargo.args(["--features=serde", "--test=own_json"]);
    }
    let cargo = cargo
        .args(["--test", module])
        // With these flags all that they depend on is built anew, for all of them.
        .env(
            "CARGO_TARGET_DIR",
            Path::new(tmp).join("conformance/target"),
        )
        .env("RUSTFLAGS", "-Dwarnings");
    let mut outcome = Outcome::of(cargo);
    // It is none of the model's own tests.
    let is_read = outcome.passed.remove("the_json_of_the_protocol_is_read");
    assert_eq!(is_read, count > 0, "{}", outcome.report);
    outcome
}

/// The tests of an official model, all of which pass: how many requests, responses and errors, of clients
/// and of services.
fn official(corpus: &Path, name: &str, model: &str) -> [[usize; 3]; 2] {
    let outcome = run(name, &[corpus.join("protocol-tests").join(model)]);
    assert!(outcome.failed.is_empty(), "{:#?}", outcome.failed);
    [counted(&outcome), counted_served(&outcome)]
}

#[test]
fn every_official_test_of_aws_json_1_0_passes() {
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let model = "aws.protocoltests.json10.JsonRpc10.json";
    assert_eq!(
        official(&corpus, "json-1-0", model),
        [[28, 25, 14], [25, 18, 3]]
    );
    let model = "aws.protocoltests.json10.QueryCompatibleJsonRpc10.json";
    assert_eq!(
        official(&corpus, "json-1-0-query-compatible", model),
        [[1, 0, 2], [1, 0, 2]]
    );
}

#[test]
fn every_official_test_of_aws_json_1_1_passes() {
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let model = "aws.protocoltests.json.JsonProtocol.json";
    assert_eq!(
        official(&corpus, "json-1-1", model),
        [[56, 48, 14], [57, 42, 3]]
    );
}

#[test]
fn every_official_test_of_rest_json_1_passes() {
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let model = "aws.protocoltests.restjson.RestJson.json";
    let outcome = run("rest-json-1", &[corpus.join("protocol-tests").join(model)]);
    assert!(outcome.failed.is_empty(), "{:#?}", outcome.failed);
    assert_eq!(counted(&outcome), [136, 94, 14]);
    assert_eq!(counted_served(&outcome), [132, 89, 3]);
    assert_eq!(counted_events(&outcome), [34, 50]);
}

#[test]
fn every_official_test_of_rpc_v2_json_passes() {
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let model = "smithy.protocoltests.rpcv2Json.RpcV2JsonProtocol.json";
    assert_eq!(
        official(&corpus, "rpc-v2-json", model),
        [[34, 36, 3], [35, 30, 3]]
    );
}

#[test]
fn every_official_test_of_rpc_v2_cbor_passes() {
    let Some(corpus) = corpus::folder() else {
        return;
    };
    for (name, model, counts) in [
        (
            "rpc-v2-cbor",
            "smithy.protocoltests.rpcv2Cbor.RpcV2Protocol.json",
            [[29, 40, 3], [37, 24, 3]],
        ),
        (
            "rpc-v2-cbor-query-compatible",
            "aws.protocoltests.rpcv2cbor.QueryCompatibleRpcV2Protocol.json",
            [[1, 0, 2], [1, 0, 2]],
        ),
        (
            "rpc-v2-cbor-not-query-compatible",
            "aws.protocoltests.rpcv2cbor.NonQueryCompatibleRpcV2Protocol.json",
            [[1, 0, 0], [1, 0, 0]],
        ),
    ] {
        assert_eq!(official(&corpus, name, model), counts, "{name}");
    }
}

#[test]
fn every_official_test_of_aws_query_passes() {
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let model = "aws.protocoltests.query.AwsQuery.json";
    assert_eq!(
        official(&corpus, "aws-query", model),
        [[38, 36, 3], [35, 28, 3]]
    );
}

#[test]
fn every_official_test_of_ec2_query_passes() {
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let model = "aws.protocoltests.ec2.AwsEc2.json";
    assert_eq!(
        official(&corpus, "ec2-query", model),
        [[30, 27, 2], [27, 24, 2]]
    );
}

#[test]
fn every_official_test_of_rest_xml_passes() {
    let Some(corpus) = corpus::folder() else {
        return;
    };
    let model = "aws.protocoltests.restxml.RestXml.json";
    assert_eq!(
        official(&corpus, "rest-xml", model),
        [[97, 79, 2], [89, 72, 2]]
    );
    let model = "aws.protocoltests.restxml.xmlns.RestXmlWithNamespace.json";
    assert_eq!(
        official(&corpus, "rest-xml-namespace", model),
        [[1, 1, 0], [1, 1, 0]]
    );
}

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
    let mut outcome = run_service(&format!("{name}-{expectations}{protocol}"), service);
    if expectations == "wrong" {
        outcome.passed.retain(|name| !is_served(name));
        outcome.failed.retain(|name| !is_served(name));
    }
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
    let wrong = outcome("wrong");
    assert!(wrong.passed.is_empty(), "{:#?}", wrong.passed);
    assert_eq!(wrong.failed.len(), 12, "{:#?}", wrong.failed);
}
