//! Members: optionality, initial values, bindings.
//!
//! <https://smithy.io/2.0/spec/aggregate-types.html#structure-member-optionality>, with one
//! difference: a member of an operation's input that is `@required` is not optional, because
//! the builder sees to it that it is set. A service may still drop the requirement later.

use serde_json::Value;

use crate::ir::{Binding, Initial, Member as IrMember, Payload, Required, Type};
use crate::model::traits::{
    ClientOptional, DefaultValue, IdempotencyToken, Input, JsonName, Required as RequiredTrait,
};
use crate::model::{Member, Shape, ShapeKind};

use super::Lowering;
use super::names::Names;

/// Where a structure stands, which decides what its members' traits mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is what an operation takes.
    Input,
    /// It is what an operation gives.
    Output,
    /// It is an error.
    Error,
    /// It is anything else.
    Nested,
}

impl Lowering<'_> {
    /// The members of a structure.
    pub(super) fn members(&self, structure: &Shape, place: Place) -> Vec<IrMember> {
        let ShapeKind::Structure { members } = &structure.kind else {
            return Vec::new();
        };
        let ignore_defaults = structure.traits.has::<Input>();
        members
            .iter()
            .zip(Names::fields(members, place))
            .map(|(member, name)| {
                let wire_name = self.wire_name(member);
                let binding = self.binding(member, place);
                let streams = matches!(binding, Binding::Payload(Payload::Stream { .. }));
                let type_ = if streams {
                    Type::Stream
                } else {
                    self.type_in(member, self.timestamp_format_of(&binding))
                };
                let required = self.is_required(member, place);
                // What is left out of an input gets its default from the service, unless the
                // service insists on it.
                let left_out = ignore_defaults && !member.traits.has::<RequiredTrait>();
                let initial = match default(member) {
                    // There is always a stream. It may be empty.
                    _ if streams => Initial::Empty,
                    Some(value) if !left_out => default_of(&type_, value),
                    _ if required => Initial::Empty,
                    _ => Initial::Absent,
                };
                IrMember {
                    id: member.id.clone(),
                    wire_name,
                    optional: initial == Initial::Absent,
                    idempotency_token: is_filled(member, place)
                        && type_ == Type::String
                        && initial == Initial::Absent,
                    boxed: self.boxes.contains(&member.id),
                    recursive: self.circles.contains(&member.id),
                    required: required.then(|| Required {
                        // Named when all members are known.
                        marker: name.clone(),
                        parameter: name.clone(),
                        member: member.name.clone(),
                        setter: name.clone(),
                    }),
                    sensitive: self.is_sensitive(member),
                    binding,
                    docs: self.member_docs(member),
                    deprecated: super::docs_of::deprecation(&member.traits),
                    name,
                    type_,
                    initial,
                }
            })
            .collect()
    }

    /// Whether a builder insists on a member: it is `@required`, and nothing but the caller can
    /// give it a value.
    pub(super) fn is_required(&self, member: &Member, place: Place) -> bool {
        member.traits.has::<RequiredTrait>()
            && !member.traits.has::<ClientOptional>()
            && !is_filled(member, place)
            && default(member).is_none()
            && (place != Place::Input || self.label_default(&member.id).is_none())
    }

    /// The name of a member in a body of the service's protocol.
    pub(super) fn wire_name(&self, member: &Member) -> String {
        match member.traits.get::<JsonName>() {
            Some(JsonName(name)) if self.rules.json_name => name,
            _ => member.name.clone(),
        }
    }
}

/// Whether a builder fills the member with a random token.
fn is_filled(member: &Member, place: Place) -> bool {
    place == Place::Input && member.traits.has::<IdempotencyToken>()
}

/// The default that clients apply: neither `null` nor one that they must not rely upon.
fn default(member: &Member) -> Option<Value> {
    if member.traits.has::<ClientOptional>() {
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
