//! Circles: which members lead back to the shape that they are in, however far around. Such a shape
//! is within itself, and its values are as deep as whoever makes them likes.
//!
//! Members within one strongly connected component of the graph of shapes do so. It is found as
//! Kosaraju did, and with no recursion of our own: chains of shapes may be long.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, ShapeId};
use crate::select::Selection;

/// The ids of the members that lead back to their shapes.
pub(super) type Circles = BTreeSet<ShapeId>;

/// Finds them.
pub(super) fn find(model: &Model, selection: &Selection<'_>) -> Circles {
    let graph = Graph::new(model, selection);
    let component = graph.components();
    let mut circles = Circles::new();
    for (id, targets) in &graph.targets {
        let shape = model.shape(id);
        let members = shape.into_iter().flat_map(|shape| shape.members());
        for (member, target) in members.zip(targets) {
            if component.get(id) == component.get(target) {
                circles.insert(member.id.clone());
            }
        }
    }
    circles
}

/// The shapes that are selected, with what their members target, and what targets them.
struct Graph<'g> {
    targets: BTreeMap<&'g ShapeId, Vec<&'g ShapeId>>,
    sources: BTreeMap<&'g ShapeId, Vec<&'g ShapeId>>,
}

impl<'g> Graph<'g> {
    fn new(model: &'g Model, selection: &'g Selection<'_>) -> Self {
        let mut graph = Self {
            targets: BTreeMap::new(),
            sources: BTreeMap::new(),
        };
        for id in &selection.shapes {
            let shape = model.shape(id);
            let members = shape.into_iter().flat_map(|shape| shape.members());
            let targets: Vec<&ShapeId> = members.map(|member| &member.target).collect();
            for target in &targets {
                graph.sources.entry(target).or_default().push(id);
            }
            graph.targets.insert(id, targets);
        }
        graph
    }

    /// Each shape with the number of its component.
    fn components(&self) -> BTreeMap<&'g ShapeId, usize> {
        let mut component = BTreeMap::new();
        for (number, root) in self.in_order_of_leaving().into_iter().rev().enumerate() {
            let mut waiting = vec![root];
            while let Some(id) = waiting.pop() {
                if !component.contains_key(id) {
                    component.insert(id, number);
                    waiting.extend(self.sources.get(id).into_iter().flatten());
                }
            }
        }
        component
    }

    /// The shapes as a depth-first search along the members leaves them.
    fn in_order_of_leaving(&self) -> Vec<&'g ShapeId> {
        let mut seen = BTreeSet::new();
        let mut left = Vec::new();
        let mut path = Vec::new();
        let targets = |id| self.targets.get(id).into_iter().flatten().copied();
        for root in self.targets.keys().copied() {
            if seen.insert(root) {
                path.push((root, targets(root)));
            }
            while let Some((id, rest)) = path.last_mut() {
                match rest.next() {
                    Some(target) if seen.insert(target) => path.push((target, targets(target))),
                    Some(_) => {}
                    None => {
                        left.push(*id);
                        path.pop();
                    }
                }
            }
        }
        left
    }
}
