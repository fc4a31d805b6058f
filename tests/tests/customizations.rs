//! What is decided of services that need more than their models say, by their SDK ids.

use serde_json::{Value, json};
use tinsmith::ir::Service;
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
