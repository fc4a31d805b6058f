//! Messages that hardly end: where what is required requires several others, and so on, there are
//! powers of values in each message, and in the example of each call.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::limits::REQUIRED_VALUES;
use crate::lower::example;
use crate::model::traits::Required;
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::select::Selection;

/// The structures that require too much, without those that only have such a structure in them.
pub(super) fn too_large(model: &Model, selection: &Selection<'_>) -> Vec<Diagnostic> {
    let mut values = Values {
        model,
        known: BTreeMap::new(),
    };
    let messages = super::messages(selection).into_iter();
    let shapes = selection.shapes.iter().map(|id| (id, example::MAX_DEPTH));
    let all = shapes.chain(messages.map(|message| (message, 0)));
    let problems = all.filter_map(|(id, depth)| {
        let shape = model.shape(id)?;
        if values.of(shape, depth) <= REQUIRED_VALUES {
            return None;
        }
        let inner = Values::inner(shape, depth).into_iter();
        let mut inner = inner.filter_map(|member| model.shape(&member.target));
        if inner.any(|target| values.of(target, example::MAX_DEPTH) > REQUIRED_VALUES) {
            return None;
        }
        let message = format!(
            "`{}` requires more than {REQUIRED_VALUES} values, within each other",
            shape.id.name()
        );
        let problem = model.problem(Code::BeyondLimit, &shape.id, &["members"], message);
        Some(problem.help("require less, or leave out the operations that reach it"))
    });
    problems.collect()
}

/// Counts the values of examples.
struct Values<'m> {
    model: &'m Model,
    /// What is known of shapes, by how deep in the example they are.
    known: BTreeMap<(&'m ShapeId, usize), usize>,
}

impl<'m> Values<'m> {
    /// The values in one of this shape, so deep in the example, where placeholders end at some depth
    /// and what is required goes on being empty. Types are not too deep when this is asked.
    fn of(&mut self, shape: &'m Shape, depth: usize) -> usize {
        let depth = depth.min(example::MAX_DEPTH);
        if let Some(known) = self.known.get(&(&shape.id, depth)) {
            return *known;
        }
        // A circle is none of what is required, and counts once.
        self.known.insert((&shape.id, depth), 1);
        let mut count: usize = 1;
        for member in Self::inner(shape, depth) {
            if let Some(target) = self.model.shape(&member.target) {
                count = count.saturating_add(self.of(target, depth + 1));
            }
        }
        self.known.insert((&shape.id, depth), count);
        count
    }

    /// The members of a shape that have values in an example.
    fn inner(shape: &'m Shape, depth: usize) -> Vec<&'m Member> {
        match &shape.kind {
            ShapeKind::Structure { members } => members
                .iter()
                .filter(|member| member.traits.has::<Required>())
                .collect(),
            _ if depth >= example::MAX_DEPTH => Vec::new(),
            ShapeKind::List { member } | ShapeKind::Map { value: member, .. } => vec![member],
            ShapeKind::Union { members } => members.first().into_iter().collect(),
            _ => Vec::new(),
        }
    }
}
