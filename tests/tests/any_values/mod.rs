//! Values of all types of a crate, as JSON under the names of the model: of each what has all members, and
//! what has some; parts of messages are in these. They are the same on every run.

mod random;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use tinsmith::ir::{
    Element, Enum, EnumKind, EnumValue, Member, Service, Shape, Structure, Type, Union,
};
use tinsmith::rust::{Ident, Scope};
use tinsmith::{CrateSpec, Generated, lower, model, protocol, select};

use random::Random;

/// So deep values are, but for what is required.
const DEPTH: usize = 4;

/// A test for each service of a crate, of which each type is checked by `any_format::check`.
pub fn tests(spec: &CrateSpec, generated: &Generated) -> String {
    let mut code = String::from(
        "//! Values of all types, which are the same in all formats.\n\n\
         #![allow(deprecated, reason = \"all types are tested\")]\n\nuse super::check;\n",
    );
    let mut modules = Scope::default();
    for (service, summary) in spec.services.iter().zip(&generated.services) {
        let model = model::load(&service.model).unwrap_or_else(|problems| panic!("{problems}"));
        let shape = select::service(&model, service.service.as_deref()).expect("a service");
        let selection = select::select(&model, Some(shape.id.as_str()), None).expect("operations");
        let protocol = protocol::choose(&model, shape, service.protocol.as_ref());
        let rules = protocol.expect("a protocol").rules();
        let lowered = lower::lower(&model, &selection, &rules, &mut modules);
        let lowered = lowered.unwrap_or_else(|problems| panic!("{problems:?}"));
        let _ = writeln!(code, "\n#[test]\nfn of_{}() {{", summary.module);
        code += &of_service(&lowered, &Ident::new(&summary.module));
        code += "}\n";
    }
    code
}

fn of_service(service: &Service, module: &Ident) -> String {
    let operations = service.operations.iter().flat_map(|operation| {
        let module = &operation.name;
        [&operation.input, &operation.output].map(|message| (module.to_string(), message))
    });
    let errors = service.errors.iter();
    let messages = operations.chain(errors.map(|error| ("errors".to_owned(), error)));
    let mut values = Values {
        service,
        random: Random::default(),
        is_whole: true,
        has_document: false,
        seen: BTreeSet::new(),
    };
    let mut code = String::new();
    for (inner, structure) in messages.filter(|(_, one)| one.streamed().is_none()) {
        let path = format!("fixtures::{module}::{inner}::{}", structure.name);
        values.check(&mut code, &path, &|values| values.structure(structure, 0));
    }
    // What has been a part of these is compiled already, and need not be alone.
    let seen = std::mem::take(&mut values.seen);
    let others = service.types.iter();
    for shape in others.filter(|shape| !seen.contains(shape.name())) {
        let path = format!("fixtures::{module}::types::{}", shape.name());
        values.check(&mut code, &path, &|values| values.shape(shape, 0));
    }
    code
}

/// What makes values.
struct Values<'s> {
    service: &'s Service,
    random: Random,
    /// Whether each member has a value.
    is_whole: bool,
    /// Whether there is a document in what has been made.
    has_document: bool,
    /// The types of which there have been values.
    seen: BTreeSet<Ident>,
}

impl Values<'_> {
    /// The lines that check a type.
    fn check(&mut self, code: &mut String, path: &str, value: &dyn Fn(&mut Self) -> Value) {
        for is_whole in [true, false] {
            (self.is_whole, self.has_document) = (is_whole, false);
            let (text, has) = (value(self).to_string(), self.has_document);
            let _ = writeln!(code, "    check::<{path}>(r####\"{text}\"####, {has});");
        }
    }

    fn shape(&mut self, shape: &Shape, depth: usize) -> Value {
        match shape {
            Shape::Structure(structure) => self.structure(structure, depth),
            Shape::Union(union) => self.union(union, depth),
            Shape::Enum(enum_) => self.enum_value(enum_),
        }
    }

    fn structure(&mut self, structure: &Structure, depth: usize) -> Value {
        let mut members = Map::new();
        for member in &structure.members {
            if self.has(member, depth) {
                let name = member.id.member().expect("a member has a name");
                let mut value = self.value(&member.type_, depth + 1);
                if value.is_null() {
                    // In place of a member it is its absence.
                    value = json!("a document");
                }
                members.insert(name.to_owned(), value);
            }
        }
        Value::Object(members)
    }

    fn has(&mut self, member: &Member, depth: usize) -> bool {
        let is_wanted = depth < DEPTH && (self.is_whole || self.random.below(2) == 0);
        !member.optional || is_wanted
    }

    fn union(&mut self, union: &Union, depth: usize) -> Value {
        let all: Vec<_> = union.values().collect();
        let shallow: Vec<_> = all.iter().copied().filter(|one| !one.recursive).collect();
        let variants = if depth < DEPTH || shallow.is_empty() {
            &all
        } else {
            &shallow
        };
        let variant = variants[self.random.below(variants.len())];
        let value = match &variant.type_ {
            Some(type_) => self.value(type_, depth + 1),
            None => json!({}),
        };
        // In place of its value a null says that the member is not the one.
        let value = if value.is_null() {
            json!("a document")
        } else {
            value
        };
        json!({ variant.id.member().expect("a member has a name"): value })
    }

    fn enum_value(&mut self, enum_: &Enum) -> Value {
        let known = enum_
            .variants
            .get(self.random.below(enum_.variants.len() + 1));
        match (known.map(|variant| &variant.value), enum_.kind) {
            (Some(EnumValue::String(text)), _) => json!(text),
            (Some(EnumValue::Integer(value)), _) => json!(value),
            (None, EnumKind::String) => json!("none that is \"known\""),
            (None, EnumKind::Integer) => json!(-77_777),
        }
    }

    fn value(&mut self, type_: &Type, depth: usize) -> Value {
        match type_ {
            Type::Boolean => json!(self.random.below(2) == 0),
            Type::Byte => self
                .random
                .one_of(&[json!(i8::MIN), json!(0), json!(i8::MAX)]),
            Type::Short => self
                .random
                .one_of(&[json!(i16::MIN), json!(1), json!(i16::MAX)]),
            Type::Integer => self
                .random
                .one_of(&[json!(i32::MIN), json!(24), json!(i32::MAX)]),
            Type::Long => self
                .random
                .one_of(&[json!(i64::MIN), json!(-1), json!(i64::MAX)]),
            Type::Float => self
                .random
                .one_of(&[json!(0.25), json!(-1.5), json!("-Infinity")]),
            Type::Double => self
                .random
                .one_of(&[json!(1e100), json!(-0.125), json!("Infinity")]),
            Type::BigInteger => json!("-123456789012345678901234567890"),
            Type::BigDecimal => json!("0.1000000000000000000000000000001"),
            Type::String => self
                .random
                .one_of(&["", "a\n\"b\" 'c': # - {", "null", "1.0", "😀"].map(|text| json!(text))),
            Type::Blob => self
                .random
                .one_of(&["", "AA==", "/+8=", "aGFyYm91cg=="].map(|text| json!(text))),
            Type::Timestamp(_) => self.random.one_of(&TIMES.map(|text| json!(text))),
            Type::Document => self.document(depth),
            Type::List(element) => {
                let items = (0..self.length(depth)).map(|_| self.element(element, depth));
                Value::Array(items.collect())
            }
            Type::Map(key, element) => {
                let entries = (0..self.length(depth)).map(|_| {
                    let key = self.value(key, depth);
                    let key = key.as_str().expect("keys are texts").to_owned();
                    (key, self.element(element, depth))
                });
                Value::Object(entries.collect())
            }
            Type::Named(_, name) => self.named(name, depth),
            Type::Stream | Type::Events(_) | Type::Outgoing(_) => unreachable!("no value has one"),
        }
    }

    fn length(&mut self, depth: usize) -> usize {
        match (depth < DEPTH, self.is_whole) {
            (false, _) => 0,
            (true, true) => 2,
            (true, false) => self.random.below(3),
        }
    }

    fn element(&mut self, element: &Element, depth: usize) -> Value {
        if element.sparse && self.random.below(3) == 0 {
            return Value::Null;
        }
        match self.value(&element.type_, depth + 1) {
            // Of an element that may be absent a null is its absence.
            Value::Null if element.sparse => json!("a document"),
            value => value,
        }
    }

    fn named(&mut self, name: &Ident, depth: usize) -> Value {
        let service = self.service;
        self.seen.insert(name.clone());
        if let Some(error) = service.errors.iter().find(|error| error.name == *name) {
            return self.structure(error, depth);
        }
        let shape = service.types.iter().find(|shape| shape.name() == name);
        self.shape(shape.expect("a type of the service"), depth)
    }

    fn document(&mut self, depth: usize) -> Value {
        self.has_document = true;
        match self.random.below(if depth < DEPTH { 8 } else { 6 }) {
            0 => Value::Null,
            1 => json!(u64::MAX),
            2 => json!(-3),
            3 => json!(0.5),
            4 => json!(true),
            5 => json!("a document"),
            6 => Value::Array(vec![self.document(depth + 1), self.document(depth + 1)]),
            _ => json!({ "a": self.document(depth + 1), "b": self.document(depth + 1) }),
        }
    }
}

/// Moments as they are written.
const TIMES: [&str; 4] = [
    "0001-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999999999Z",
    "2019-12-16T23:48:18.52Z",
    "9999-12-31T23:59:59Z",
];

/// The package of tests of these services, and the formats that they are tested in.
pub fn manifest(services: &[String]) -> String {
    format!(
        r#"[package]
name = "formats"
version = "0.0.0"
edition = "2024"

[dependencies]
aws-smithy-types = "1.9"
ciborium = "0.2"
erased-serde = "0.4"
fixtures = {{ path = "../crate", default-features = false, features = {services:?} }}
postcard = {{ version = "1.2", default-features = false, features = ["alloc"] }}
serde = {{ version = "1.0", default-features = false }}
serde_json = "1.0"
toml = {{ version = "1.2", default-features = false, features = ["display", "parse", "serde"] }}
yaml_serde = "0.10"
"#,
        services = [services, &["serde".to_owned()]].concat()
    )
}
