//! The call that an operation's documentation shows, and what it is answered with: the model's own
//! example where it has one, else placeholders, for what is required of the input and for a text of the output.

use serde_json::{Map, Value, json};

use crate::ir::Member as Field;
use crate::ir::{Binding, ExampleAnswer, Structure, Type};
use crate::limits::REQUIRED_MEMBERS;
use crate::model::traits::Examples;
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::rust::snake_case;

/// How deep placeholders go: what is required in what is required, and so on.
pub(super) const MAX_DEPTH: usize = 8;

/// An input of JSON, by the model's member names.
pub(super) fn input(
    model: &Model,
    operation: &Shape,
    input: &ShapeId,
    structure: &Structure,
) -> Value {
    let Some(shape) = model.shape(input) else {
        return json!({});
    };
    let mut example = first_example(operation).unwrap_or_default();
    for (member, _) in structure.required() {
        let name = member.id.member().unwrap_or(&member.wire_name);
        if !example.contains_key(name)
            && let Some(member) = shape.member(name)
        {
            example.insert(name.to_owned(), placeholder(model, member, 0));
        }
    }
    Value::Object(example)
}

/// The first text of an answer, if possible one that the model's example has.
pub(super) fn answer(operation: &Shape, output: &Structure) -> Option<ExampleAnswer> {
    let examples = operation.traits.get::<Examples>();
    let examples = examples.map_or_else(Vec::new, |Examples(examples)| examples);
    let outputs = examples.iter().filter(|example| succeeds(example));
    let outputs: Vec<&Value> = outputs
        .filter_map(|example| example.get("output"))
        .collect();
    let told = |field: &Field| {
        let name = field.id.member().unwrap_or(&field.wire_name);
        let mut texts = outputs
            .iter()
            .filter_map(|output| output.get(name)?.as_str());
        texts.find(|text| is_plain(text)).map(str::to_owned)
    };
    let texts = || output.members.iter().filter(|field| is_text(field));
    let of_example = texts().find_map(|field| Some((field, told(field)?)));
    let (field, text) = of_example.or_else(|| {
        let placeholder = |field: &Field| field.name.as_str().replace('_', "-");
        let texts = texts().map(|field| (field, placeholder(field)));
        texts.into_iter().find(|(_, text)| is_plain(text))
    })?;
    Some(ExampleAnswer {
        member: field.name.clone(),
        optional: field.optional,
        wire_name: field.wire_name.clone(),
        text,
    })
}

/// Whether a field of an output is a text that every format has under the field's name.
fn is_text(field: &Field) -> bool {
    let name = &field.wire_name;
    let is_usual = field.layout.is_none() && is_plain(name) && !name.contains(':');
    let may_be_shown = !field.sensitive && field.deprecated.is_none();
    let is_in_body = field.binding == Binding::Body && field.direction.read;
    field.type_ == Type::String && is_in_body && is_usual && may_be_shown
}

/// Whether no format, and no literal of Rust, has to escape a text, and people would read it.
fn is_plain(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " -_.,:;/+=@*()".contains(c);
    (1..=60).contains(&text.len()) && text.trim() == text && text.chars().all(is_plain)
}

/// The input of the first example that succeeds, and that people would read.
fn first_example(operation: &Shape) -> Option<Map<String, Value>> {
    let Examples(examples) = operation.traits.get::<Examples>()?;
    let inputs = examples.into_iter().filter(succeeds);
    let mut inputs = inputs.filter_map(|example| example.get("input").cloned());
    match inputs.find(is_short)? {
        Value::Object(input) => Some(input),
        _ => None,
    }
}

fn succeeds(example: &Value) -> bool {
    example.get("error").is_none()
}

/// Whether no structure in a value has too many members for one chain of setters.
fn is_short(value: &Value) -> bool {
    match value {
        Value::Object(entries) => {
            entries.len() <= REQUIRED_MEMBERS && entries.values().all(is_short)
        }
        Value::Array(items) => items.iter().all(is_short),
        _ => true,
    }
}

/// A value that has the right type and says what belongs there.
fn placeholder(model: &Model, member: &Member, depth: usize) -> Value {
    let Some(shape) = model.shape(&member.target) else {
        return Value::Null;
    };
    match &shape.kind {
        ShapeKind::Boolean => json!(true),
        ShapeKind::Byte
        | ShapeKind::Short
        | ShapeKind::Integer
        | ShapeKind::Long
        | ShapeKind::BigInteger => json!(1),
        ShapeKind::Float | ShapeKind::Double | ShapeKind::BigDecimal => json!(1.0),
        ShapeKind::Timestamp => json!(0),
        ShapeKind::Enum { members } => enum_value(members).unwrap_or_else(|| json!("")),
        ShapeKind::IntEnum { members } => enum_value(members).unwrap_or_else(|| json!(0)),
        ShapeKind::List { member } if depth < MAX_DEPTH => {
            json!([placeholder(model, member, depth + 1)])
        }
        ShapeKind::Map { value, .. } if depth < MAX_DEPTH => {
            json!({ "key": placeholder(model, value, depth + 1) })
        }
        ShapeKind::Structure { members } if depth < MAX_DEPTH => members
            .iter()
            .filter(|member| member.traits.has::<crate::model::traits::Required>())
            .map(|member| (member.name.clone(), placeholder(model, member, depth + 1)))
            .collect::<Map<_, _>>()
            .into(),
        ShapeKind::Union { members } if depth < MAX_DEPTH => members
            .first()
            .map(|member| (member.name.clone(), placeholder(model, member, depth + 1)))
            .into_iter()
            .collect::<Map<_, _>>()
            .into(),
        ShapeKind::String => json!(text_for(member)),
        ShapeKind::Blob => json!(aws_smithy_types::base64::encode(text_for(member))),
        ShapeKind::List { .. } => json!([]),
        ShapeKind::Map { .. } | ShapeKind::Structure { .. } | ShapeKind::Union { .. } => json!({}),
        ShapeKind::Document
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => Value::Null,
    }
}

/// `license-arn` for `LicenseArn`. An element of a list has no name of its own: its type's name
/// says more.
fn text_for(member: &Member) -> String {
    let name = match member.name.as_str() {
        "member" | "value" => member.target.name(),
        name => name,
    };
    snake_case(name).replace('_', "-")
}

fn enum_value(members: &[Member]) -> Option<Value> {
    let member = members.first()?;
    let value = member.traits.get::<crate::model::traits::EnumValue>();
    Some(value.map_or_else(|| json!(member.name), |value| value.0))
}
