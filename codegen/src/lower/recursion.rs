//! Recursion: which members need a `Box`, so that their types have a size.
//!
//! A list or a map on a cycle gives it an end already; only cycles of structures and unions
//! alone need one. On each such cycle one member is boxed: the one that closes it, in the
//! order of shape ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, ShapeId, ShapeKind};
use crate::select::Selection;

/// The ids of the members whose values are boxed.
pub(super) type Boxes = BTreeSet<ShapeId>;

/// Finds them.
pub(super) fn find(model: &Model, selection: &Selection<'_>) -> Boxes {
    let mut search = Search {
        model,
        states: BTreeMap::new(),
        boxes: Boxes::new(),
    };
    for id in &selection.shapes {
        search.visit(id);
    }
    search.boxes
}

enum State {
    OnPath,
    Done,
}

/// A depth-first search; a member that leads back onto the path closes a cycle.
struct Search<'m> {
    model: &'m Model,
    states: BTreeMap<ShapeId, State>,
    boxes: Boxes,
}

impl Search<'_> {
    fn visit(&mut self, id: &ShapeId) {
        if self.states.contains_key(id) {
            return;
        }
        self.states.insert(id.clone(), State::OnPath);
        let model = self.model;
        if let Some(shape) = model.shape(id)
            && let ShapeKind::Structure { .. } | ShapeKind::Union { .. } = &shape.kind
        {
            for member in shape.members() {
                match self.states.get(&member.target) {
                    Some(State::OnPath) => {
                        self.boxes.insert(member.id.clone());
                    }
                    Some(State::Done) => {}
                    None => self.visit(&member.target),
                }
            }
        }
        self.states.insert(id.clone(), State::Done);
    }
}
