//! What is decided of services that need more than their models say, by their SDK ids.

use serde_json::{Value, json};
use tinsmith::ir::{Initial, Service, Shape, Structure};
use tinsmith::rust::Scope;
use tinsmith::select::select;
use tinsmith::{lower, model, protocol};

#[test]
fn what_is_asked_of_an_id_is_not_asked_of_the_path_that_it_may_be_given_as() {
    let shapes = json!({
        "example#Call": {
            "type": "operation",
            "input": { "target": "example#CallInput" }
        },
        "example#CallInput": {
            "type": "structure",
            "members": {
                "Id": { "target": "example#ResourceId" },
                "Other": { "target": "example#OtherId" }
            }
        },
        "example#ResourceId": { "type": "string", "traits": { "smithy.api#length": { "max": 5 } } },
        "example#OtherId": { "type": "string", "traits": { "smithy.api#length": { "max": 5 } } }
    });
    let constrained = |sdk_id| {
        let shapes = lowered(sdk_id, &shapes).constraints.shapes;
        let members = shapes.into_iter().flat_map(|shape| shape.members);
        members.map(|member| member.label).collect::<Vec<_>>()
    };
    assert_eq!(constrained("Harbour"), ["Id", "Other"]);
    assert_eq!(constrained("Route 53"), ["Other"]);
}

#[test]
fn members_of_a_service_without_requirements_and_defaults_may_all_be_left_out() {
    let member = |target: &str| {
        json!({
            "target": target,
            "traits": { "smithy.api#required": {}, "smithy.api#default": 0 }
        })
    };
    let required = json!({
        "target": "example#Text",
        "traits": { "smithy.api#required": {} }
    });
    let shapes = json!({
        "example#Call": {
            "type": "operation",
            "input": { "target": "example#CallInput" },
            "output": { "target": "example#CallOutput" }
        },
        "example#CallInput": {
            "type": "structure",
            "members": { "name": required, "count": member("example#Count"), "part": {
                "target": "example#Part",
                "traits": { "smithy.api#required": {} }
            } }
        },
        "example#CallOutput": {
            "type": "structure",
            "members": { "count": member("example#Count"), "part": { "target": "example#Part" } }
        },
        "example#Part": {
            "type": "structure",
            "members": { "name": required, "count": member("example#Count") }
        },
        "example#Text": { "type": "string" },
        "example#Count": { "type": "integer", "traits": { "smithy.api#default": 0 } }
    });
    let service = lowered("Harbour", &shapes);
    assert!(
        structures(&service)
            .iter()
            .any(|one| one.required().next().is_some())
    );
    let service = lowered("EC2", &shapes);
    assert!(service.required.is_empty());
    for structure in structures(&service) {
        assert!(structure.has_default());
        for member in &structure.members {
            assert!(member.optional, "{}", member.id);
            assert_eq!(member.initial, Initial::Absent, "{}", member.id);
            assert_eq!(member.required, None, "{}", member.id);
        }
    }
}

#[test]
fn a_default_that_a_service_does_not_have_is_left_out_where_it_is_wrong_and_nowhere_else() {
    let member = |target| json!({ "target": target, "traits": { "smithy.api#default": 0 } });
    let required = |target| {
        let mut member = member(target);
        member["traits"]["smithy.api#required"] = json!({});
        member
    };
    let shapes = json!({
        "example#Call": {
            "type": "operation",
            "output": { "target": "example#CallOutput" }
        },
        "example#CallOutput": {
            "type": "structure",
            "members": {
                "workers": member("example#WorkerCounts"),
                "needed": required("example#WorkerCounts"),
                "others": member("example#Count"),
                "burst": { "target": "example#CostOptimizationConfiguration" }
            }
        },
        "example#CostOptimizationConfiguration": {
            "type": "structure",
            "members": {
                "burstBalanceThreshold": member("example#Count"),
                "others": member("example#Count")
            }
        },
        "example#WorkerCounts": { "type": "long", "traits": { "smithy.api#default": 0 } },
        "example#Count": { "type": "long", "traits": { "smithy.api#default": 0 } }
    });
    let with_default = |sdk_id| {
        let service = lowered(sdk_id, &shapes);
        let structures = structures(&service);
        let members = structures.iter().flat_map(|one| &one.members);
        let members = members.filter(|member| member.initial == Initial::Empty);
        let members = members.filter(|member| member.required.is_none());
        members
            .map(|member| member.name.to_string())
            .collect::<Vec<_>>()
    };
    let all = [
        "workers",
        "needed",
        "others",
        "burst_balance_threshold",
        "others",
    ];
    assert_eq!(with_default("Harbour"), all);
    assert_eq!(
        with_default("EMR Serverless"),
        ["others", "burst_balance_threshold", "others"]
    );
    assert_eq!(
        with_default("drs"),
        ["workers", "needed", "others", "others"]
    );
    let service = lowered("EMR Serverless", &shapes);
    let required = service.required.iter().map(|one| one.member.as_str());
    assert_eq!(required.collect::<Vec<_>>(), ["needed"]);
}

#[test]
fn nothing_of_what_the_model_forgot_to_call_a_secret_is_printed() {
    let shapes = json!({
        "example#Call": {
            "type": "operation",
            "output": { "target": "example#CallOutput" }
        },
        "example#CallOutput": {
            "type": "structure",
            "members": {
                "credentials": { "target": "example#Credentials" },
                "role": { "target": "example#RoleCredentials" }
            }
        },
        "example#Credentials": {
            "type": "structure",
            "members": { "token": { "target": "smithy.api#String" } }
        },
        "example#RoleCredentials": {
            "type": "structure",
            "members": { "token": { "target": "smithy.api#String" } }
        }
    });
    let secret = |sdk_id| {
        let service = lowered(sdk_id, &shapes);
        let structures = structures(&service).into_iter();
        let secret = structures.filter(|one| one.sensitive);
        secret.map(|one| one.name.to_string()).collect::<Vec<_>>()
    };
    assert!(secret("Harbour").is_empty());
    assert_eq!(secret("STS"), ["Credentials"]);
    assert_eq!(secret("SSO"), ["RoleCredentials"]);
}

#[test]
fn codes_of_errors_that_pass_are_those_of_the_service() {
    let shapes = json!({ "example#Call": { "type": "operation" } });
    let codes = |sdk_id| lowered(sdk_id, &shapes).transient_codes;
    assert!(codes("Harbour").is_empty());
    assert_eq!(codes("STS"), ["IDPCommunicationError"]);
    assert_eq!(codes("S3"), ["InternalError"]);
}

#[test]
fn what_rules_of_the_endpoint_put_before_the_host_is_there_once() {
    let shapes = json!({
        "example#Call": {
            "type": "operation",
            "input": { "target": "example#CallInput" },
            "traits": { "smithy.api#endpoint": { "hostPrefix": "{AccountId}." } }
        },
        "example#CallInput": {
            "type": "structure",
            "members": {
                "AccountId": {
                    "target": "smithy.api#String",
                    "traits": { "smithy.api#hostLabel": {}, "smithy.api#required": {} }
                }
            }
        }
    });
    let parts = |sdk_id| lowered(sdk_id, &shapes).operations[0].host_prefix.len();
    assert_eq!(parts("S3"), 2);
    assert_eq!(parts("S3 Control"), 0);
}

/// The messages of a service and their parts.
fn structures(service: &Service) -> Vec<&Structure> {
    let operations = service.operations.iter();
    let messages = operations.flat_map(|operation| [&operation.input, &operation.output]);
    let types = service.types.iter().filter_map(|shape| match shape {
        Shape::Structure(structure) => Some(structure),
        _ => None,
    });
    messages.chain(types).collect()
}

/// The operation `Call` with these shapes, of the service with this SDK id.
fn lowered(sdk_id: &str, shapes: &Value) -> Service {
    let mut shapes = shapes.clone();
    shapes["example#Harbour"] = json!({
        "type": "service",
        "version": "1",
        "operations": [{ "target": "example#Call" }],
        "traits": { "aws.api#service": { "sdkId": sdk_id }, "aws.protocols#awsJson1_1": {} }
    });
    let text = json!({ "smithy": "2.0", "shapes": shapes }).to_string();
    let model = model::parse([("harbour.json", text)]);
    let model = model.unwrap_or_else(|problems| panic!("{problems}"));
    let selection = select(&model, None, None).expect("a service");
    let rules = protocol::of(&model, selection.service)
        .expect("a protocol")
        .rules();
    let service = lower::lower(&model, &selection, &rules, &mut Scope::default());
    service.unwrap_or_else(|problems| panic!("{problems:?}"))
}
