//! Directions: which shapes are part of the bodies that are sent, and which of those received. What
//! writes and reads shapes is emitted for these alone.

use std::collections::BTreeSet;

use crate::ir::{Binding, Direction, StructureKind};
use crate::model::{Model, ShapeId};
use crate::select::Selection;

use super::structures::{Member, Structures};
use super::{Lowering, WireRules, events};

/// The shapes that are written, and those that are read.
#[derive(Default)]
pub(super) struct Directions {
    written: Reached,
    read: Reached,
}

/// What travels one way.
#[derive(Default)]
struct Reached {
    /// As a part of bodies, or as a whole one.
    in_bodies: BTreeSet<ShapeId>,
    /// As a stream of events, or as an event of which members are headers or the payload.
    in_streams: BTreeSet<ShapeId>,
}

impl Directions {
    /// Which ways a shape travels as a stream of events, or as an event of which members are headers
    /// or the payload.
    pub fn as_event(&self, id: &ShapeId) -> Direction {
        Direction {
            written: self.written.in_streams.contains(id),
            read: self.read.in_streams.contains(id),
        }
    }

    /// Which ways a shape travels as a part of bodies, or as a whole one.
    pub fn of(&self, id: &ShapeId) -> Direction {
        Direction {
            written: self.written.in_bodies.contains(id),
            read: self.read.in_bodies.contains(id),
        }
    }
}

/// Which ways a structure travels as an object in bodies, being of one kind.
pub(super) struct Object {
    pub direction: Direction,
    /// Which ways all of its members are in the object, whatever they are bound to.
    whole: Direction,
}

impl Object {
    /// Which ways a member travels in the object.
    pub fn member(&self, member: &Member<'_>) -> Direction {
        let is_in_body = member.binding == Binding::Body;
        if member.type_.is_streamed() {
            return Direction::default();
        }
        let Direction { written, read } = self.direction;
        Direction {
            written: written && (is_in_body || self.whole.written),
            read: read && (is_in_body || self.whole.read),
        }
    }
}

impl Lowering<'_> {
    /// What of a structure travels as an object in bodies, being of this kind.
    pub(super) fn object(&self, id: &ShapeId, kind: StructureKind) -> Object {
        let travels = self.decided.directions.of(id);
        let direction = match kind {
            // What it shares a shape with may travel the other way too.
            StructureKind::Input => Direction {
                written: self.has_object(id, kind) && !self.is_left_out(id),
                read: false,
            },
            StructureKind::Output => Direction {
                written: false,
                read: self.has_object(id, kind),
            },
            // Any response may turn out to be one.
            StructureKind::Error => Direction {
                read: true,
                ..travels
            },
            StructureKind::Nested => self.part(id, travels),
        };
        if kind == StructureKind::Nested && self.decided.directions.as_event(id).is_any() {
            // As an event, it has members elsewhere.
            return Object {
                direction,
                whole: travels,
            };
        }
        let is_whole = !self.rules.has_bindings();
        // An error that is a part of something else is whole there.
        let is_error = kind == StructureKind::Error;
        let whole = Direction {
            written: is_whole || is_error,
            read: is_whole || (is_error && travels.read),
        };
        Object { direction, whole }
    }

    /// Which ways a structure that is no message travels as an object: one that is an event does where
    /// anything is left for the payload.
    fn part(&self, id: &ShapeId, travels: Direction) -> Direction {
        let as_event = self.decided.directions.as_event(id);
        let mut members = self.decided.structure(id, StructureKind::Nested).iter();
        let has_rest = members.any(|member| member.binding == Binding::Body);
        Direction {
            written: travels.written || (has_rest && as_event.written),
            read: travels.read || (has_rest && as_event.read),
        }
    }

    /// Whether a message has an object in its body.
    fn has_object(&self, id: &ShapeId, kind: StructureKind) -> bool {
        let mut members = self.decided.structure(id, kind).iter();
        !self.rules.has_bindings() || members.any(|member| member.binding == Binding::Body)
    }

    /// Whether an operation that takes this sends no body at all.
    fn is_left_out(&self, input: &ShapeId) -> bool {
        self.rules.no_body_without_input && *input == ShapeId::unit()
    }
}

/// Finds the directions of all shapes that the chosen operations reach.
pub(super) fn find(
    model: &Model,
    selection: &Selection<'_>,
    rules: &WireRules,
    structures: &Structures<'_>,
) -> Directions {
    let mut directions = Directions::default();
    let in_body = |id, kind| in_body(id, kind, rules, structures);
    for (_, operation) in super::chosen_operations(selection) {
        let Directions { written, read } = &mut directions;
        written.reach(model, in_body(&operation.input, StructureKind::Input));
        written.reach_events(model, &operation.input);
        read.reach(model, in_body(&operation.output, StructureKind::Output));
        read.reach_events(model, &operation.output);
        for error in super::errors_of(selection, operation) {
            read.reach(model, in_body(error, StructureKind::Error));
        }
    }
    directions
}

/// The shapes that a message's body is made of: the structure itself, or what its body has of it
/// where its other members are elsewhere.
fn in_body<'m>(
    id: &'m ShapeId,
    kind: StructureKind,
    rules: &WireRules,
    structures: &Structures<'m>,
) -> Vec<&'m ShapeId> {
    match structures.get(id, kind) {
        Some(members) if rules.has_bindings() => members
            .iter()
            .filter(|member| member.is_in_body())
            .map(|member| &member.model.target)
            .collect(),
        _ => vec![id],
    }
}

impl Reached {
    fn reach<'m>(&mut self, model: &'m Model, mut waiting: Vec<&'m ShapeId>) {
        while let Some(id) = waiting.pop() {
            // Streams are parts of nothing.
            if let Some(shape) = model.shape(id)
                && !events::is_stream(shape)
                && self.in_bodies.insert(id.clone())
            {
                waiting.extend(shape.members().map(|member| &member.target));
            }
        }
    }

    /// What the stream of a message is made of, where it has one.
    fn reach_events(&mut self, model: &Model, message: &ShapeId) {
        let Some(stream) = events::of_message(model, message) else {
            return;
        };
        self.in_streams.insert(stream.id.clone());
        for event in events::events(model, stream) {
            if events::is_bound(event) {
                self.in_streams.insert(event.id.clone());
                let texts = events::texts(model, event);
                self.in_streams.extend(texts.map(|text| text.id.clone()));
            }
            self.reach(model, events::in_payload(model, event));
        }
    }
}
