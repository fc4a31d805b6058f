//! Makes a draft of a definition: ids are parsed, and the type decides what is taken over.

use std::collections::BTreeMap;

use super::ast::{Definition, MemberDefinition, Reference};
use super::draft::{Draft, Form};
use super::shape::{Member, Operation, Resource, Service, ShapeKind};
use super::shape_id::{ShapeId, is_identifier};
use super::sources::{Origin, Sources};
use super::traits::{Trait, UniqueItems};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};

/// The types of shapes in Smithy 2.0.
pub(super) const TYPES: [&str; 22] = [
    "blob",
    "boolean",
    "string",
    "byte",
    "short",
    "integer",
    "long",
    "float",
    "double",
    "bigInteger",
    "bigDecimal",
    "timestamp",
    "document",
    "list",
    "map",
    "structure",
    "union",
    "enum",
    "intEnum",
    "service",
    "resource",
    "operation",
];

/// Makes a draft of one definition.
pub(super) struct Definer<'a> {
    id: &'a ShapeId,
    file: usize,
    sources: &'a Sources,
    problems: &'a mut Vec<Diagnostic>,
    /// Whether all was well so far.
    sound: bool,
}

impl<'a> Definer<'a> {
    pub(super) fn new(
        id: &'a ShapeId,
        file: usize,
        sources: &'a Sources,
        problems: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            id,
            file,
            sources,
            problems,
            sound: true,
        }
    }

    /// The draft; `None` where the definition makes no sense, which is reported.
    pub(super) fn define(&mut self, mut definition: Definition, origin: Origin) -> Option<Draft> {
        if definition.kind == "set" {
            // A list in all but name, also in Smithy 2.0, where it is no longer written so.
            definition
                .traits
                .set_default(UniqueItems::ID, &serde_json::json!({}));
            "list".clone_into(&mut definition.kind);
        }
        let form = self.form(&definition);
        let members = self.members(&mut definition);
        let mixins = self.references("mixins", &definition.mixins);
        let draft = Draft {
            id: self.id.clone(),
            form: form?,
            members,
            traits: definition.traits,
            mixins,
            origin,
        };
        self.sound.then_some(draft)
    }

    fn form(&mut self, definition: &Definition) -> Option<Form> {
        Some(match definition.kind.as_str() {
            "blob" => Form::Simple(ShapeKind::Blob),
            "boolean" => Form::Simple(ShapeKind::Boolean),
            "string" => Form::Simple(ShapeKind::String),
            "byte" => Form::Simple(ShapeKind::Byte),
            "short" => Form::Simple(ShapeKind::Short),
            "integer" => Form::Simple(ShapeKind::Integer),
            "long" => Form::Simple(ShapeKind::Long),
            "float" => Form::Simple(ShapeKind::Float),
            "double" => Form::Simple(ShapeKind::Double),
            "bigInteger" => Form::Simple(ShapeKind::BigInteger),
            "bigDecimal" => Form::Simple(ShapeKind::BigDecimal),
            "timestamp" => Form::Simple(ShapeKind::Timestamp),
            "document" => Form::Simple(ShapeKind::Document),
            "list" => Form::List,
            "map" => Form::Map,
            "structure" => Form::Structure,
            "union" => Form::Union,
            "enum" => Form::Enum,
            "intEnum" => Form::IntEnum,
            "service" => Form::Service(self.service(definition)),
            "resource" => Form::Resource(Box::new(self.resource(definition))),
            "operation" => Form::Operation(self.operation(definition)),
            unknown => {
                let problem = Diagnostic::new(
                    Code::UnknownShapeType,
                    format!(
                        "`{}` has the type `{unknown}`, which Smithy does not have",
                        self.id.name()
                    ),
                );
                let help = did_you_mean(unknown, TYPES)
                    .unwrap_or_else(|| format!("use one of {}", TYPES.join(", ")));
                self.report(problem.help(help), self.id, &["type"]);
                return None;
            }
        })
    }

    fn service(&mut self, definition: &Definition) -> Service {
        let mut rename = BTreeMap::new();
        for (id, name) in &definition.rename {
            if let Some(id) = self.id(id, &["rename", id]) {
                rename.insert(id, name.clone());
            }
        }
        Service {
            version: definition.version.clone(),
            operations: self.references("operations", &definition.operations),
            resources: self.references("resources", &definition.resources),
            errors: self.references("errors", &definition.errors),
            rename,
        }
    }

    fn resource(&mut self, definition: &Definition) -> Resource {
        Resource {
            create: self.reference("create", definition.create.as_ref()),
            put: self.reference("put", definition.put.as_ref()),
            read: self.reference("read", definition.read.as_ref()),
            update: self.reference("update", definition.update.as_ref()),
            delete: self.reference("delete", definition.delete.as_ref()),
            list: self.reference("list", definition.list.as_ref()),
            operations: self.references("operations", &definition.operations),
            collection_operations: self
                .references("collectionOperations", &definition.collection_operations),
            resources: self.references("resources", &definition.resources),
            identifiers: self.named("identifiers", &definition.identifiers),
            properties: self.named("properties", &definition.properties),
        }
    }

    fn operation(&mut self, definition: &Definition) -> Operation {
        let input = self.reference("input", definition.input.as_ref());
        let output = self.reference("output", definition.output.as_ref());
        Operation {
            input: input.unwrap_or_else(ShapeId::unit),
            output: output.unwrap_or_else(ShapeId::unit),
            errors: self.references("errors", &definition.errors),
        }
    }

    fn members(&mut self, definition: &mut Definition) -> Vec<Member> {
        let mut members = Vec::new();
        match definition.kind.as_str() {
            "list" => members.extend(self.member("member", definition.member.take())),
            "map" => {
                members.extend(self.member("key", definition.key.take()));
                members.extend(self.member("value", definition.value.take()));
            }
            "structure" | "union" | "enum" | "intEnum" => {
                for (name, member) in definition.members.0.drain(..) {
                    members.extend(self.member(&name, Some(member)));
                }
            }
            _ => {}
        }
        members
    }

    fn member(&mut self, name: &str, member: Option<MemberDefinition>) -> Option<Member> {
        let member = member?;
        if !is_identifier(name) {
            let message = format!("`{name}` cannot be the name of a member");
            let problem = Diagnostic::new(Code::InvalidShapeId, message)
                .help("use letters, digits and `_`, and no digit first");
            self.report(problem, self.id, &["members", name]);
            return None;
        }
        let id = self.id.with_member(name);
        Some(Member {
            target: self.id_in(&id, &member.target, &["target"])?,
            id,
            name: name.to_owned(),
            traits: member.traits,
        })
    }

    fn named(
        &mut self,
        property: &str,
        references: &BTreeMap<String, Reference>,
    ) -> BTreeMap<String, ShapeId> {
        let named = references.iter().filter_map(|(name, reference)| {
            let id = self.id(&reference.target, &[property, name, "target"])?;
            Some((name.clone(), id))
        });
        named.collect()
    }

    fn references(&mut self, property: &str, references: &[Reference]) -> Vec<ShapeId> {
        let ids = references
            .iter()
            .enumerate()
            .filter_map(|(index, reference)| {
                self.id(&reference.target, &[property, &index.to_string(), "target"])
            });
        ids.collect()
    }

    fn reference(&mut self, property: &str, reference: Option<&Reference>) -> Option<ShapeId> {
        self.id(&reference?.target, &[property, "target"])
    }

    fn id(&mut self, text: &str, keys: &[&str]) -> Option<ShapeId> {
        self.id_in(self.id, text, keys)
    }

    fn id_in(&mut self, holder: &ShapeId, text: &str, keys: &[&str]) -> Option<ShapeId> {
        match text.parse() {
            Ok(id) => Some(id),
            Err(error) => {
                let problem = Diagnostic::new(Code::InvalidShapeId, format!("{error}"))
                    .help("write it as `namespace#Name`");
                self.report(problem, holder, keys);
                None
            }
        }
    }

    fn report(&mut self, problem: Diagnostic, holder: &ShapeId, keys: &[&str]) {
        self.sound = false;
        let place = self.sources.locate_in(self.file, holder, keys);
        self.problems.push(problem.shape(holder).at(place));
    }
}
