//! Members: optionality, initial values, bindings.
//!
//! <https://smithy.io/2.0/spec/aggregate-types.html#structure-member-optionality>, with one
//! difference: a member of an operation's input that is `@required` is not optional, because
//! the builder sees to it that it is set. A service may still drop the requirement later.

use serde_json::Value;

use crate::ir::{Binding, Initial, Member as IrMember, Payload, StructureKind, Type};
use crate::model::traits::{
    ClientOptional, DefaultValue, Error, IdempotencyToken, Input, Required as RequiredTrait,
};
use crate::model::{self, Shape, ShapeId, ShapeKind};

use super::Lowering;
use super::customizations::Customizations;
use super::deciding::Deciding;
use super::direction::Object;
use super::names::Names;
use super::structures::{Member, Variant};

/// What a structure is for that is a type of its own.
pub(super) fn kind_of_type(structure: &Shape) -> StructureKind {
    if structure.traits.has::<Error>() {
        StructureKind::Error
    } else {
        StructureKind::Nested
    }
}

impl<'m> Deciding<'_, 'm> {
    /// What is decided of the members of a structure.
    pub(super) fn members(&self, structure: &'m Shape, kind: StructureKind) -> Vec<Member<'m>> {
        let ShapeKind::Structure { members } = &structure.kind else {
            return Vec::new();
        };
        let ignore_defaults = structure.traits.has::<Input>();
        members
            .iter()
            .zip(Names::fields(members, kind))
            .map(|(member, name)| {
                let binding = self.binding(member, kind);
                let type_ = match &binding {
                    Binding::Payload(Payload::Stream { .. }) => Type::Stream,
                    Binding::Payload(Payload::Events) => self.events(member, kind),
                    _ => self.type_in(member, self.timestamp_format_of(&binding)),
                };
                let customized = self.customizations;
                let label_default = customized.label_default(self.model, member, &binding);
                let is_required = is_required(customized, member, kind) && label_default.is_none();
                // What is left out of an input gets its default from the service, unless the
                // service insists on it.
                let left_out = ignore_defaults && !member.traits.has::<RequiredTrait>();
                let initial = match default(customized, member) {
                    // There is always a stream. It may be empty.
                    _ if type_.is_streamed() => Initial::Empty,
                    Some(value) if !left_out => default_of(&type_, value),
                    _ if is_required => Initial::Empty,
                    _ => Initial::Absent,
                };
                Member {
                    model: member,
                    name,
                    wire_name: self.wire_name(member),
                    collections: customized.collections(self.model, member, kind, &binding),
                    written_name: self.written_name(member),
                    answered_name: self.answered_name(member),
                    layout: self.layout(member),
                    written_layout: self.written_layout(member),
                    binding,
                    type_,
                    initial,
                    is_required,
                    label_default,
                }
            })
            .collect()
    }

    /// What is decided of the members of a union.
    pub(super) fn variants(&self, members: &'m [model::Member]) -> Vec<Variant<'m>> {
        let named = members.iter().zip(Names::variants(members));
        let variants = named.map(|(member, name)| Variant {
            model: member,
            name,
            wire_name: self.wire_name(member),
            written_name: self.written_name(member),
            answered_name: self.answered_name(member),
            layout: self.layout(member),
            written_layout: self.written_layout(member),
            type_: (member.target != ShapeId::unit()).then(|| self.type_of(member)),
        });
        variants.collect()
    }
}

impl Lowering<'_> {
    /// The members of a structure.
    pub(super) fn members(
        &self,
        structure: &Shape,
        kind: StructureKind,
        object: &Object,
    ) -> Vec<IrMember> {
        let members = self.decided.structure(&structure.id, kind);
        let lowered = members.iter().map(|decided| {
            let member = decided.model;
            let marker = || self.decided.markers.of(&decided.name).cloned();
            IrMember {
                id: member.id.clone(),
                wire_name: decided.wire_name.clone(),
                written_name: decided.written_name.clone(),
                answered_name: decided.answered_name.clone(),
                other_wire_name: self
                    .customizations
                    .unwrapped_name(member)
                    .map(str::to_owned),
                layout: decided.layout.clone(),
                written_layout: decided.written_layout.clone(),
                name: decided.name.clone(),
                type_: decided.type_.clone(),
                optional: decided.is_optional(),
                boxed: self.boxes.contains(&member.id),
                recursive: self.circles.contains(&member.id),
                initial: decided.initial.clone(),
                service_default: self.service_default(structure, decided, kind),
                required: decided.is_required.then(marker).flatten(),
                idempotency_token: is_filled(member, kind)
                    && decided.type_ == Type::String
                    && decided.is_optional(),
                sensitive: self.is_sensitive(member) || self.is_presigned_url(structure, member),
                binding: decided.binding.clone(),
                may_be_unreadable: kind == StructureKind::Output
                    && self.customizations.may_be_unreadable(member),
                direction: object.member(decided),
                docs: self.member_docs(member),
                deprecated: super::docs_of::deprecation(&member.traits),
                collections: decided
                    .collections
                    .iter()
                    .map(|&one| one.to_owned())
                    .collect(),
            }
        });
        lowered.chain(self.added_member(structure, kind)).collect()
    }
}

impl Lowering<'_> {
    /// What a service takes for a member that is absent from an input, or from what is in one, where a client does
    /// not.
    fn service_default(
        &self,
        structure: &Shape,
        decided: &Member<'_>,
        kind: StructureKind,
    ) -> Option<Initial> {
        let member = decided.model;
        let is_in_input = match kind {
            StructureKind::Input => true,
            StructureKind::Nested => self.decided.directions.of(&structure.id).written,
            StructureKind::Output | StructureKind::Error => false,
        };
        let is_of_service = is_in_input
            && decided.initial == Initial::Absent
            && !self.customizations.are_all_optional()
            && !self.customizations.has_no_default(member);
        let DefaultValue(value) = member.traits.get().filter(|_| is_of_service)?;
        (!value.is_null()).then(|| default_of(&decided.type_, value))
    }
}

/// Whether a builder insists on a member, as far as its traits and its service say: it is `@required`,
/// and nothing but the caller can give it a value.
pub(super) fn is_required(
    customized: &Customizations,
    member: &model::Member,
    kind: StructureKind,
) -> bool {
    member.traits.has::<RequiredTrait>()
        && !is_client_optional(customized, member)
        && !is_filled(member, kind)
        && default(customized, member).is_none()
}

/// Whether nothing gives a member a value but whoever sets it, and nobody has to.
pub(super) fn is_optional(
    customized: &Customizations,
    member: &model::Member,
    kind: StructureKind,
) -> bool {
    default(customized, member).is_none() && !is_required(customized, member, kind)
}

/// Whether clients must rely neither on a value nor on a default.
fn is_client_optional(customized: &Customizations, member: &model::Member) -> bool {
    member.traits.has::<ClientOptional>() || customized.are_all_optional()
}

/// Whether a builder fills the member with a random token.
fn is_filled(member: &model::Member, kind: StructureKind) -> bool {
    kind == StructureKind::Input && member.traits.has::<IdempotencyToken>()
}

/// The default that clients apply: neither `null` nor one that they must not rely upon.
fn default(customized: &Customizations, member: &model::Member) -> Option<Value> {
    if is_client_optional(customized, member) || customized.has_no_default(member) {
        return None;
    }
    let DefaultValue(value) = member.traits.get::<DefaultValue>()?;
    (!value.is_null()).then_some(value)
}

/// A default that is the empty value of its type is said so: zero, `false`, an empty list.
fn default_of(type_: &Type, value: Value) -> Initial {
    let empty = match (&value, type_) {
        (
            _,
            Type::Timestamp(_)
            | Type::Document
            | Type::Named(..)
            | Type::BigInteger
            | Type::BigDecimal,
        ) => false,
        (Value::Bool(value), _) => !value,
        (Value::Number(number), _) => number.as_f64() == Some(0.0),
        (Value::String(text), _) => text.is_empty(),
        (Value::Array(values), _) => values.is_empty(),
        (Value::Object(values), _) => values.is_empty(),
        (Value::Null, _) => false,
    };
    if empty {
        Initial::Empty
    } else {
        Initial::Default(value)
    }
}
