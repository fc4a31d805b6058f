//! Shapes that hold themselves without end: a structure that requires itself could never be
//! made, and a list of itself cannot be written down as a type.
//!
//! <https://smithy.io/2.0/spec/model.html#recursive-shape-definitions>

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Model;
use crate::model::shape::{Member, Shape, ShapeKind};
use crate::model::shape_id::ShapeId;
use crate::model::traits::Required;

/// Checks all shapes, and reports each circle once.
pub(super) fn check(model: &Model, problems: &mut Vec<Diagnostic>) {
    let endless = without_end(model);
    let way_on = |id: &ShapeId| {
        let mut members = model.shape(id)?.members();
        members.find(|member| endless.contains(&member.target) && is_needed(model, member))
    };
    for circle in circles(endless.iter().copied(), way_on) {
        let help = "make one of these members optional, or put a list or map in between";
        problems.push(report(model, &circle, help));
    }

    let collections = model.shapes().filter(|shape| is_collection(shape));
    let element = |id: &ShapeId| {
        let element = model.shape(id)?.members().last()?;
        let is_collection = model.target(element).is_some_and(is_collection);
        is_collection.then_some(element)
    };
    for circle in circles(collections.map(|shape| &shape.id), element) {
        problems.push(report(
            model,
            &circle,
            "put a structure or union in between",
        ));
    }
}

/// The shapes of which no value can be made.
fn without_end(model: &Model) -> BTreeSet<&ShapeId> {
    let candidates = model.shapes().filter(|shape| {
        let can_recur = matches!(
            shape.kind,
            ShapeKind::Structure { .. } | ShapeKind::Union { .. }
        );
        can_recur && !is_simple_enough(model, shape)
    });
    let mut endless: BTreeMap<&ShapeId, &Shape> =
        candidates.map(|shape| (&shape.id, shape)).collect();
    // What needs only shapes that end does end, and so may what needs it.
    let mut needed_by: BTreeMap<&ShapeId, Vec<&Shape>> = BTreeMap::new();
    for shape in endless.values() {
        for member in shape.members().filter(|member| is_needed_in(shape, member)) {
            needed_by.entry(&member.target).or_default().push(shape);
        }
    }
    // How many of the shapes that it needs are not known to end: of a union's one is enough.
    let mut waits_for: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    let mut ending: Vec<&ShapeId> = Vec::new();
    for shape in endless.values() {
        let needed = shape.members().filter(|member| is_needed_in(shape, member));
        let (all, open) = needed.fold((0, 0), |(all, open), member| {
            (
                all + 1,
                open + usize::from(endless.contains_key(&member.target)),
            )
        });
        let open = match &shape.kind {
            ShapeKind::Union { .. } => usize::from(all == open),
            _ => open,
        };
        waits_for.insert(&shape.id, open);
        ending.extend((open == 0).then_some(&shape.id));
    }
    while let Some(id) = ending.pop() {
        endless.remove(id);
        for shape in needed_by.get(id).into_iter().flatten() {
            if let Some(open @ 1..) = waits_for.get_mut(&shape.id) {
                *open -= 1;
                ending.extend((*open == 0).then_some(&shape.id));
            }
        }
    }
    endless.into_keys().collect()
}

/// Whether a value of the shape can be made, given of which targets one can be.
fn ends(shape: &Shape, can_be_made: impl Fn(&ShapeId) -> bool) -> bool {
    let ends = |member: &Member| can_be_made(&member.target);
    match &shape.kind {
        ShapeKind::Union { members } => members.iter().any(ends),
        _ => shape
            .members()
            .filter(|member| member.traits.has::<Required>())
            .all(ends),
    }
}

/// Whether all that the shape needs is neither a structure nor a union.
fn is_simple_enough(model: &Model, shape: &Shape) -> bool {
    ends(shape, |id| {
        let target = model.shape(id).map(|target| &target.kind);
        !matches!(
            target,
            Some(ShapeKind::Structure { .. } | ShapeKind::Union { .. })
        )
    })
}

/// Whether a value of the member's shape needs one of the member.
fn is_needed(model: &Model, member: &Member) -> bool {
    let holder = model.shape(&member.id.without_member());
    holder.is_some_and(|holder| is_needed_in(holder, member))
}

/// The same, where the shape is known: a union needs one of its members, and a structure what is
/// `@required`.
fn is_needed_in(holder: &Shape, member: &Member) -> bool {
    matches!(holder.kind, ShapeKind::Union { .. }) || member.traits.has::<Required>()
}

fn is_collection(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::List { .. } | ShapeKind::Map { .. })
}

/// The circles that are met when going from shape to shape, each as its members, beginning
/// with the one that sorts first.
fn circles<'a>(
    starts: impl Iterator<Item = &'a ShapeId>,
    next: impl Fn(&ShapeId) -> Option<&'a Member>,
) -> Vec<Vec<&'a Member>> {
    let mut seen: BTreeSet<ShapeId> = BTreeSet::new();
    let mut circles = Vec::new();
    for start in starts {
        let mut way: Vec<&Member> = Vec::new();
        let mut at = start;
        while seen.insert(at.clone()) {
            let Some(member) = next(at) else { break };
            way.push(member);
            at = &member.target;
        }
        // A way that met an earlier one closes no circle of its own.
        if let Some(closed) = way
            .iter()
            .position(|member| member.id.without_member() == *at)
        {
            let mut circle = way.split_off(closed);
            let first = circle
                .iter()
                .enumerate()
                .min_by_key(|(_, member)| &member.id);
            let first = first.map_or(0, |(index, _)| index);
            circle.rotate_left(first);
            circles.push(circle);
        }
    }
    circles
}

fn report(model: &Model, circle: &[&Member], help: &str) -> Diagnostic {
    let holder = circle[0].id.without_member();
    let steps = circle.iter().map(|member| {
        let holder = member.id.name();
        format!("{holder}${} -> ", member.name)
    });
    let steps: String = steps.collect();
    let name = holder.name();
    let message = format!("`{name}` holds itself without end: {steps}{name}");
    let problem = model.problem(Code::EndlessShape, &circle[0].id, &["target"], message);
    problem.help(help)
}
