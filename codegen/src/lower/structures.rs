//! The members of structures and unions, as they are decided: what each is in Rust and in a message.

use std::collections::BTreeMap;

use crate::ir::{Binding, Initial, Layout, Payload, StructureKind, Type};
use crate::model::{self, ShapeId};
use crate::rust::Ident;

/// The members of each structure, in the model's order, for each kind of structure that it is.
#[derive(Default)]
pub(super) struct Structures<'m>(BTreeMap<StructureKind, BTreeMap<&'m ShapeId, Vec<Member<'m>>>>);

impl<'m> Structures<'m> {
    /// The members of a structure; `None` where it is not of this kind.
    pub fn get(&self, id: &ShapeId, kind: StructureKind) -> Option<&[Member<'m>]> {
        self.0.get(&kind)?.get(id).map(Vec::as_slice)
    }

    /// The structures that are messages.
    pub fn messages(&self) -> impl Iterator<Item = &[Member<'m>]> {
        let kinds = self.0.iter();
        let messages = kinds.filter(|(kind, _)| **kind != StructureKind::Nested);
        messages.flat_map(|(_, structures)| structures.values().map(Vec::as_slice))
    }

    /// All structures, each once for every kind that it is of.
    pub fn all(&self) -> impl Iterator<Item = &[Member<'m>]> {
        let structures = self.0.values().flat_map(BTreeMap::values);
        structures.map(Vec::as_slice)
    }

    /// Adds a structure, unless it is there already.
    pub fn add(
        &mut self,
        id: &'m ShapeId,
        kind: StructureKind,
        members: impl FnOnce() -> Vec<Member<'m>>,
    ) {
        let of_kind = self.0.entry(kind).or_default();
        of_kind.entry(id).or_insert_with(members);
    }

    /// The members of all structures.
    pub fn members(&self) -> impl Iterator<Item = &Member<'m>> {
        self.all().flatten()
    }
}

/// A member of a structure of one kind.
pub(super) struct Member<'m> {
    /// As the model has it.
    pub model: &'m model::Member,
    /// The field's and the setter's name.
    pub name: Ident,
    /// Its name in a body that is read.
    pub wire_name: String,
    /// Its name in one that is written.
    pub written_name: String,
    /// Its name in one that a service answers with: that which is read, with its prefix.
    pub answered_name: String,
    /// How its value is laid out in bodies that are read, where that is not the usual way.
    pub layout: Option<Layout>,
    /// How it is in those that are written.
    pub written_layout: Option<Layout>,
    /// Where in a message it is.
    pub binding: Binding,
    /// Its type.
    pub type_: Type,
    /// What it holds before it is set.
    pub initial: Initial,
    /// Whether builders insist on it.
    pub is_required: bool,
    /// What stands in a path where it is left out, or empty.
    pub label_default: Option<&'static str>,
    /// The collections in whose paths it may be given.
    pub collections: &'static [&'static str],
}

impl Member<'_> {
    /// Whether the field is an `Option`.
    pub fn is_optional(&self) -> bool {
        self.initial == Initial::Absent
    }

    /// Whether it is in a body, in the protocol's format.
    pub fn is_in_body(&self) -> bool {
        matches!(
            self.binding,
            Binding::Body
                | Binding::Payload(Payload::Structure | Payload::Value)
                | Binding::EventPayload(Payload::Value)
        )
    }
}

/// A member of a union.
pub(super) struct Variant<'m> {
    /// As the model has it.
    pub model: &'m model::Member,
    /// The variant's name.
    pub name: Ident,
    /// Its name in a body that is read.
    pub wire_name: String,
    /// Its name in one that is written.
    pub written_name: String,
    /// Its name in one that a service answers with: that which is read, with its prefix.
    pub answered_name: String,
    /// How its value is laid out in bodies that are read, where that is not the usual way.
    pub layout: Option<Layout>,
    /// How it is in those that are written.
    pub written_layout: Option<Layout>,
    /// What it holds; `None` where the model says `smithy.api#Unit`.
    pub type_: Option<Type>,
}
