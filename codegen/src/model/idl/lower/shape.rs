//! Definitions of shapes and their members.

use super::Lowering;
use crate::diagnostic::Code;
use crate::model::ast::{Definition, MemberDefinition, Members, Reference};
use crate::model::idl::fault::Fault;
use crate::model::idl::outline::{Key, Spot};
use crate::model::idl::parser::wrong_version;
use crate::model::idl::syntax::{
    Body, Member, Message, Name, Node, NodeValue, Operation, Shape, Span, Target,
};
use crate::model::shape_id::ShapeId;
use crate::model::sources::Version;
use crate::model::traits::{DefaultValue, EnumValue, Trait as _, Traits};

/// A definition in the making, and where its parts are.
pub(super) struct Making {
    pub(super) id: ShapeId,
    pub(super) definition: Definition,
    pub(super) spots: Vec<(Key, Spot)>,
    /// What is underlined where the whole is meant.
    pub(super) head: Span,
}

impl Lowering<'_, '_> {
    pub(super) fn shape(&mut self, shape: Shape<'_>) {
        let Ok(id) = format!("{}#{}", self.namespace, shape.name).parse() else {
            // The grammar lets no other names through.
            return;
        };
        self.check_type(shape.kind, shape.head);
        let (traits, spots) = self.traits(shape.traits);
        let mut definition = Definition::new(shape.kind.to_owned());
        definition.traits = traits;
        let mut making = Making {
            id,
            definition,
            spots: vec![("traits".into(), Spot::new(shape.head).with(spots))],
            head: shape.head,
        };
        let (mixins, spots) = self.references(&shape.mixins);
        making.definition.mixins = mixins;
        making
            .spots
            .push(("mixins".into(), Spot::new(shape.head).with(spots)));
        let resource = shape.resource.and_then(|name| self.shape_id(name));
        match shape.body {
            Body::None => {}
            Body::Members(members) => self.members(&mut making, members, resource.as_ref()),
            Body::Properties(entries) if shape.kind == "service" => {
                self.service(&mut making, entries)
            }
            Body::Properties(entries) => self.resource(&mut making, entries),
            Body::Operation(operation) => self.operation(&mut making, operation),
        }
        let spot = Spot::new(shape.head).with(making.spots);
        self.define(making.id, making.definition, spot, shape.head);
    }

    /// Tells types that the version of the file does not have.
    fn check_type(&mut self, kind: &str, head: Span) {
        match (self.version, kind) {
            (Version::V1, "enum" | "intEnum") => {
                self.report(wrong_version(head, &format!("shapes of type {kind}")));
            }
            (Version::V2, "set") => {
                let message = "Smithy 2.0 has no sets";
                let help = "make it a list with the trait `@uniqueItems`";
                self.report(Fault::new(Code::WrongVersion, head, message, help));
            }
            _ => {}
        }
    }

    fn members(
        &mut self,
        making: &mut Making,
        members: Vec<Member<'_>>,
        resource: Option<&ShapeId>,
    ) {
        let allowed: &[&str] = match making.definition.kind.as_str() {
            "list" | "set" => &["member"],
            "map" => &["key", "value"],
            _ => &[],
        };
        let mut spots = Vec::with_capacity(members.len());
        let mut made = Members::default();
        for member in members {
            let name = member.name;
            if !allowed.is_empty() && !allowed.contains(&name) {
                let kind = &making.definition.kind;
                let message = format!("a {kind} has no member `{name}`");
                let help = format!("it has `{}`", allowed.join("` and `"));
                self.malformed(member.span, message, help);
                continue;
            }
            let Some((definition, spot)) = self.member(making, member, resource) else {
                continue;
            };
            match name {
                _ if allowed.is_empty() => {
                    spots.push((name.to_owned().into(), spot));
                    made.0.push((name.to_owned(), definition));
                    continue;
                }
                "key" => making.definition.key = Some(definition),
                "value" => making.definition.value = Some(definition),
                _ => making.definition.member = Some(definition),
            }
            making.spots.push((name.to_owned().into(), spot));
        }
        making.definition.members = made;
        making
            .spots
            .push(("members".into(), Spot::new(making.head).with(spots)));
    }

    fn member(
        &mut self,
        making: &Making,
        member: Member<'_>,
        resource: Option<&ShapeId>,
    ) -> Option<(MemberDefinition, Spot)> {
        let (mut traits, mut spots) = self.traits(member.traits);
        let mut target_span = member.span;
        let (target, assigned) = match member.target {
            Target::Named(name) => {
                target_span = name.span;
                (self.resolve(name)?, DefaultValue::ID)
            }
            Target::Elided => {
                let id = making.id.with_member(member.name);
                self.elide(id, resource, making.head);
                (ShapeId::unit().as_str().to_owned(), DefaultValue::ID)
            }
            Target::Unit => {
                if making.definition.kind == "enum" && member.assigned.is_none() {
                    traits.set_default(EnumValue::ID, &member.name.into());
                }
                (ShapeId::unit().as_str().to_owned(), EnumValue::ID)
            }
        };
        if let Some(value) = member.assigned {
            spots.push(self.assign(&mut traits, assigned, value));
        }
        let mut definition = MemberDefinition::new(target);
        definition.traits = traits;
        let spot = Spot::new(member.span).with(vec![
            ("target".into(), Spot::new(target_span)),
            ("traits".into(), Spot::new(member.span).with(spots)),
        ]);
        Some((definition, spot))
    }

    /// Gives a member the value that is assigned to it. A trait that says another wins.
    fn assign(&mut self, traits: &mut Traits, id: &'static str, value: Node<'_>) -> (Key, Spot) {
        let span = value.span;
        let value = self.value(value);
        traits.set_default(id, &value);
        (id.into(), Spot::value(span, Some(span)))
    }

    fn operation(&mut self, making: &mut Making, operation: Operation<'_>) {
        making.definition.input = self.message(making, "input", operation.input);
        making.definition.output = self.message(making, "output", operation.output);
        let (errors, spots) = self.references(&operation.errors);
        making.definition.errors = errors;
        making
            .spots
            .push(("errors".into(), Spot::new(making.head).with(spots)));
    }

    fn message(
        &mut self,
        making: &mut Making,
        key: &'static str,
        message: Option<Message<'_>>,
    ) -> Option<Reference> {
        let (target, span) = match message? {
            Message::Named(name) => (self.resolve(name)?, name.span),
            Message::InPlace(name, span) => (format!("{}#{name}", self.namespace), span),
        };
        making.spots.push((key.into(), Spot::new(span)));
        Some(Reference::new(target))
    }

    /// The id that a value is: a name, or a text.
    pub(super) fn id_in(&mut self, node: &Node<'_>) -> Option<String> {
        match &node.value {
            NodeValue::Id(text) => self.resolve(Name {
                text,
                span: node.span,
            }),
            NodeValue::Text(text) => self.resolve(Name {
                text,
                span: node.span,
            }),
            _ => {
                self.malformed(node.span, "this is no shape", "name a shape here");
                None
            }
        }
    }
}
