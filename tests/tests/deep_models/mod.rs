//! Models that go as deep, or are as large, as they are told to.
#![allow(dead_code, reason = "not every test looks at all of them")]

use serde_json::{Map, Value, json};

/// A service `Well` of one operation `Draw`, as the text of a model.
#[derive(Default)]
pub struct Model {
    shapes: Map<String, Value>,
    input: Map<String, Value>,
    output: Map<String, Value>,
    of_operation: Map<String, Value>,
    of_service: Map<String, Value>,
    metadata: Value,
}

impl Model {
    /// The text.
    pub fn text(&self) -> String {
        let mut shapes = self.shapes.clone();
        let mut add = |name: &str, shape| shapes.insert(format!("deep#{name}"), shape);
        let mut of_service =
            json!({ "aws.protocols#awsJson1_0": {}, "aws.api#service": { "sdkId": "Limits" } });
        merge(&mut of_service, &self.of_service);
        add(
            "Well",
            json!({
                "type": "service",
                "version": "2026-01-01",
                "operations": [{ "target": "deep#Draw" }],
                "traits": of_service,
            }),
        );
        add(
            "Draw",
            json!({
                "type": "operation",
                "input": { "target": "deep#DrawInput" },
                "output": { "target": "deep#DrawOutput" },
                "traits": self.of_operation,
            }),
        );
        add(
            "DrawInput",
            json!({ "type": "structure", "members": self.input }),
        );
        add(
            "DrawOutput",
            json!({ "type": "structure", "members": self.output }),
        );
        json!({ "smithy": "2.0", "metadata": { "deep": self.metadata }, "shapes": shapes })
            .to_string()
    }

    /// With this shape.
    pub fn shape(mut self, name: &str, shape: Value) -> Self {
        self.shapes.insert(format!("deep#{name}"), shape);
        self
    }

    /// With a member of this name and target in the input and in the output.
    pub fn member(mut self, name: &str, target: &str) -> Self {
        for members in [&mut self.input, &mut self.output] {
            members.insert(name.to_owned(), json!({ "target": target }));
        }
        self
    }

    /// The same in the input, with these traits.
    pub fn input(mut self, name: &str, target: &str, traits: &Value) -> Self {
        let member = json!({ "target": target, "traits": traits });
        self.input.insert(name.to_owned(), member);
        self
    }

    /// With a trait of the operation.
    pub fn of_operation(mut self, id: &str, value: Value) -> Self {
        self.of_operation.insert(id.to_owned(), value);
        self
    }

    /// With a trait of the service.
    pub fn of_service(mut self, id: &str, value: Value) -> Self {
        self.of_service.insert(id.to_owned(), value);
        self
    }

    /// With something about the model as a whole.
    pub fn metadata(mut self, value: Value) -> Self {
        self.metadata = value;
        self
    }

    /// With a member `name` of the input and the output that goes so many shapes deep, each made of
    /// the next, the last of texts.
    pub fn nested(self, name: &str, shapes: usize, shape: impl Fn(&str) -> Value) -> Self {
        let id = |at: usize| format!("deep#{name}{at}");
        let mut model = self.member(&name.to_lowercase(), &id(0));
        for at in 0..shapes {
            let next = if at + 1 == shapes {
                "smithy.api#String".to_owned()
            } else {
                id(at + 1)
            };
            model.shapes.insert(id(at), shape(&next));
        }
        model
    }

    /// With a waiter that asks this of the output, which has a member `on` that holds the same again,
    /// `all` that holds several, and `is` that is a boolean.
    pub fn waiter(self, path: &str) -> Self {
        let acceptor = json!({
            "state": "success",
            "matcher": { "output": { "path": path, "comparator": "booleanEquals", "expected": "true" } }
        });
        let members = json!({
            "on": { "target": "deep#Link" },
            "all": { "target": "deep#Links" },
            "is": { "target": "smithy.api#Boolean" }
        });
        let mut model = self
            .shape("Link", json!({ "type": "structure", "members": members }))
            .shape("Links", list("deep#Link"))
            .of_operation(
                "smithy.waiters#waitable",
                json!({ "Drawn": { "acceptors": [acceptor] } }),
            );
        model.output = members.as_object().cloned().unwrap_or_default();
        model
    }
}

fn merge(value: &mut Value, more: &Map<String, Value>) {
    if let Value::Object(entries) = value {
        entries.extend(more.clone());
    }
}

/// A list of these.
pub fn list(of: &str) -> Value {
    json!({ "type": "list", "member": { "target": of } })
}

/// A map to these.
pub fn map(of: &str) -> Value {
    json!({ "type": "map", "key": { "target": "smithy.api#String" }, "value": { "target": of } })
}

/// A structure that may have one of these.
pub fn structure(of: &str) -> Value {
    json!({ "type": "structure", "members": { "next": { "target": of } } })
}

/// A union of one of these and a text.
pub fn union(of: &str) -> Value {
    let text = json!({ "target": "smithy.api#String" });
    json!({ "type": "union", "members": { "next": { "target": of }, "end": text } })
}

/// A list of a list of a list, so many levels.
pub fn value(levels: usize) -> Value {
    (1..levels).fold(json!([]), |inner, _| json!([inner]))
}

/// The deepest that compiles, in all ways at once.
pub fn at_the_limits() -> Model {
    Model::default()
        .nested("List", LISTS, list)
        .nested("Map", MAPS, map)
        .nested("Structure", STRUCTURES, structure)
        .nested("Union", UNIONS, union)
}

/// How many lists, and so on, may be within each other: see `tinsmith::limits::TYPE_DEPTH`.
pub const LISTS: usize = 25;
pub const MAPS: usize = 19;
pub const STRUCTURES: usize = 38;
pub const UNIONS: usize = 77;
