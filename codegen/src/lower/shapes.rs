//! Shapes: the structures, unions and enums of a service.

use rayon::prelude::*;
use serde_json::Value;

use crate::ir::{
    Direction, Enum, EnumKind, EnumValue, EnumVariant, ErrorInfo, Member as IrMember, Retry,
    Shape as IrShape, Structure, StructureKind, Type, Union, UnionVariant,
};
use crate::model::traits::{
    AwsQueryCompatible, AwsQueryError, EnumValue as EnumValueTrait, Error, Fault, HttpError,
    Retryable,
};
use crate::model::{Member, Shape, ShapeKind};
use crate::rust::Ident;
use crate::select::Selection;

use super::errors::DecidedError;
use super::names::Names;
use super::{Lowering, docs_of, events};

impl Lowering<'_> {
    /// The types that operations share, by name.
    pub(super) fn shared_types(&self, selection: &Selection<'_>) -> Vec<IrShape> {
        let mut shapes: Vec<IrShape> = selection
            .shapes
            .par_iter()
            .filter_map(|id| self.model.shape(id))
            .filter(|shape| !shape.traits.has::<Error>())
            .filter_map(|shape| self.shared_type(shape))
            .collect();
        shapes.sort_by(|a, b| a.name().cmp(b.name()));
        shapes
    }

    fn shared_type(&self, shape: &Shape) -> Option<IrShape> {
        let name = self.names.type_name(&shape.id)?.clone();
        Some(match &shape.kind {
            ShapeKind::Structure { .. } => {
                let builder = self.names.builder(&shape.id)?.clone();
                IrShape::Structure(self.structure(shape, StructureKind::Nested, (name, builder)))
            }
            ShapeKind::Union { .. } => IrShape::Union(self.union(shape, name)),
            ShapeKind::Enum { members } => {
                IrShape::Enum(self.enum_(shape, name, EnumKind::String, members))
            }
            ShapeKind::IntEnum { members } => {
                IrShape::Enum(self.enum_(shape, name, EnumKind::Integer, members))
            }
            _ => return None,
        })
    }

    /// The error structures, by name.
    pub(super) fn errors(&self, selection: &Selection<'_>) -> Vec<Structure> {
        let mut errors: Vec<Structure> = selection
            .shapes
            .iter()
            .filter_map(|id| self.model.shape(id))
            .filter(|shape| shape.traits.has::<Error>())
            .filter_map(|shape| {
                let name = self.names.type_name(&shape.id)?.clone();
                let builder = self.names.builder(&shape.id)?.clone();
                Some(self.structure(shape, StructureKind::Error, (name, builder)))
            })
            .collect();
        errors.sort_by(|a, b| a.name.cmp(&b.name));
        errors
    }

    /// A structure with these names, its own and its builder's.
    pub(super) fn structure(
        &self,
        shape: &Shape,
        kind: StructureKind,
        (name, builder): (Ident, Ident),
    ) -> Structure {
        let object = self.object(&shape.id, kind);
        let members = self.members(shape, kind, &object);
        let error = self.decided.errors.of(&shape.id);
        let error = error.filter(|_| kind == StructureKind::Error);
        let error = error.map(|error| self.error_info(error, shape, &members));
        Structure {
            id: shape.id.clone(),
            kind,
            name,
            builder,
            docs: self.docs(&shape.traits),
            deprecated: docs_of::deprecation(&shape.traits),
            sensitive: self.is_secret(shape),
            direction: object.direction,
            event: match kind {
                StructureKind::Nested => self.decided.directions.as_event(&shape.id),
                _ => Direction::default(),
            },
            body_type: self.body_type(&members),
            members,
            error,
            extended_request_id: kind == StructureKind::Output
                && self.customizations.has_extended_request_id(),
        }
    }

    /// What an error has beside its members.
    fn error_info(
        &self,
        error: &DecidedError<'_>,
        shape: &Shape,
        members: &[IrMember],
    ) -> ErrorInfo {
        let message = messages(members).find(|member| member.type_ == Type::String);
        let is_sensitive = messages(members).any(|member| member.sensitive);
        let is_compatible = self.service.traits.has::<AwsQueryCompatible>();
        ErrorInfo {
            code: error.code.clone(),
            query_code: error.query_code.clone().filter(|_| is_compatible),
            status: self.status_of(shape),
            tells_message: message.is_some_and(|member| self.is_message(member)),
            variant: error.variant.clone(),
            retry: retry(shape),
            message: message.map(|member| member.name.clone()),
            message_optional: message.is_some_and(|member| member.optional),
            hides_message: is_sensitive || self.is_secret(shape),
        }
    }

    /// The status of responses that tell an error.
    fn status_of(&self, error: &Shape) -> u16 {
        let of_query = error.traits.get::<AwsQueryError>();
        let of_query = of_query.filter(|_| self.rules.query_error_codes);
        let stated = of_query.map(|error| error.http_response_code);
        let stated = stated.or_else(|| error.traits.get().map(|HttpError(status)| status));
        let without_body = self.customizations.codes_without_body();
        let mut without_body = without_body.into_iter();
        let without_body = without_body.find(|(_, code)| code == error.id.name());
        let stated = stated.or_else(|| without_body.map(|(status, _)| status));
        stated.unwrap_or(match error.traits.get::<Error>() {
            Some(Error(Fault::Server)) => 500,
            _ => 400,
        })
    }

    /// Whether a member that tells people what went wrong is called as the protocol calls it: those of XML
    /// have one name for it, others several.
    fn is_message(&self, member: &IrMember) -> bool {
        !self.rules.member_names.has_layouts() || member.wire_name == "Message"
    }

    /// The type parameter of a structure that streams: no type of the service is called so, as it
    /// would hide that type.
    fn body_type(&self, members: &[IrMember]) -> Option<Ident> {
        members.iter().find(|member| member.type_.is_streamed())?;
        let types = &self.names.all_types;
        let body = Ident::new("Body");
        Some(if types.is_free(&body) {
            body
        } else {
            types.clone().claim("BodyType", "Type")
        })
    }

    fn union(&self, shape: &Shape, name: Ident) -> Union {
        let is_stream = events::is_stream(shape);
        let variants = self.decided.union(&shape.id).iter();
        let variants = variants.map(|decided| {
            let member = decided.model;
            UnionVariant {
                id: member.id.clone(),
                wire_name: decided.wire_name.clone(),
                written_name: decided.written_name.clone(),
                answered_name: decided.answered_name.clone(),
                layout: decided.layout.clone(),
                written_layout: decided.written_layout.clone(),
                name: decided.name.clone(),
                type_: decided.type_.clone(),
                event: is_stream.then(|| self.event(member)),
                event_root: is_stream.then(|| self.event_root(member)).flatten(),
                boxed: self.boxes.contains(&member.id),
                recursive: self.circles.contains(&member.id),
                sensitive: self.is_sensitive(member),
                docs: self.member_docs(member),
                deprecated: docs_of::deprecation(&member.traits),
            }
        });
        let variants = variants.collect();
        Union {
            id: shape.id.clone(),
            name,
            docs: self.docs(&shape.traits),
            deprecated: docs_of::deprecation(&shape.traits),
            sensitive: self.is_secret(shape),
            direction: self.decided.directions.of(&shape.id),
            stream: self.decided.directions.as_event(&shape.id),
            variants,
        }
    }

    fn enum_(&self, shape: &Shape, name: Ident, kind: EnumKind, members: &[Member]) -> Enum {
        let variants = members
            .iter()
            .zip(Names::variants(members))
            .map(|(member, name)| EnumVariant {
                id: member.id.clone(),
                name,
                value: enum_value(member, kind),
                docs: self.docs(&member.traits),
                deprecated: docs_of::deprecation(&member.traits),
            })
            .collect();
        Enum {
            id: shape.id.clone(),
            name,
            kind,
            docs: self.docs(&shape.traits),
            deprecated: docs_of::deprecation(&shape.traits),
            sensitive: self.is_secret(shape),
            direction: self.decided.directions.of(&shape.id),
            is_text: self.decided.texts.contains(&shape.id),
            event_text: self.decided.directions.as_event(&shape.id),
            variants,
        }
    }
}

/// `@enumValue`; without it, the member's name is the value.
fn enum_value(member: &Member, kind: EnumKind) -> EnumValue {
    let value = member.traits.get::<EnumValueTrait>();
    let value = value.as_ref().map(|EnumValueTrait(value)| value);
    match kind {
        EnumKind::Integer => {
            let value = value.and_then(Value::as_i64);
            EnumValue::Integer(
                value
                    .and_then(|value| value.try_into().ok())
                    .unwrap_or_default(),
            )
        }
        EnumKind::String => {
            let value = value.and_then(Value::as_str);
            EnumValue::String(value.unwrap_or(&member.name).to_owned())
        }
    }
}

/// The members of an error under whose names, in the model or in messages, services tell people
/// what went wrong, the likeliest first.
fn messages(members: &[IrMember]) -> impl Iterator<Item = &IrMember> {
    let is_called = |member: &IrMember, name: &str| {
        let in_model = member.id.member().unwrap_or_default();
        in_model.eq_ignore_ascii_case(name) || member.wire_name.eq_ignore_ascii_case(name)
    };
    let names = ["message", "errorMessage"].into_iter();
    names.flat_map(move |name| members.iter().filter(move |member| is_called(member, name)))
}

/// What `@retryable` says of an error.
fn retry(error: &Shape) -> Option<Retry> {
    let retryable = error.traits.get::<Retryable>()?;
    Some(match error.traits.get::<Error>() {
        _ if retryable.throttling => Retry::Throttling,
        Some(Error(Fault::Server)) => Retry::ServerError,
        _ => Retry::ClientError,
    })
}
