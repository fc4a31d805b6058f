//! References lead to shapes that exist and that can be used there.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, ask, nearest};
use crate::model::draft::{Draft, Form};
use crate::model::merge::Merged;
use crate::model::prelude;
use crate::model::shape_id::{ShapeId, is_identifier};
use crate::model::sources::Sources;
use crate::model::traits::Mixin;

/// Checks the references of all drafts.
pub(super) fn check(merged: &Merged, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let mut references = References {
        merged,
        sources,
        problems,
        names: None,
        suggested: BTreeMap::new(),
    };
    for draft in merged.drafts.values() {
        references.check(draft);
    }
}

/// What a reference has to lead to.
#[derive(Clone, Copy)]
struct Wanted {
    /// How the reference is called in messages, e.g. `the input of an operation`.
    role: &'static str,
    /// The types of shapes that will do; any type of data where there are none.
    types: &'static [&'static str],
}

impl Wanted {
    const fn new(role: &'static str, types: &'static [&'static str]) -> Self {
        Self { role, types }
    }

    fn accepts(self, type_name: &str) -> bool {
        match self.types {
            [] => !["service", "resource", "operation"].contains(&type_name),
            types => types.contains(&type_name),
        }
    }

    fn help(self) -> String {
        match self.types {
            [] => "refer to a shape that values can have".to_owned(),
            types => format!("refer to a shape of type {}", types.join(" or ")),
        }
    }
}

const MEMBER: Wanted = Wanted::new("the target of a member", &[]);
const MAP_KEY: Wanted = Wanted::new("the key of a map", &["string", "enum"]);
const INPUT: Wanted = Wanted::new("the input of an operation", &["structure"]);
const OUTPUT: Wanted = Wanted::new("the output of an operation", &["structure"]);
const ERROR: Wanted = Wanted::new("an error", &["structure"]);
const OPERATION: Wanted = Wanted::new("an operation", &["operation"]);
const RESOURCE: Wanted = Wanted::new("a resource", &["resource"]);
const DATA: Wanted = Wanted::new("an identifier or property of a resource", &[]);

/// How many missing targets are compared with all names. Where more are missing, it is a file
/// that is, and no letter.
const GUESSES: usize = 100;

struct References<'a> {
    merged: &'a Merged,
    sources: &'a Sources,
    problems: &'a mut Vec<Diagnostic>,
    /// Ids by name, made when the first name has to be guessed.
    names: Option<BTreeMap<&'a str, Vec<&'a ShapeId>>>,
    /// What was suggested for a missing target, which may be missed in many places.
    suggested: BTreeMap<ShapeId, String>,
}

impl<'a> References<'a> {
    fn check(&mut self, draft: &'a Draft) {
        let id = &draft.id;
        for member in &draft.members {
            let is_key = draft.form == Form::Map && member.name == "key";
            let wanted = if is_key { MAP_KEY } else { MEMBER };
            self.follow(&member.id, &["target"], &member.target, wanted);
        }
        for (index, mixin) in draft.mixins.iter().enumerate() {
            if self.type_of(mixin).is_none() {
                self.missing(id, &["mixins", &index.to_string(), "target"], mixin);
            }
        }
        match &draft.form {
            Form::Service(service) => {
                self.follow_all(id, "operations", &service.operations, OPERATION);
                self.follow_all(id, "resources", &service.resources, RESOURCE);
                self.follow_all(id, "errors", &service.errors, ERROR);
                for (renamed, name) in &service.rename {
                    self.new_name(id, renamed, name);
                }
            }
            Form::Operation(operation) => {
                self.follow(id, &["input", "target"], &operation.input, INPUT);
                self.follow(id, &["output", "target"], &operation.output, OUTPUT);
                self.follow_all(id, "errors", &operation.errors, ERROR);
            }
            Form::Resource(resource) => {
                for (name, operation) in resource.lifecycle() {
                    self.follow(id, &[name, "target"], operation, OPERATION);
                }
                let others = &resource.collection_operations;
                self.follow_all(id, "operations", &resource.operations, OPERATION);
                self.follow_all(id, "collectionOperations", others, OPERATION);
                self.follow_all(id, "resources", &resource.resources, RESOURCE);
                for (name, target) in &resource.identifiers {
                    self.follow(id, &["identifiers", name, "target"], target, DATA);
                }
                for (name, target) in &resource.properties {
                    self.follow(id, &["properties", name, "target"], target, DATA);
                }
            }
            _ => {}
        }
    }

    /// Another name for a shape is one that shapes can have.
    fn new_name(&mut self, id: &ShapeId, renamed: &ShapeId, name: &str) {
        if !is_identifier(name) {
            let message = format!("a shape cannot be renamed to `{name}`: it is no name");
            let help = "write it with letters, digits and `_`, no digit first".to_owned();
            let keys = ["rename", renamed.as_str()];
            self.report(Code::InvalidShapeId, message, id, &keys, help);
        }
    }

    fn follow_all(&mut self, id: &ShapeId, property: &str, targets: &[ShapeId], wanted: Wanted) {
        for (index, target) in targets.iter().enumerate() {
            self.follow(
                id,
                &[property, &index.to_string(), "target"],
                target,
                wanted,
            );
        }
    }

    fn follow(&mut self, id: &ShapeId, keys: &[&str], target: &ShapeId, wanted: Wanted) {
        let Some(type_name) = self.type_of(target) else {
            return self.missing(id, keys, target);
        };
        let draft = self.merged.drafts.get(target);
        let is_mixin = draft.is_some_and(|draft| draft.traits.has::<Mixin>());
        let (found, help) = if is_mixin {
            (
                "a mixin".to_owned(),
                "refer to a shape that uses the mixin".to_owned(),
            )
        } else if wanted.accepts(type_name) {
            return;
        } else {
            (format!("of type {type_name}"), wanted.help())
        };
        let message = format!("`{target}` is {found} and cannot be {}", wanted.role);
        self.report(Code::WrongTarget, message, id, keys, help);
    }

    /// The type of a shape, which may be one of the prelude.
    fn type_of(&self, id: &ShapeId) -> Option<&'static str> {
        match self.merged.drafts.get(id) {
            Some(draft) => Some(draft.form.type_name()),
            None => Some(prelude::shape(id)?.kind.type_name()),
        }
    }

    fn missing(&mut self, id: &ShapeId, keys: &[&str], target: &ShapeId) {
        if self.merged.unread.contains(target) {
            return;
        }
        let message = format!("no file defines `{target}`, which is referred to here");
        let help = match self.suggested.get(target) {
            Some(help) => help.clone(),
            None => self.suggest(target),
        };
        self.suggested.insert(target.clone(), help.clone());
        self.report(Code::MissingTarget, message, id, keys, help);
    }

    fn suggest(&mut self, target: &ShapeId) -> String {
        let merged = self.merged;
        let names = self.names.get_or_insert_with(|| {
            let mut names: BTreeMap<&'a str, Vec<&'a ShapeId>> = BTreeMap::new();
            let prelude = prelude::ids().map(|id| -> &'a ShapeId { id });
            for id in merged.drafts.keys().chain(prelude) {
                names.entry(id.name()).or_default().push(id);
            }
            names
        });
        let near = if self.suggested.len() < GUESSES {
            nearest(target.name(), names.keys().copied())
        } else {
            Vec::new()
        };
        let ids = near.iter().flat_map(|name| &names[name]);
        let ids: BTreeSet<&str> = ids.map(|id| id.as_str()).collect();
        let ids: Vec<&str> = ids.into_iter().collect();
        ask(&ids).unwrap_or_else(|| {
            let namespace = target.namespace();
            if merged.drafts.keys().any(|id| id.namespace() == namespace) {
                "correct the id, or define the shape".to_owned()
            } else {
                format!("give the file that defines `{namespace}` too")
            }
        })
    }

    fn report(&mut self, code: Code, message: String, id: &ShapeId, keys: &[&str], help: String) {
        self.problems.push(
            Diagnostic::new(code, message)
                .shape(id)
                .at(self.sources.locate(id, keys))
                .help(help),
        );
    }
}
