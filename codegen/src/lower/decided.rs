//! What is decided of a service before anything is put together from it: a table that is filled once,
//! by the first passes, and only looked up after.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Binding, Initial, Payload, StructureKind, Type};
use crate::model::traits::Error;
use crate::model::{self, Model, Shape, ShapeId, ShapeKind};
use crate::rust::Ident;
use crate::select::Selection;

use super::customizations::Customization;
use super::direction::{self, Directions};
use super::errors::{self, Errors};
use super::markers::{self, Markers};
use super::members;
use super::names::Names;
use super::{WireRules, http};

/// The table.
pub(super) struct Decided<'m> {
    structures: Structures<'m>,
    unions: BTreeMap<&'m ShapeId, Vec<Variant<'m>>>,
    /// Which ways shapes travel in bodies.
    pub directions: Directions,
    /// The enums that are texts in paths, queries, headers and bodies.
    pub texts: BTreeSet<&'m ShapeId>,
    /// What builders insist on.
    pub markers: Markers,
    /// Variants and codes of errors.
    pub errors: Errors<'m>,
}

/// The members of each structure, in the model's order, for each kind of structure that it is.
#[derive(Default)]
pub(super) struct Structures<'m>(BTreeMap<StructureKind, BTreeMap<&'m ShapeId, Vec<Member<'m>>>>);

impl<'m> Structures<'m> {
    /// The members of a structure; `None` where it is not of this kind.
    pub fn get(&self, id: &ShapeId, kind: StructureKind) -> Option<&[Member<'m>]> {
        self.0.get(&kind)?.get(id).map(Vec::as_slice)
    }

    /// The members of all structures.
    pub fn members(&self) -> impl Iterator<Item = &Member<'m>> {
        self.0.values().flat_map(BTreeMap::values).flatten()
    }
}

/// A member of a structure of one kind.
pub(super) struct Member<'m> {
    /// As the model has it.
    pub model: &'m model::Member,
    /// The field's and the setter's name.
    pub name: Ident,
    /// Its name in a body.
    pub wire_name: String,
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
            Binding::Body | Binding::Payload(Payload::Structure | Payload::Value)
        )
    }
}

/// A member of a union.
pub(super) struct Variant<'m> {
    /// As the model has it.
    pub model: &'m model::Member,
    /// The variant's name.
    pub name: Ident,
    /// Its name in a body.
    pub wire_name: String,
    /// What it holds; `None` where the model says `smithy.api#Unit`.
    pub type_: Option<Type>,
}

impl<'m> Decided<'m> {
    /// Fills the table.
    pub fn new(
        model: &'m Model,
        selection: &'m Selection<'_>,
        rules: &WireRules,
        names: &Names,
        customizations: &[&'static Customization],
    ) -> Self {
        let deciding = Deciding {
            model,
            rules,
            names,
            customizations,
            with_default: with_default(model, selection),
        };
        let structures = deciding.structures(selection);
        Self {
            unions: deciding.unions(selection),
            directions: direction::find(model, selection, rules, &structures),
            texts: http::texts(model, &structures),
            markers: markers::assign(structures.members(), &names.all_types),
            errors: errors::find(model, selection, names),
            structures,
        }
    }

    /// The members of a structure, in the model's order; none where it is not of this kind.
    pub fn structure(&self, id: &ShapeId, kind: StructureKind) -> &[Member<'m>] {
        self.structures.get(id, kind).unwrap_or_default()
    }

    /// A member of a structure, by its name in the model.
    pub fn member(&self, id: &ShapeId, kind: StructureKind, name: &str) -> Option<&Member<'m>> {
        let mut members = self.structure(id, kind).iter();
        members.find(|member| member.model.name == name)
    }

    /// The variants of a union, in the model's order.
    pub fn union(&self, id: &ShapeId) -> &[Variant<'m>] {
        self.unions.get(id).map_or(&[], Vec::as_slice)
    }

    /// The structures that are messages.
    pub fn messages(&self) -> impl Iterator<Item = &[Member<'m>]> {
        let kinds = self.structures.0.iter();
        let messages = kinds.filter(|(kind, _)| **kind != StructureKind::Nested);
        messages.flat_map(|(_, structures)| structures.values().map(Vec::as_slice))
    }
}

/// What members are decided upon.
pub(super) struct Deciding<'d, 'm> {
    pub model: &'m Model,
    pub rules: &'d WireRules,
    pub names: &'d Names,
    pub customizations: &'d [&'static Customization],
    /// The structures that have a `Default` where they are types of their own.
    pub with_default: BTreeSet<&'m ShapeId>,
}

impl<'m> Deciding<'_, 'm> {
    fn structures(&self, selection: &'m Selection<'_>) -> Structures<'m> {
        let of_operations = super::operations(selection).flat_map(|(_, operation)| {
            let input = (&operation.input, StructureKind::Input);
            [input, (&operation.output, StructureKind::Output)]
        });
        let messages = of_operations.filter_map(|(id, kind)| Some((self.model.shape(id)?, kind)));
        let types = structures(self.model, selection)
            .filter(|shape| self.names.type_name(&shape.id).is_some())
            .map(|shape| (shape, members::kind_of_type(shape)));
        let mut all = Structures::default();
        for (shape, kind) in messages.chain(types) {
            let of_kind = all.0.entry(kind).or_default();
            of_kind
                .entry(&shape.id)
                .or_insert_with(|| self.members(shape, kind));
        }
        all
    }

    fn unions(&self, selection: &'m Selection<'_>) -> BTreeMap<&'m ShapeId, Vec<Variant<'m>>> {
        let shapes = selection.shapes.iter();
        let unions = shapes.filter_map(|id| {
            let shape = self.model.shape(id)?;
            match &shape.kind {
                ShapeKind::Union { members } => Some((&shape.id, self.variants(members))),
                _ => None,
            }
        });
        unions.collect()
    }
}

fn structures<'m>(
    model: &'m Model,
    selection: &'m Selection<'_>,
) -> impl Iterator<Item = &'m Shape> {
    let shapes = selection.shapes.iter().filter_map(|id| model.shape(id));
    shapes.filter(|shape| matches!(shape.kind, ShapeKind::Structure { .. }))
}

fn with_default<'m>(model: &'m Model, selection: &'m Selection<'_>) -> BTreeSet<&'m ShapeId> {
    let is_required = |member| members::is_required(member, StructureKind::Nested);
    structures(model, selection)
        .filter(|shape| shape.traits.has::<Error>() || !shape.members().any(is_required))
        .map(|shape| &shape.id)
        .collect()
}
