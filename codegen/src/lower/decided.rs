//! What is decided of a service before anything is put together from it: a table that is filled once,
//! by the first passes, and only looked up after.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::StructureKind;
use crate::model::traits::{Error, UnwrappedXmlOutput};
use crate::model::{Model, Shape, ShapeId, ShapeKind};
use crate::select::Selection;

use super::customizations::Customizations;
use super::deciding::Deciding;
use super::direction::{self, Directions};
use super::errors::{self, Errors};
use super::markers::{self, Markers};
use super::members;
use super::names::Names;
use super::structures::{Member, Structures, Variant};
use super::{WireRules, events, http};

/// The table.
pub(super) struct Decided<'m> {
    /// The members of structures.
    pub structures: Structures<'m>,
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

impl<'m> Decided<'m> {
    /// Fills the table.
    pub fn new(
        model: &'m Model,
        selection: &'m Selection<'_>,
        rules: &WireRules,
        names: &Names,
        customizations: &Customizations,
    ) -> Self {
        let deciding = Deciding {
            model,
            rules,
            names,
            customizations,
            with_default: with_default(model, selection, customizations),
            bound_events: events::bound(model, selection),
        };
        let structures = deciding.structures(selection);
        Self {
            unions: deciding.unions(selection),
            directions: direction::find(model, selection, rules, &structures),
            texts: http::texts(model, &structures),
            markers: markers::assign(structures.members(), &names.all_types),
            errors: errors::find(model, selection, rules, names),
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

    /// The variants of all unions.
    pub fn unions(&self) -> impl Iterator<Item = &[Variant<'m>]> {
        self.unions.values().map(Vec::as_slice)
    }

    /// The variants of a union, in the model's order.
    pub fn union(&self, id: &ShapeId) -> &[Variant<'m>] {
        self.unions.get(id).map_or(&[], Vec::as_slice)
    }
}

impl<'m> Deciding<'_, 'm> {
    fn structures(&self, selection: &'m Selection<'_>) -> Structures<'m> {
        let mut all = Structures::default();
        for (shape, operation) in super::chosen_operations(selection) {
            let output = self.model.shape(&operation.output);
            if let Some(output) = output.filter(|_| shape.traits.has::<UnwrappedXmlOutput>()) {
                all.add(&output.id, StructureKind::Output, || {
                    self.unwrapped(self.members(output, StructureKind::Output))
                });
            }
        }
        let of_operations = super::chosen_operations(selection).flat_map(|(_, operation)| {
            let input = (&operation.input, StructureKind::Input);
            [input, (&operation.output, StructureKind::Output)]
        });
        let messages = of_operations.filter_map(|(id, kind)| Some((self.model.shape(id)?, kind)));
        let types = structures(self.model, selection)
            .filter(|shape| self.names.type_name(&shape.id).is_some())
            .map(|shape| (shape, members::kind_of_type(shape)));
        for (shape, kind) in messages.chain(types) {
            all.add(&shape.id, kind, || self.members(shape, kind));
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

fn with_default<'m>(
    model: &'m Model,
    selection: &'m Selection<'_>,
    customized: &Customizations,
) -> BTreeSet<&'m ShapeId> {
    let is_required = |member| members::is_required(customized, member, StructureKind::Nested);
    structures(model, selection)
        .filter(|shape| shape.traits.has::<Error>() || !shape.members().any(is_required))
        .map(|shape| &shape.id)
        .collect()
}
