//! Types: what a member's target is in Rust, and which of it may be printed.

use crate::ir::{Element, NamedKind, StructureKind, TimestampFormat, Type};
use crate::model::traits::{
    Sensitive, Sparse, TimestampForm, TimestampFormat as TimestampFormatTrait,
};
use crate::model::{Member, Shape, ShapeKind, Traits};

use super::Lowering;
use super::deciding::Deciding;

impl Deciding<'_, '_> {
    /// The type of what a member targets. A target that validation let through but that no
    /// value can have, such as an operation, is read as a document.
    pub(super) fn type_of(&self, member: &Member) -> Type {
        self.type_in(member, self.rules.timestamp_format)
    }

    /// The same, with this format of timestamps where the model gives none.
    pub(super) fn type_in(&self, member: &Member, timestamps: TimestampFormat) -> Type {
        let Some(shape) = self.model.shape(&member.target) else {
            return Type::Document;
        };
        match &shape.kind {
            ShapeKind::Boolean => Type::Boolean,
            ShapeKind::Byte => Type::Byte,
            ShapeKind::Short => Type::Short,
            ShapeKind::Integer => Type::Integer,
            ShapeKind::Long => Type::Long,
            ShapeKind::Float => Type::Float,
            ShapeKind::Double => Type::Double,
            ShapeKind::BigInteger => Type::BigInteger,
            ShapeKind::BigDecimal => Type::BigDecimal,
            ShapeKind::String => Type::String,
            ShapeKind::Blob => Type::Blob,
            ShapeKind::Timestamp => {
                Type::Timestamp(self.timestamp_format(member, shape, timestamps))
            }
            ShapeKind::List { member } => {
                Type::List(Box::new(self.element(member, shape, timestamps)))
            }
            ShapeKind::Map { key, value } => Type::Map(
                Box::new(self.type_of(key)),
                Box::new(self.element(value, shape, timestamps)),
            ),
            ShapeKind::Structure { .. }
            | ShapeKind::Union { .. }
            | ShapeKind::Enum { .. }
            | ShapeKind::IntEnum { .. } => self.named(shape),
            ShapeKind::Document
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_) => Type::Document,
        }
    }

    /// The events of the stream that a member of a message is.
    pub(super) fn events(&self, member: &Member, kind: StructureKind) -> Type {
        match (self.names.type_name(&member.target), kind) {
            (Some(name), StructureKind::Input) => Type::Outgoing(name.clone()),
            (Some(name), _) => Type::Events(name.clone()),
            (None, _) => Type::Document,
        }
    }

    fn element(&self, member: &Member, of: &Shape, timestamps: TimestampFormat) -> Element {
        Element {
            type_: self.type_in(member, timestamps),
            sparse: of.traits.has::<Sparse>(),
        }
    }

    fn named(&self, shape: &Shape) -> Type {
        let kind = match &shape.kind {
            ShapeKind::Structure { .. } => NamedKind::Structure {
                default: self.with_default.contains(&shape.id),
            },
            ShapeKind::Union { .. } => NamedKind::Union,
            ShapeKind::IntEnum { .. } => NamedKind::IntEnum,
            _ => NamedKind::Enum,
        };
        match self.names.type_name(&shape.id) {
            Some(name) => Type::Named(kind, name.clone()),
            None => Type::Document,
        }
    }

    /// The format of a timestamp: that of the member, of its target, or this one.
    fn timestamp_format(
        &self,
        member: &Member,
        target: &Shape,
        default: TimestampFormat,
    ) -> TimestampFormat {
        let format = |traits: &Traits| Some(traits.get::<TimestampFormatTrait>()?.0);
        let given = format(&member.traits).or_else(|| format(&target.traits));
        match given.filter(|_| self.rules.other_timestamp_formats) {
            Some(TimestampForm::EpochSeconds) => TimestampFormat::EpochSeconds,
            Some(TimestampForm::DateTime) => TimestampFormat::DateTime,
            Some(TimestampForm::HttpDate) => TimestampFormat::HttpDate,
            None => default,
        }
    }
}

impl Lowering<'_> {
    /// Whether nothing of a shape may be printed.
    pub(super) fn is_secret(&self, shape: &Shape) -> bool {
        shape.traits.has::<Sensitive>() || self.customizations.is_secret(shape)
    }

    /// Whether a member's value may not be printed: it is `@sensitive`, or what it is made of
    /// is. Types of our own redact themselves.
    pub(super) fn is_sensitive(&self, member: &Member) -> bool {
        if member.traits.has::<Sensitive>() {
            return true;
        }
        let Some(shape) = self.model.shape(&member.target) else {
            return false;
        };
        match &shape.kind {
            ShapeKind::List { .. } | ShapeKind::Map { .. } => {
                self.is_secret(shape) || shape.members().any(|member| self.is_sensitive(member))
            }
            ShapeKind::Structure { .. }
            | ShapeKind::Union { .. }
            | ShapeKind::Enum { .. }
            | ShapeKind::IntEnum { .. } => false,
            _ => self.is_secret(shape),
        }
    }
}
