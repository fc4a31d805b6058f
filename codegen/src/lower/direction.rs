//! Directions: which shapes are part of what is sent, and which of what is received.

use std::collections::BTreeSet;

use crate::ir::Direction;
use crate::model::{Model, ShapeId};
use crate::select::Selection;

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
pub(super) fn find(model: &Model, selection: &Selection<'_>) -> Directions {
    let mut directions = Directions::default();
    for (_, operation) in super::operations(selection) {
        reach(model, &operation.input, &mut directions.written);
        reach(model, &operation.output, &mut directions.read);
        for error in super::errors_of(selection, operation) {
            reach(model, error, &mut directions.read);
        }
    }
    directions
}

fn reach(model: &Model, id: &ShapeId, reached: &mut BTreeSet<ShapeId>) {
    let mut waiting = vec![id];
    while let Some(id) = waiting.pop() {
        if reached.insert(id.clone())
            && let Some(shape) = model.shape(id)
        {
            waiting.extend(shape.members().map(|member| &member.target));
        }
    }
}
