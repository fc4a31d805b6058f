//! What is too deep, or too much, for the compiler, told before anything is lowered.

mod examples;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::StructureKind;
use crate::limits::{REQUIRED_MEMBERS, TYPE_DEPTH};
use crate::model::traits::Sparse;
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::select::Selection;

use super::customizations::Customizations;
use super::members;

/// Checks all shapes that the chosen operations reach.
///
/// # Errors
/// The shapes that are beyond a limit.
pub(super) fn check(
    model: &Model,
    selection: &Selection<'_>,
    customized: &Customizations,
) -> Result<(), Vec<Diagnostic>> {
    let mut problems = too_deep(model, selection);
    if problems.is_empty() {
        problems.extend(examples::too_large(model, selection));
    }
    let shapes = selection.shapes.iter().filter_map(|id| model.shape(id));
    problems.extend(shapes.filter_map(|shape| too_many_required(model, shape, customized)));
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn too_many_required(
    model: &Model,
    shape: &Shape,
    customized: &Customizations,
) -> Option<Diagnostic> {
    let is_required =
        |member: &&Member| members::is_required(customized, member, StructureKind::Nested);
    let count = shape.members().filter(is_required).count();
    let is_structure = matches!(shape.kind, ShapeKind::Structure { .. });
    if !is_structure || count <= REQUIRED_MEMBERS {
        return None;
    }
    let message = format!(
        "`{}` has {count} required members; builders can insist on {REQUIRED_MEMBERS} at most",
        shape.id.name()
    );
    let problem = model.problem(Code::BeyondLimit, &shape.id, &["members"], message);
    Some(problem.help("give members a default, or put some of them into a structure of their own"))
}

/// Where messages go deeper than is allowed, each place once.
fn too_deep(model: &Model, selection: &Selection<'_>) -> Vec<Diagnostic> {
    // The messages that go too deep, by the member with which they do.
    let mut found: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    for root in messages(selection) {
        if let Some(member) = beyond(model, root) {
            found.entry(&member.id).or_default().push(root);
        }
    }
    let problems = found.into_iter().map(|(member, messages)| {
        let others = match messages.len() {
            1 => String::new(),
            2 => ", and in one other message".to_owned(),
            count => format!(", and in {} other messages", count - 1),
        };
        let message = format!(
            "what is in `{}` is more than {TYPE_DEPTH} levels within `{}`{others}: a structure is a level, an \
             optional member another, a list three, a map four",
            member.without_member().name(),
            messages[0].name(),
        );
        model
            .problem(Code::BeyondLimit, member, &[], message)
            .help("make what is around it flatter, or leave out the operations that reach it")
    });
    problems.collect()
}

/// What operations take, give and fail with.
fn messages<'s>(selection: &'s Selection<'_>) -> BTreeSet<&'s ShapeId> {
    let mut messages = BTreeSet::new();
    for (_, operation) in super::chosen_operations(selection) {
        messages.extend([&operation.input, &operation.output]);
        messages.extend(super::errors_of(selection, operation));
    }
    messages
}

/// A shape on the way, its members that were not looked at yet, and how deep it is.
struct DepthFrame<'m> {
    ahead: Box<dyn Iterator<Item = &'m Member> + 'm>,
    depth: usize,
}

/// The first member of what is in a message that is too deep. The compiler goes the same way: into
/// each member in its turn, and into no type twice.
fn beyond<'m>(model: &'m Model, message: &ShapeId) -> Option<&'m Member> {
    let root = model.shape(message)?;
    let mut seen: BTreeSet<&ShapeId> = BTreeSet::from([&root.id]);
    let mut path = vec![DepthFrame {
        ahead: Box::new(root.members()),
        depth: levels(root),
    }];
    while let Some(frame) = path.last_mut() {
        let Some(member) = frame.ahead.next() else {
            path.pop();
            continue;
        };
        let Some(target) = model.shape(&member.target) else {
            continue;
        };
        let holder = model.shape(&member.id.without_member());
        let depth = frame.depth + holder.map_or(0, levels_of_member) + levels(target);
        if depth > TYPE_DEPTH {
            return Some(member);
        }
        if seen.insert(&target.id) {
            path.push(DepthFrame {
                ahead: Box::new(target.members()),
                depth,
            });
        }
    }
    None
}

/// How many types the compiler looks at, one within the other, to get into one of this shape:
/// `Vec`, the buffer in it, and what tells whose items these are.
fn levels(shape: &Shape) -> usize {
    match shape.kind {
        ShapeKind::List { .. } => 3,
        ShapeKind::Map { .. } => 4,
        _ => 1,
    }
}

/// The same for what is around a member's type: most members of structures are an `Option`, and so
/// are sparse items.
fn levels_of_member(holder: &Shape) -> usize {
    match holder.kind {
        ShapeKind::Structure { .. } => 1,
        ShapeKind::List { .. } | ShapeKind::Map { .. } => {
            usize::from(holder.traits.has::<Sparse>())
        }
        _ => 0,
    }
}
