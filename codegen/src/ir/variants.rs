//! Shapes of which a value is one variant: unions and enums.

use super::{Deprecation, Direction, Docs, Event, Layout, Root, Type};
use crate::model::ShapeId;
use crate::rust::Ident;

/// A tagged union.
#[derive(Clone, Debug)]
pub struct Union {
    /// The shape that it comes from.
    pub id: ShapeId,
    /// Its Rust name.
    pub name: Ident,
    /// What it is.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
    /// Whether nothing of it may be printed.
    pub sensitive: bool,
    /// Which ways it travels.
    pub direction: Direction,
    /// Which ways it travels as a stream, of which each value is an event.
    pub stream: Direction,
    /// Its variants, in the model's order.
    pub variants: Vec<UnionVariant>,
}

impl Union {
    /// The variants that values may be: those that are errors end a stream that is received, and are
    /// none of what it gives.
    pub fn values(&self) -> impl Iterator<Item = &UnionVariant> {
        let is_received = !self.stream.written;
        let is_error = |event: &Option<Event>| matches!(event, Some(Event::Error { .. }));
        let variants = self.variants.iter();
        variants.filter(move |variant| !(is_received && is_error(&variant.event)))
    }

    /// Whether its values may be within values of its own type.
    pub fn is_recursive(&self) -> bool {
        self.variants.iter().any(|variant| variant.recursive)
    }
}

/// A variant of a union.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// The member's shape id.
    pub id: ShapeId,
    /// Its name in a message's body that is read.
    pub wire_name: String,
    /// Its name in one that is written.
    pub written_name: String,
    /// Its name in one that a service answers with: that which is read, with its prefix.
    pub answered_name: String,
    /// How its value is laid out in bodies that are read, where that is not the usual way.
    pub layout: Option<Layout>,
    /// How it is in those that are written.
    pub written_layout: Option<Layout>,
    /// Its Rust name.
    pub name: Ident,
    /// What it holds; `None` where the model says `smithy.api#Unit`.
    pub type_: Option<Type>,
    /// How it travels as a part of a stream, where the union is one.
    pub event: Option<Event>,
    /// The element that the payload of its event is, where that is one of XML.
    pub event_root: Option<Root>,
    /// Whether the value is boxed, because its type contains the union.
    pub boxed: bool,
    /// Whether the union may be within the value, however far inside.
    pub recursive: bool,
    /// Whether its value may not be printed.
    pub sensitive: bool,
    /// What it is.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
}

/// An enum, of strings or of integers.
#[derive(Clone, Debug)]
pub struct Enum {
    /// The shape that it comes from.
    pub id: ShapeId,
    /// Its Rust name.
    pub name: Ident,
    /// What its values are.
    pub kind: EnumKind,
    /// What it is.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
    /// Whether nothing of it may be printed.
    pub sensitive: bool,
    /// Which ways it travels.
    pub direction: Direction,
    /// Whether it is a text in paths, queries or headers.
    pub is_text: bool,
    /// Which ways it travels as a header of an event, or as its payload.
    pub event_text: Direction,
    /// Its variants, in the model's order.
    pub variants: Vec<EnumVariant>,
}

/// What the values of an enum are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumKind {
    /// Strings.
    String,
    /// 32-bit integers.
    Integer,
}

/// A variant of an enum.
#[derive(Clone, Debug)]
pub struct EnumVariant {
    /// The member's shape id.
    pub id: ShapeId,
    /// Its Rust name.
    pub name: Ident,
    /// Its value on the wire: a string, or the digits of an integer.
    pub value: EnumValue,
    /// What it is.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
}

/// The value of a variant on the wire.
#[derive(Clone, Debug, PartialEq)]
pub enum EnumValue {
    /// Of an enum of strings.
    String(String),
    /// Of an enum of integers.
    Integer(i32),
}
