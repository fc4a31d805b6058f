//! Writes the files of a model as one JSON AST 2.0, merged and nothing more: mixins are kept, values stay as
//! they are written, and only what is left of Smithy 1.0 is put into the words of 2.0.
//!
//! <https://smithy.io/2.0/spec/json-ast.html>

use std::collections::{BTreeMap, HashSet};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::draft::{Draft, Form};
use super::merge::Merged;
use super::shape::{Member, Resource, Service};
use super::shape_id::ShapeId;
use super::traits::Traits;
use crate::diagnostic::printable_json;

/// The JSON AST of a model.
pub(super) fn ast(merged: &Merged) -> String {
    let mut shapes: BTreeMap<&str, Json<'_>> = BTreeMap::new();
    let mut applied = applied(merged);
    for draft in merged.drafts.values() {
        let (inherited, own): (Vec<&Member>, Vec<&Member>) = draft
            .members
            .iter()
            .partition(|member| is_inherited(merged, draft, &member.name));
        for member in inherited {
            let traits = applied.entry(member.id.as_str()).or_default();
            for (id, value) in member.traits.iter() {
                traits.merge(id, value.clone());
            }
        }
        shapes.insert(draft.id.as_str(), definition(draft, &own));
    }
    applied.retain(|_, traits| traits.iter().next().is_some());
    for (id, traits) in &applied {
        let entries = vec![("type", Json::Text("apply")), ("traits", of_traits(traits))];
        shapes.insert(id, Json::Object(entries));
    }
    let mut entries = vec![("smithy", Json::Text("2.0"))];
    if !merged.metadata.is_empty() {
        let metadata = merged.metadata.iter();
        let metadata = metadata.map(|(key, value)| (key.as_str(), Json::Value(value)));
        entries.push(("metadata", Json::Object(metadata.collect())));
    }
    entries.push(("shapes", Json::Object(shapes.into_iter().collect())));
    let text = serde_json::to_string_pretty(&Json::Object(entries));
    // Only keys that are no texts could fail, and these are.
    let text = text.unwrap_or_default() + "\n";
    printable_json(&text).into_owned()
}

/// Traits that are applied to members that shapes get from mixins.
fn applied(merged: &Merged) -> BTreeMap<&str, Traits> {
    let mut all: BTreeMap<&str, Traits> = BTreeMap::new();
    for applied in merged.for_inherited.values().flatten() {
        let traits = all.entry(applied.id.as_str()).or_default();
        for (id, value) in applied.traits.iter() {
            traits.merge(id, value.clone());
        }
    }
    all
}

/// Whether a shape gets a member of this name from its mixins, or from theirs.
fn is_inherited(merged: &Merged, draft: &Draft, name: &str) -> bool {
    let mut next: Vec<&ShapeId> = draft.mixins.iter().collect();
    let mut known: HashSet<&ShapeId> = next.iter().copied().collect();
    while let Some(mixin) = next.pop().and_then(|id| merged.drafts.get(id)) {
        if mixin.members.iter().any(|member| member.name == name) {
            return true;
        }
        next.extend(mixin.mixins.iter().filter(|id| known.insert(*id)));
    }
    false
}

/// JSON that keeps the order of objects: members have one.
enum Json<'a> {
    Text(&'a str),
    Value(&'a Value),
    List(Vec<Self>),
    Object(Vec<(&'a str, Self)>),
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Value(value) => value.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

type Entries<'a> = Vec<(&'a str, Json<'a>)>;

/// A shape, of whose members only those are written that are its own.
fn definition<'a>(draft: &'a Draft, own: &[&'a Member]) -> Json<'a> {
    let mut entries: Entries<'a> = vec![("type", Json::Text(draft.form.type_name()))];
    list(&mut entries, "mixins", &draft.mixins);
    let members = own
        .iter()
        .map(|member| (member.name.as_str(), of_member(member)));
    match &draft.form {
        Form::Structure | Form::Union | Form::Enum | Form::IntEnum => {
            entries.push(("members", Json::Object(members.collect())));
        }
        Form::Service(service) => of_service(&mut entries, service),
        Form::Resource(resource) => of_resource(&mut entries, resource),
        Form::Operation(operation) => {
            entries.push(("input", reference(&operation.input)));
            entries.push(("output", reference(&operation.output)));
            list(&mut entries, "errors", &operation.errors);
        }
        Form::List | Form::Map => entries.extend(members),
        Form::Simple(_) => {}
    }
    with_traits(&mut entries, &draft.traits);
    Json::Object(entries)
}

fn of_member(member: &Member) -> Json<'_> {
    let mut entries = vec![("target", Json::Text(member.target.as_str()))];
    with_traits(&mut entries, &member.traits);
    Json::Object(entries)
}

fn of_service<'a>(entries: &mut Entries<'a>, service: &'a Service) {
    if !service.version.is_empty() {
        entries.push(("version", Json::Text(&service.version)));
    }
    list(entries, "operations", &service.operations);
    list(entries, "resources", &service.resources);
    list(entries, "errors", &service.errors);
    if !service.rename.is_empty() {
        let rename = service.rename.iter();
        let rename = rename.map(|(id, name)| (id.as_str(), Json::Text(name)));
        entries.push(("rename", Json::Object(rename.collect())));
    }
}

fn of_resource<'a>(entries: &mut Entries<'a>, resource: &'a Resource) {
    named(entries, "identifiers", &resource.identifiers);
    named(entries, "properties", &resource.properties);
    entries.extend(resource.lifecycle().map(|(key, id)| (key, reference(id))));
    list(entries, "operations", &resource.operations);
    list(
        entries,
        "collectionOperations",
        &resource.collection_operations,
    );
    list(entries, "resources", &resource.resources);
}

fn reference(id: &ShapeId) -> Json<'_> {
    Json::Object(vec![("target", Json::Text(id.as_str()))])
}

fn list<'a>(entries: &mut Entries<'a>, key: &'a str, ids: &'a [ShapeId]) {
    if !ids.is_empty() {
        entries.push((key, Json::List(ids.iter().map(reference).collect())));
    }
}

fn named<'a>(entries: &mut Entries<'a>, key: &'a str, ids: &'a BTreeMap<String, ShapeId>) {
    if !ids.is_empty() {
        let ids = ids.iter().map(|(name, id)| (name.as_str(), reference(id)));
        entries.push((key, Json::Object(ids.collect())));
    }
}

fn with_traits<'a>(entries: &mut Entries<'a>, traits: &'a Traits) {
    if traits.iter().next().is_some() {
        entries.push(("traits", of_traits(traits)));
    }
}

fn of_traits(traits: &Traits) -> Json<'_> {
    let traits = traits.iter().map(|(id, value)| (id, Json::Value(value)));
    Json::Object(traits.collect())
}
