//! The protocols that can be generated. What one says here, its modules in `support` do.

use super::Protocol;
use super::answer::Answers;
use crate::ir::TimestampFormat::{DateTime, EpochSeconds};
use crate::lower::{MemberNames, Requests, WireRules};

/// All of them, the preferred first: of those that a service lists, the first here is taken.
pub(super) static ALL: &[Protocol] = &[
    // <https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html>
    Protocol {
        rules: WireRules {
            protocol: "aws.protocols#awsJson1_0",
            ..AWS_JSON
        },
        module: "aws_json",
        type_: "V1_0",
        type_without_input: "V1_0",
        answers: Answers::Json,
        events: Some(("json", "Json")),
        support: &["decimal", "digits", "fault", "json", "wire"],
    },
    // <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>
    Protocol {
        rules: WireRules {
            protocol: "aws.protocols#awsJson1_1",
            ..AWS_JSON
        },
        module: "aws_json",
        type_: "V1_1",
        type_without_input: "V1_1",
        answers: Answers::Json,
        events: Some(("json", "Json")),
        support: &["decimal", "digits", "fault", "json", "wire"],
    },
    // <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>
    Protocol {
        rules: WireRules {
            protocol: "aws.protocols#restJson1",
            requests: Requests::Bound,
            headers_of_errors: true,
            query_error_codes: false,
            no_body_without_input: false,
            member_names: MemberNames::Json,
            timestamp_format: EpochSeconds,
            other_timestamp_formats: true,
        },
        module: "rest_json",
        type_: "RestJson1",
        type_without_input: "RestJson1",
        answers: Answers::Json,
        events: Some(("json", "Json")),
        support: &[
            "decimal",
            "digits",
            "fault",
            "http_binding",
            "json",
            "percent",
            "rest",
            "text",
            "wire",
        ],
    },
    // <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-json.html>
    Protocol {
        rules: WireRules {
            protocol: "smithy.protocols#rpcv2Json",
            ..RPC_V2
        },
        module: "rpc_v2_json",
        type_: "RpcV2Json",
        type_without_input: "WithoutInput",
        answers: Answers::Json,
        events: Some(("json", "Json")),
        support: &["decimal", "digits", "fault", "json", "rpc_v2", "wire"],
    },
    // <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html>
    Protocol {
        rules: WireRules {
            protocol: "smithy.protocols#rpcv2Cbor",
            ..RPC_V2
        },
        module: "rpc_v2_cbor",
        type_: "RpcV2Cbor",
        type_without_input: "WithoutInput",
        answers: Answers::Cbor,
        events: Some(("cbor", "Cbor")),
        support: &["cbor", "decimal", "fault", "rpc_v2", "wire"],
    },
    // <https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html>
    Protocol {
        rules: WireRules {
            protocol: "aws.protocols#restXml",
            requests: Requests::Bound,
            headers_of_errors: true,
            query_error_codes: false,
            no_body_without_input: false,
            member_names: MemberNames::Xml,
            timestamp_format: DateTime,
            other_timestamp_formats: true,
        },
        module: "rest_xml",
        type_: "RestXml",
        type_without_input: "RestXml",
        answers: Answers::Xml,
        events: Some(("xml", "Xml")),
        support: &[
            "decimal",
            "digits",
            "fault",
            "http_binding",
            "percent",
            "rest",
            "text",
            "wire",
            "xml",
        ],
    },
    // <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>
    Protocol {
        rules: WireRules {
            protocol: "aws.protocols#awsQuery",
            query_error_codes: true,
            member_names: MemberNames::Xml,
            ..QUERY
        },
        module: "query",
        type_: "AwsQuery",
        type_without_input: "AwsQuery",
        answers: Answers::AwsQuery,
        events: None,
        support: &[
            "decimal", "digits", "fault", "form", "percent", "text", "wire", "xml",
        ],
    },
    // <https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html>
    Protocol {
        rules: WireRules {
            protocol: "aws.protocols#ec2Query",
            query_error_codes: false,
            member_names: MemberNames::Ec2,
            ..QUERY
        },
        module: "query",
        type_: "Ec2Query",
        type_without_input: "Ec2Query",
        answers: Answers::Ec2Query,
        events: None,
        support: &[
            "decimal", "digits", "fault", "form", "percent", "text", "wire", "xml",
        ],
    },
];

/// Both protocols of forms.
const QUERY: WireRules = WireRules {
    protocol: "",
    requests: Requests::Post("/"),
    headers_of_errors: false,
    query_error_codes: false,
    no_body_without_input: false,
    member_names: MemberNames::Xml,
    timestamp_format: DateTime,
    other_timestamp_formats: true,
};

/// Both versions of awsJson.
const AWS_JSON: WireRules = WireRules {
    protocol: "",
    requests: Requests::Post("/"),
    // Nothing else is bound, but services do answer so.
    headers_of_errors: true,
    query_error_codes: false,
    no_body_without_input: false,
    member_names: MemberNames::Model,
    timestamp_format: EpochSeconds,
    other_timestamp_formats: true,
};

/// Every rpcv2, whatever the format.
const RPC_V2: WireRules = WireRules {
    protocol: "",
    requests: Requests::Post("/service/{service}/operation/{operation}"),
    headers_of_errors: false,
    query_error_codes: false,
    no_body_without_input: true,
    member_names: MemberNames::Model,
    timestamp_format: EpochSeconds,
    other_timestamp_formats: false,
};
