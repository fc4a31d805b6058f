//! Messages that hardly end: where what is required requires several others, and so on, there are
//! powers of values in each message, and in the example of each call.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::limits::REQUIRED_VALUES;
use crate::lower::example;
use crate::model::traits::Required;
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::select::Selection;

/// The messages that require too much.
pub(super) fn too_large(model: &Model, selection: &Selection<'_>) -> Vec<Diagnostic> {
    let mut values = Values {
        model,
        known: BTreeMap::new(),
    };
    let problems = super::messages(selection)
        .into_iter()
        .filter_map(|message| {
            let shape = model.shape(message)?;
            let count = values.of(shape, 0);
            if count <= REQUIRED_VALUES {
                return None;
            }
            let message = format!(
                "`{}` requires more than {REQUIRED_VALUES} values, within each other",
                shape.id.name()
            );
            let problem = model.problem(Code::BeyondLimit, &shape.id, &["members"], message);
            Some(problem.help("require less, or leave out the operations that have it"))
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
        let is_deepest = depth == example::MAX_DEPTH;
        let inner: Vec<&Member> = match &shape.kind {
            ShapeKind::Structure { members } => members
                .iter()
                .filter(|member| member.traits.has::<Required>())
                .collect(),
            _ if is_deepest => Vec::new(),
            ShapeKind::List { member } | ShapeKind::Map { value: member, .. } => vec![member],
            ShapeKind::Union { members } => members.first().into_iter().collect(),
            _ => Vec::new(),
        };
        let mut count: usize = 1;
        for member in inner {
            if let Some(target) = self.model.shape(&member.target) {
                count = count.saturating_add(self.of(target, depth + 1));
            }
        }
        self.known.insert((&shape.id, depth), count);
        count
    }
}
