//! Operations that cannot be generated yet, and why. They are left out, so that the others can be
//! had, unless they are asked for by name.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::traits::{Streaming, needs_md5};
use crate::model::{Model, Shape, ShapeId, ShapeKind};

/// An operation that cannot be generated.
pub(super) struct Unsupported<'m> {
    operation: &'m Shape,
    reason: &'static str,
}

/// The operations that can be generated, and those that cannot.
pub(super) fn divide<'m>(
    model: &Model,
    operations: impl Iterator<Item = &'m Shape>,
) -> (Vec<&'m Shape>, Vec<Unsupported<'m>>) {
    let (mut supported, mut unsupported) = (Vec::new(), Vec::new());
    for operation in operations {
        match reason(model, operation) {
            None => supported.push(operation),
            Some(reason) => unsupported.push(Unsupported { operation, reason }),
        }
    }
    (supported, unsupported)
}

impl Unsupported<'_> {
    /// What to tell where it is left out.
    pub fn warning(&self, model: &Model) -> Diagnostic {
        self.diagnostic(model, "is left out").warning()
    }

    /// What to tell where it was asked for.
    pub fn problem(&self, model: &Model) -> Diagnostic {
        let problem = self.diagnostic(model, "cannot be generated yet");
        problem.help("take it out of the operations that are named")
    }

    fn diagnostic(&self, model: &Model, what: &str) -> Diagnostic {
        let id = &self.operation.id;
        let message = format!("`{}` {what}: {}", id.name(), self.reason);
        model.problem(Code::UnsupportedOperation, id, &[], message)
    }
}

fn reason(model: &Model, shape: &Shape) -> Option<&'static str> {
    let ShapeKind::Operation(operation) = &shape.kind else {
        return None;
    };
    let input = streamed(model, &operation.input);
    let output = streamed(model, &operation.output);
    match (input, output) {
        (Some(_), _) if needs_md5(&shape.traits) => {
            Some("it sends a stream of bytes with a checksum")
        }
        _ => None,
    }
}

/// What a message streams, where it streams anything.
fn streamed<'m>(model: &'m Model, message: &ShapeId) -> Option<&'m ShapeKind> {
    let mut members = model.shape(message).into_iter().flat_map(Shape::members);
    members.find_map(|member| {
        let target = model.shape(&member.target)?;
        let is_streamed = member.traits.has::<Streaming>() || target.traits.has::<Streaming>();
        is_streamed.then_some(&target.kind)
    })
}
