//! The official suites: all of their tests pass, of clients and of services, and none is left out by its name.

use std::path::Path;

use tinsmith_tests::corpus;

use super::{counted, counted_events, counted_served, counted_served_events, run};

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
    assert_eq!(counted_served_events(&outcome), [46, 34]);
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
