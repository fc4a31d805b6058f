//! The record of a model: as much of it as callers depend on, as a Smithy model again. Only the
//! chosen operations and what they reach are in it, one shape a line; documentation is there as a
//! hash, which tells that it changed and not from what. Of the protocols that the service lists there is
//! the one that is taken.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostic::printable_json;
use crate::hash::fnv_1a;
use crate::lower::{auth, docs};
use crate::model::traits::{
    Documentation, EndpointTests, Examples, ExternalDocumentation, HttpRequestTests,
    HttpResponseTests, Trait,
};
use crate::model::{Member, Model, Operation, Service, Shape, ShapeId, ShapeKind, Traits};
use crate::protocol;
use crate::select::Selection;

/// Traits that say nothing to the code that is generated.
const LEFT_OUT: &[&str] = &[
    EndpointTests::ID,
    Examples::ID,
    ExternalDocumentation::ID,
    HttpRequestTests::ID,
    HttpResponseTests::ID,
    "smithy.api#tags",
    "smithy.test#httpMalformedRequestTests",
    "smithy.test#smokeTests",
];

/// The record of what was chosen of a model, as it speaks the protocol of this id.
pub(crate) fn of(
    model: &Model,
    selection: &Selection<'_>,
    protocol: &str,
    docs: &docs::Rendered<'_>,
) -> String {
    let reached = selection.shapes.iter().filter(|id| !id.is_prelude());
    let shapes = reached.filter_map(|id| model.shape(id));
    let shapes = shapes
        .chain(selection.operations.iter().copied())
        .chain(auth::definitions(model, selection.service));
    let mut definitions: BTreeMap<&ShapeId, String> = shapes
        .map(|shape| (&shape.id, definition(shape, docs)))
        .collect();
    let service = service(model, selection, protocol, docs);
    definitions.insert(&selection.service.id, service);
    let lines: Vec<String> = definitions
        .iter()
        .map(|(id, shape)| format!("{}:{shape}", text(id.as_str())))
        .collect();
    let record = format!(
        "{{\"smithy\":\"2.0\",\"shapes\":{{\n{}\n}}}}",
        lines.join(",\n")
    );
    printable_json(&record).into_owned()
}

/// The service with the chosen operations, which are bound to it alone here.
fn service(
    model: &Model,
    selection: &Selection<'_>,
    protocol: &str,
    docs: &docs::Rendered<'_>,
) -> String {
    let Service {
        version,
        errors,
        rename,
        ..
    } = selection.service();
    let is_reached = |id: &&ShapeId| selection.shapes.contains(*id);
    let operations = selection.operations.iter().map(|operation| &operation.id);
    let rename = rename.iter().filter(|(id, _)| is_reached(id));
    let rename = rename.map(|(id, name)| (id.as_str(), text(name)));
    let listed = protocol::listed(model, selection.service).into_iter();
    let others = listed.map(|one| one.id).filter(|id| *id != protocol);
    let left_out: Vec<&str> = LEFT_OUT.iter().copied().chain(others).collect();
    object([
        ("type", text("service")),
        ("version", text(version)),
        ("operations", references(operations)),
        ("errors", references(errors.iter().filter(is_reached))),
        ("rename", object(rename)),
        (
            "traits",
            traits_but(&selection.service.traits, &left_out, docs),
        ),
    ])
}

fn definition(shape: &Shape, docs: &docs::Rendered<'_>) -> String {
    let mut entries = vec![("type", text(shape.kind.type_name()))];
    match &shape.kind {
        ShapeKind::List { member } => entries.push(("member", self::member(member, docs))),
        ShapeKind::Map { key, value } => {
            entries.push(("key", member(key, docs)));
            entries.push(("value", member(value, docs)));
        }
        ShapeKind::Operation(Operation {
            input,
            output,
            errors,
        }) => {
            entries.push(("input", reference(input)));
            entries.push(("output", reference(output)));
            entries.push(("errors", references(errors.iter())));
        }
        kind => {
            let members = kind
                .members()
                .map(|member| (member.name.as_str(), self::member(member, docs)));
            entries.push(("members", object(members)));
        }
    }
    entries.push(("traits", traits(&shape.traits, docs)));
    object(entries)
}

fn member(member: &Member, docs: &docs::Rendered<'_>) -> String {
    object([
        ("target", text(member.target.as_str())),
        ("traits", traits(&member.traits, docs)),
    ])
}

fn reference(id: &ShapeId) -> String {
    object([("target", text(id.as_str()))])
}

fn references<'a>(ids: impl Iterator<Item = &'a ShapeId>) -> String {
    let references: Vec<String> = ids.map(reference).collect();
    match references.as_slice() {
        [] => String::new(),
        references => format!("[{}]", references.join(",")),
    }
}

fn traits(traits: &Traits, docs: &docs::Rendered<'_>) -> String {
    traits_but(traits, LEFT_OUT, docs)
}

fn traits_but(traits: &Traits, left_out: &[&str], docs: &docs::Rendered<'_>) -> String {
    let kept = traits.iter().filter(|(id, _)| !left_out.contains(id));
    object(kept.filter_map(|(id, value)| {
        let value = if id == Documentation::ID {
            hashed(value, docs)?
        } else {
            // Every build writes the same, whatever order the objects of serde_json keep in it.
            let mut value = value.clone();
            value.sort_all_objects();
            value.to_string()
        };
        Some((id, value))
    }))
}

/// An object with these entries in their order, which is that of members; `Value` has an order of
/// its own. Entries without a value are left out, and without any there is no object.
fn object<'a>(entries: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let entries = entries.into_iter().filter(|(_, value)| !value.is_empty());
    let entries: Vec<String> = entries
        .map(|(key, value)| format!("{}:{value}", text(key)))
        .collect();
    match entries.as_slice() {
        [] => String::new(),
        entries => format!("{{{}}}", entries.join(",")),
    }
}

fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// What stands for documentation: nothing where it comes out empty.
fn hashed(documentation: &Value, docs: &docs::Rendered<'_>) -> Option<String> {
    let markdown = docs.markdown(documentation.as_str()?);
    (!markdown.is_empty()).then(|| text(&format!("{:016x}", fnv_1a(markdown.bytes()))))
}
