//! Operations that cannot be generated yet, and why. They are left out, so that the others can be
//! had.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::traits::{HttpChecksumRequired, Streaming};
use crate::model::{Model, Operation, Shape, ShapeId, ShapeKind};

/// What to tell of an operation that cannot be generated; `None` where it can.
pub(super) fn warning(model: &Model, shape: &Shape) -> Option<Diagnostic> {
    let ShapeKind::Operation(operation) = &shape.kind else {
        return None;
    };
    let message = format!(
        "`{}` is left out: {}",
        shape.id.name(),
        reason(model, shape, operation)?
    );
    let problem = model.problem(Code::UnsupportedOperation, &shape.id, &[], message);
    Some(problem.warning())
}

fn reason(model: &Model, shape: &Shape, operation: &Operation) -> Option<&'static str> {
    let input = streamed(model, &operation.input);
    let output = streamed(model, &operation.output);
    match (input, output) {
        (Some(ShapeKind::Union { .. }), _) => Some("it sends an event stream"),
        (_, Some(ShapeKind::Union { .. })) => Some("it answers with an event stream"),
        (Some(_), _) if shape.traits.has::<HttpChecksumRequired>() => {
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
