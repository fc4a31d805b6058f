//! The JSON of a service's own protocol, as the tests that its model carries have it, is read by serde as the
//! protocol reads it: wherever names in it are those of the model.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use tinsmith::ir::{Binding, Operation, Service, Shape, Structure, Type};
use tinsmith::rust::{Ident, Scope};
use tinsmith::{ServiceSpec, lower, model, protocol, select};

/// Tests of the crate of this name which has this service alone, and how many bodies they read.
pub fn tests(krate: &str, module: &str, spec: &ServiceSpec) -> (String, usize) {
    let model = model::load(&spec.model).unwrap_or_else(|problems| panic!("{problems}"));
    let shape = select::service(&model, spec.service.as_deref()).expect("a service");
    let selection = select::select(&model, Some(shape.id.as_str()), None).expect("operations");
    let protocol = protocol::choose(&model, shape, spec.protocol.as_ref()).expect("a protocol");
    let service = lower::lower(&model, &selection, &protocol.rules(), &mut Scope::default());
    let service = service.unwrap_or_else(|problems| panic!("{problems:?}"));
    let cases = Cases::of(&spec.model[0], protocol.id());
    let (krate, module) = (krate.replace('-', "_"), Ident::new(module));
    let mut code = PREAMBLE.replace("KRATE", &krate);
    let mut count = 0;
    for (path, structure, bodies) in messages(&service, &cases) {
        if structure.streamed().is_some() || !names_agree(&service, structure, 0) {
            continue;
        }
        for body in bodies {
            count += 1;
            let _ = writeln!(
                code,
                "    same::<{krate}::{module}::{path}::{}>(r####\"{body}\"####);",
                structure.name
            );
        }
    }
    (code + "}\n", count)
}

/// What compares both ways to read a body. A number that is none is equal to nothing, so what is written
/// of both is compared; and of a float 15 digits, which `serde_json` reads without its feature `float_roundtrip`.
const PREAMBLE: &str = r#"//! JSON that a model shows is read by serde as its protocol reads it.
#![cfg(feature = "serde")]
#![allow(deprecated, reason = "all types are tested")]

use KRATE::support::json::Json;
use KRATE::support::wire;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn rounded(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => {
            format!("{:.14e}", number.as_f64().expect("a float")).into()
        }
        Value::Array(items) => items.into_iter().map(rounded).collect(),
        Value::Object(members) => {
            let members = members.into_iter();
            members.map(|(name, value)| (name, rounded(value))).collect()
        }
        other => other,
    }
}

fn same<T: wire::Decode + Serialize + DeserializeOwned>(json: &str) {
    let value = |value: &T| rounded(serde_json::to_value(value).expect("it is written"));
    let of_protocol = wire::read::<Json, T>(json.as_bytes());
    let of_protocol = of_protocol.unwrap_or_else(|error| panic!("{error}: {json}"));
    let of_serde: T = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(value(&of_serde), value(&of_protocol), "{json}");
}

#[test]
fn the_json_of_the_protocol_is_read() {
"#;

/// The messages of a service, each with the module that it is in, and the bodies of it that are shown.
fn messages<'s>(service: &'s Service, cases: &Cases) -> Vec<(String, &'s Structure, Vec<String>)> {
    let of = |operation: &Operation, kind| cases.bodies(operation.id.as_str(), kind);
    let operations = service.operations.iter().flat_map(|operation| {
        let module = operation.name.to_string();
        [
            (module.clone(), &operation.input, of(operation, "Request")),
            (module, &operation.output, of(operation, "Response")),
        ]
    });
    let errors = service.errors.iter().map(|error| {
        let bodies = cases.bodies(error.id.as_str(), "Response");
        ("errors".to_owned(), error, bodies)
    });
    operations.chain(errors).collect()
}

/// Whether all that is in a body of this structure is called there as in the model, and is as exact.
fn names_agree(service: &Service, structure: &Structure, depth: usize) -> bool {
    structure.members.iter().all(|member| {
        let is_in_body = depth > 0 || member.binding == Binding::Body;
        let is_elsewhere = depth == 0 && !matches!(member.binding, Binding::Payload(_));
        let agrees = member.id.member() == Some(member.wire_name.as_str())
            && agree(service, &member.type_, depth + 1);
        match is_in_body {
            true => agrees,
            // A payload is the body itself, and no member of one.
            false => is_elsewhere,
        }
    })
}

/// Of a big number `serde_json` gives the digits that a float has, unless its feature `arbitrary_precision` is on.
fn has_big_numbers(type_: &Type) -> bool {
    match type_ {
        Type::BigInteger | Type::BigDecimal => true,
        Type::List(element) | Type::Map(_, element) => has_big_numbers(&element.type_),
        _ => false,
    }
}

fn agree(service: &Service, type_: &Type, depth: usize) -> bool {
    let mut names = type_.named().into_iter();
    let is_of_json = !has_big_numbers(type_);
    is_of_json
        && names.all(|name| {
            let shape = service.types.iter().find(|shape| shape.name() == name);
            match shape {
                // What is within itself has been looked at by then.
                _ if depth > 8 => true,
                Some(Shape::Structure(structure)) => names_agree(service, structure, depth),
                Some(Shape::Union(union)) => union.values().all(|variant| {
                    let agrees = variant.id.member() == Some(variant.wire_name.as_str());
                    let types = variant.type_.as_ref();
                    agrees && types.is_none_or(|type_| agree(service, type_, depth + 1))
                }),
                Some(Shape::Enum(_)) | None => true,
            }
        })
}

/// The tests that a model has, in its JSON.
struct Cases {
    shapes: Value,
    protocol: &'static str,
}

impl Cases {
    fn of(model: &Path, protocol: &'static str) -> Self {
        let text = std::fs::read_to_string(model).expect("a model");
        let mut model: Value = serde_json::from_str(&text).expect("JSON");
        Self {
            shapes: model["shapes"].take(),
            protocol,
        }
    }

    /// The bodies of the tests of a shape, of requests or of responses, that are objects of JSON.
    fn bodies(&self, id: &str, kind: &str) -> Vec<String> {
        let tests = &self.shapes[id]["traits"][format!("smithy.test#http{kind}Tests")];
        let tests = tests.as_array().into_iter().flatten();
        let of_protocol = tests.filter(|test| test["protocol"] == self.protocol);
        let bodies = of_protocol.filter_map(|test| test["body"].as_str());
        let is_object =
            |body: &&str| serde_json::from_str::<Value>(body).is_ok_and(|value| value.is_object());
        bodies.filter(is_object).map(str::to_owned).collect()
    }
}
