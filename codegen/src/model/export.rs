//! Writes the files of a model as one JSON AST 2.0, merged and nothing more: mixins are kept, values stay as
//! they are written, and only what is left of Smithy 1.0 is put into the words of 2.0.
//!
//! <https://smithy.io/2.0/spec/json-ast.html>

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::draft::{Draft, Form};
use super::merge::Merged;
use super::shape::{Member, Resource, Service};
use super::shape_id::ShapeId;
use super::traits::Traits;
use crate::diagnostic::{Diagnostics, printable_json};

/// A model as its JSON AST.
#[derive(Debug)]
pub struct Ast {
    /// The text.
    pub text: String,
    /// What is in the files and hardly meant.
    pub warnings: Diagnostics,
    /// Each part of it, by where it is.
    parts: BTreeMap<String, String>,
}

impl Ast {
    /// What another AST says otherwise, in a line each: the ids of shapes, and keys of the metadata.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let keys: BTreeSet<&String> = self.parts.keys().chain(other.parts.keys()).collect();
        let told = keys.into_iter().filter_map(|key| {
            Some(match (self.parts.get(key), other.parts.get(key)) {
                (Some(own), Some(other)) if own == other => return None,
                (Some(_), Some(_)) => format!("{key} is another"),
                (Some(_), None) => format!("{key} is missing"),
                (None, _) => format!("{key} is not in the files"),
            })
        });
        told.collect()
    }
}

/// The JSON AST of a model.
pub(super) fn ast(merged: &Merged, warnings: Diagnostics) -> Ast {
    let applied = applied(merged);
    let mut shapes: BTreeMap<&str, Json<'_>> = BTreeMap::new();
    for draft in merged.drafts.values() {
        let own = draft.members.iter();
        let own = own.filter(|member| !is_inherited(merged, draft, &member.name));
        let own: Vec<&Member> = own.collect();
        shapes.insert(draft.id.as_str(), definition(draft, &own));
    }
    for (id, traits) in &applied {
        let entries = vec![("type", Json::Text("apply")), ("traits", of_traits(traits))];
        shapes.insert(id.as_str(), Json::Object(entries));
    }
    let metadata = merged.metadata.iter();
    let metadata: BTreeMap<&str, Json<'_>> = metadata
        .map(|(key, value)| (key.as_str(), Json::Value(value)))
        .collect();
    let text = |json: &Json<'_>| {
        // Only keys that are no texts could fail, and these are.
        let text = serde_json::to_string_pretty(json).unwrap_or_default();
        printable_json(&text).into_owned()
    };
    let parts_of = |what: &str, parts: &BTreeMap<&str, Json<'_>>| {
        let parts = parts.iter();
        let parts = parts.map(|(key, value)| (format!("{what}`{key}`"), text(value)));
        parts.collect::<Vec<_>>()
    };
    let parts = parts_of("the metadata ", &metadata).into_iter();
    let parts = parts.chain(parts_of("", &shapes)).collect();
    let mut entries = vec![("smithy", Json::Text("2.0"))];
    if !metadata.is_empty() {
        entries.push(("metadata", Json::Object(metadata.into_iter().collect())));
    }
    entries.push(("shapes", Json::Object(shapes.into_iter().collect())));
    Ast {
        text: text(&Json::Object(entries)) + "\n",
        warnings,
        parts,
    }
}

/// The traits that shapes give to members which they have from mixins.
fn applied(merged: &Merged) -> BTreeMap<ShapeId, Traits> {
    let mut all: BTreeMap<ShapeId, Traits> = BTreeMap::new();
    let mut add = |id: &ShapeId, traits: &Traits| {
        for (name, value) in traits.iter() {
            let known = all.entry(id.clone()).or_default();
            known.merge(name, value.clone());
        }
    };
    for applied in merged.for_inherited.values().flatten() {
        add(&applied.id, &applied.traits);
    }
    for draft in merged
        .drafts
        .values()
        .filter(|draft| !draft.mixins.is_empty())
    {
        for member in &draft.members {
            if is_inherited(merged, draft, &member.name) {
                add(&member.id, &member.traits);
            }
        }
    }
    for draft in merged.drafts.values() {
        for (id, traits) in of_later_mixins(merged, draft) {
            all.entry(id).or_insert(traits);
        }
    }
    all
}

/// Of members that several mixins have, and the shape does not mention, the traits of all but the first mixin.
/// Without these, readers that let the first win would miss them.
fn of_later_mixins(merged: &Merged, draft: &Draft) -> Vec<(ShapeId, Traits)> {
    let mut first: HashMap<&str, &Member> = HashMap::new();
    let mut later: BTreeMap<ShapeId, Traits> = BTreeMap::new();
    let mixins = draft.mixins.iter().filter(|_| draft.mixins.len() > 1);
    let mixins = mixins.filter_map(|id| merged.drafts.get(id));
    let own = draft.members.iter().map(|own| own.name.as_str());
    let own: HashSet<&str> = own.filter(|_| draft.mixins.len() > 1).collect();
    let members = mixins.flat_map(|mixin| &mixin.members);
    for member in members.filter(|member| !own.contains(member.name.as_str())) {
        let Some(known) = first.get(member.name.as_str()) else {
            first.insert(&member.name, member);
            continue;
        };
        for (name, value) in member.traits.iter() {
            if known.traits.raw(name) != Some(value) {
                let id = draft.id.with_member(&member.name);
                later.entry(id).or_default().set(name, value.clone());
            }
        }
    }
    later.into_iter().collect()
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
