//! What is decided of one model for each protocol: where its messages go, where their members are,
//! and what of them is written and read.

use serde_json::{Value, json};
use tinsmith::ir::jmespath::{Node, TypedExpression};
use tinsmith::ir::{
    Binding, Direction, HttpRequest, Matcher, Member, PathPart, Service, Shape, Structure,
    TimestampFormat, Type,
};
use tinsmith::rust::Scope;
use tinsmith::select::select;
use tinsmith::{lower, model, protocol};

const AWS_JSON: &str = "aws.protocols#awsJson1_1";
const REST_JSON: &str = "aws.protocols#restJson1";
const RPC_V2_JSON: &str = "smithy.protocols#rpcv2Json";

#[test]
fn requests_have_the_method_and_the_path_of_their_protocol() {
    let request = |protocol| {
        let service = lowered(protocol);
        let HttpRequest { method, path, .. } = service.operations[0].http.clone();
        let [PathPart::Text(path)] = path.as_slice() else {
            panic!("{path:?}");
        };
        format!("{method} {path}")
    };
    assert_eq!(request(AWS_JSON), "POST /");
    assert_eq!(request(REST_JSON), "PUT /tides");
    assert_eq!(
        request(RPC_V2_JSON),
        "POST /service/Harbour/operation/ReadTide"
    );
}

#[test]
fn texts_of_errors_are_in_headers_where_the_protocol_reads_them_there() {
    let binding = |protocol| member(storm(&lowered(protocol)), "zone").binding.clone();
    assert!(matches!(binding(AWS_JSON), Binding::Header(_)));
    assert!(matches!(binding(REST_JSON), Binding::Header(_)));
    assert_eq!(binding(RPC_V2_JSON), Binding::Body);
}

#[test]
fn what_is_read_from_bodies_alone_has_the_format_of_bodies() {
    let until = |protocol| {
        let service = lowered(protocol);
        let until = member(storm(&service), "until");
        (until.binding.clone(), until.type_.clone())
    };
    let in_body = (
        Binding::Body,
        Type::Timestamp(TimestampFormat::EpochSeconds),
    );
    assert_eq!(until(AWS_JSON), in_body);
    assert_eq!(until(RPC_V2_JSON), in_body);
    let (binding, type_) = until(REST_JSON);
    assert!(matches!(binding, Binding::Header(_)));
    assert_eq!(type_, Type::Timestamp(TimestampFormat::HttpDate));
}

#[test]
fn a_path_through_an_error_takes_the_fields_that_the_error_has() {
    let service = lowered(AWS_JSON);
    let waiter = &service.operations[0].waiters[0];
    let Matcher::Output(condition) = &waiter.acceptors[0].matcher else {
        panic!("{waiter:?}");
    };
    let TypedExpression {
        node: Node::Field { name, .. },
        ..
    } = condition.expression()
    else {
        panic!("{condition:?}");
    };
    assert_eq!(*name, member(storm(&service), "meta").name);
}

#[test]
fn an_error_is_whole_where_it_is_a_part_and_bound_where_it_is_an_answer() {
    // It is read as an answer, and as a part of an output.
    let service = lowered(REST_JSON);
    let both = direction(true, true);
    assert_eq!(storm(&service).direction, both);
    assert_eq!(member(storm(&service), "zone").direction, both);
    // It is read as an answer, and written as a part of an input.
    let fog = error(&service, "Fog");
    assert_eq!(fog.direction, both);
    assert_eq!(member(fog, "zone").direction, direction(true, false));
    assert_eq!(member(fog, "text").direction, both);
}

#[test]
fn an_enum_in_a_header_of_an_error_is_a_text_even_if_no_operation_answers_with_it() {
    let service = lowered(REST_JSON);
    let is_text = service.types.iter().find_map(|shape| match shape {
        Shape::Enum(enum_) => Some(enum_.is_text),
        _ => None,
    });
    assert_eq!(is_text, Some(true));
}

#[test]
fn a_message_without_an_object_in_its_body_has_no_code_for_one() {
    let directions = |protocol| {
        let service = lowered(protocol);
        let leave = &service.operations[1];
        (leave.input.direction, leave.output.direction)
    };
    let (none, read) = (direction(false, false), direction(false, true));
    assert_eq!(directions(AWS_JSON), (direction(true, false), read));
    assert_eq!(directions(REST_JSON), (none, none));
    assert_eq!(directions(RPC_V2_JSON), (none, read));
}

fn direction(written: bool, read: bool) -> Direction {
    Direction { written, read }
}

fn storm(service: &Service) -> &Structure {
    error(service, "Storm")
}

fn error<'s>(service: &'s Service, name: &str) -> &'s Structure {
    let mut errors = service.errors.iter();
    errors
        .find(|error| error.id.name() == name)
        .expect("an error")
}

fn member<'s>(structure: &'s Structure, name: &str) -> &'s Member {
    let mut members = structure.members.iter();
    let found = members.find(|member| member.id.member() == Some(name));
    found.expect("a member")
}

/// The model as a service of this protocol.
fn lowered(protocol: &str) -> Service {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("harbour.json");
    std::fs::write(&file, harbour(protocol).to_string()).expect("a file");
    let model = model::load(&[file]).unwrap_or_else(|problems| panic!("{problems}"));
    let selection = select(&model, None, None).expect("a service");
    let rules = protocol::of(&model, selection.service)
        .expect("a protocol")
        .rules();
    let service = lower::lower(&model, &selection, &rules, &mut Scope::default());
    service.unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn harbour(protocol: &str) -> Value {
    let error = |mut members: Value| {
        members["zone"] = json!({
            "target": "smithy.api#String",
            "traits": { "smithy.api#httpHeader": "X-Zone" }
        });
        json!({
            "type": "structure",
            "traits": { "smithy.api#error": "server" },
            "members": members
        })
    };
    json!({
        "smithy": "2.0",
        "shapes": {
            "example#Harbour": {
                "type": "service",
                "version": "1",
                "operations": [{ "target": "example#ReadTide" }, { "target": "example#SkipTide" }],
                "traits": { protocol: {} }
            },
            "example#ReadTide": {
                "type": "operation",
                "input": { "target": "example#ReadTideInput" },
                "output": { "target": "example#ReadTideOutput" },
                "errors": [{ "target": "example#Storm" }, { "target": "example#Fog" }],
                "traits": {
                    "smithy.api#http": { "method": "PUT", "uri": "/tides" },
                    "smithy.waiters#waitable": {
                        "StormOver": {
                            "acceptors": [{
                                "state": "success",
                                "matcher": { "output": {
                                    "path": "storm.meta",
                                    "comparator": "stringEquals",
                                    "expected": "over"
                                } }
                            }]
                        }
                    }
                }
            },
            "example#SkipTide": {
                "type": "operation",
                "traits": { "smithy.api#http": { "method": "POST", "uri": "/skip" } }
            },
            "example#ReadTideInput": {
                "type": "structure",
                "members": {
                    "storm": { "target": "example#Storm" },
                    "fog": { "target": "example#Fog" },
                    "swell": { "target": "example#Swell" }
                }
            },
            "example#ReadTideOutput": {
                "type": "structure",
                "members": { "storm": { "target": "example#Storm" } }
            },
            "example#Storm": error(json!({
                "meta": { "target": "smithy.api#String" },
                "until": {
                    "target": "smithy.api#Timestamp",
                    "traits": { "smithy.api#httpHeader": "X-Until" }
                }
            })),
            "example#Fog": error(json!({ "text": { "target": "smithy.api#String" } })),
            "example#Swell": error(json!({
                "state": {
                    "target": "example#State",
                    "traits": { "smithy.api#httpHeader": "X-State" }
                }
            })),
            "example#State": {
                "type": "enum",
                "members": { "HIGH": { "target": "smithy.api#Unit" } }
            }
        }
    })
}
