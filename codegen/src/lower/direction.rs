//! Directions: which shapes are part of the bodies that are sent, and which of those received.

use std::collections::BTreeSet;

use crate::ir::Direction;
use crate::model::{Model, ShapeId};
use crate::select::Selection;

use super::WireRules;
use super::http::{self, Role};

/// The shapes that are written, and those that are read.
#[derive(Default)]
pub(super) struct Directions {
    written: BTreeSet<ShapeId>,
    read: BTreeSet<ShapeId>,
}

impl Directions {
    /// Which ways a shape travels.
    pub fn of(&self, id: &ShapeId) -> Direction {
        Direction {
            written: self.written.contains(id),
            read: self.read.contains(id),
        }
    }
}

/// Finds the directions of all shapes that the chosen operations reach.
pub(super) fn find(model: &Model, selection: &Selection<'_>, rules: &WireRules) -> Directions {
    let mut directions = Directions::default();
    for (_, operation) in super::operations(selection) {
        let Directions { written, read } = &mut directions;
        reach(
            model,
            in_body(model, &operation.input, Role::Input, rules),
            written,
        );
        reach(
            model,
            in_body(model, &operation.output, Role::Output, rules),
            read,
        );
        for error in super::errors_of(selection, operation) {
            reach(model, in_body(model, error, Role::Output, rules), read);
        }
    }
    directions
}

/// The shapes that a message's body is made of: the structure itself, or what its body has of it
/// where its other members are elsewhere.
fn in_body<'m>(
    model: &'m Model,
    id: &'m ShapeId,
    role: Role,
    rules: &WireRules,
) -> Vec<&'m ShapeId> {
    match model.shape(id) {
        Some(shape) if rules.has_bindings() => shape
            .members()
            .filter(|member| http::is_in_body(model, member, role))
            .map(|member| &member.target)
            .collect(),
        _ => vec![id],
    }
}

fn reach<'m>(model: &'m Model, mut waiting: Vec<&'m ShapeId>, reached: &mut BTreeSet<ShapeId>) {
    while let Some(id) = waiting.pop() {
        if reached.insert(id.clone())
            && let Some(shape) = model.shape(id)
        {
            waiting.extend(shape.members().map(|member| &member.target));
        }
    }
}
