//! Recursion: which members need a `Box`, so that their types have a size.
//!
//! A list or a map on a cycle gives it an end already; only cycles of structures and unions
//! alone need one. On each such cycle one member is boxed: the one that closes it, in the
//! order of shape ids.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use crate::model::{Member, Model, ShapeId, ShapeKind};
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

/// A shape on the path, and those of its members that were not looked at yet.
struct SearchFrame<'m> {
    id: ShapeId,
    ahead: slice::Iter<'m, Member>,
}

impl<'m> Search<'m> {
    /// Searches from here. The path is a list of ours, since it may be as long as the model is.
    fn visit(&mut self, id: &ShapeId) {
        let mut path: Vec<SearchFrame<'_>> = self.enter(id).into_iter().collect();
        while let Some(frame) = path.last_mut() {
            match frame.ahead.next() {
                Some(member) if matches!(self.states.get(&member.target), Some(State::OnPath)) => {
                    self.boxes.insert(member.id.clone());
                }
                Some(member) => path.extend(self.enter(&member.target)),
                None => {
                    self.states.insert(frame.id.clone(), State::Done);
                    path.pop();
                }
            }
        }
    }

    /// A step to a shape, unless it was made before.
    fn enter(&mut self, id: &ShapeId) -> Option<SearchFrame<'m>> {
        if self.states.contains_key(id) {
            return None;
        }
        self.states.insert(id.clone(), State::OnPath);
        let members: &[Member] = match self.model.shape(id).map(|shape| &shape.kind) {
            Some(ShapeKind::Structure { members } | ShapeKind::Union { members }) => members,
            _ => &[],
        };
        Some(SearchFrame {
            id: id.clone(),
            ahead: members.iter(),
        })
    }
}
