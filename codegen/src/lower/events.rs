//! Streams of events: the unions that are such, the structures that are events in them, and where in
//! its message each member of an event is.
//!
//! <https://smithy.io/2.0/spec/streaming.html#event-streams>

use std::collections::BTreeSet;

use crate::ir::{Binding, Event, Payload};
use crate::model::traits::{Error, EventHeader, EventPayload, MediaType, Streaming};
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::select::Selection;

use super::Lowering;

/// Whether a shape is a stream of events.
pub(super) fn is_stream(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Union { .. }) && shape.traits.has::<Streaming>()
}

/// The stream of events that a message has.
pub(super) fn of_message<'m>(model: &'m Model, message: &ShapeId) -> Option<&'m Shape> {
    let members = model.shape(message).into_iter().flat_map(Shape::members);
    let mut targets = members.filter_map(|member| model.shape(&member.target));
    targets.find(|target| is_stream(target))
}

/// The events of a stream, the errors among them too.
pub(super) fn events<'m>(
    model: &'m Model,
    stream: &'m Shape,
) -> impl Iterator<Item = &'m Shape> + use<'m> {
    let members = stream.members();
    members.filter_map(|member| model.shape(&member.target))
}

/// The structures that are events of which members are headers, or one is the payload.
pub(super) fn bound<'m>(model: &'m Model, selection: &'m Selection<'_>) -> BTreeSet<&'m ShapeId> {
    let shapes = selection.shapes.iter().filter_map(|id| model.shape(id));
    let streams = shapes.filter(|shape| is_stream(shape));
    let events = streams.flat_map(|stream| events(model, stream));
    events
        .filter(|event| is_bound(event))
        .map(|event| &event.id)
        .collect()
}

/// Whether members of an event are headers, or one is the payload. What errors have is all in their
/// payload.
pub(super) fn is_bound(event: &Shape) -> bool {
    let is_bound =
        |member: &Member| member.traits.has::<EventHeader>() || member.traits.has::<EventPayload>();
    !event.traits.has::<Error>() && event.members().any(is_bound)
}

/// Where in its message a member of an event is.
pub(super) fn binding(model: &Model, member: &Member) -> Binding {
    if member.traits.has::<EventHeader>() {
        return Binding::EventHeader;
    }
    if !member.traits.has::<EventPayload>() {
        return Binding::Body;
    }
    let target = model.shape(&member.target);
    let media_type = |default: &str| {
        let given = target.and_then(|target| target.traits.get());
        given.map_or_else(|| default.to_owned(), |MediaType(given)| given)
    };
    Binding::EventPayload(match target.map(|target| &target.kind) {
        Some(ShapeKind::Blob) => Payload::Blob(media_type("application/octet-stream")),
        Some(ShapeKind::String | ShapeKind::Enum { .. }) => Payload::Text(media_type("text/plain")),
        _ => Payload::Value,
    })
}

/// The shapes that the payload of an event is made of: the event itself, its payload, or what is not
/// in headers.
pub(super) fn in_payload<'m>(model: &'m Model, event: &'m Shape) -> Vec<&'m ShapeId> {
    if !is_bound(event) {
        return vec![&event.id];
    }
    let in_payload = event.members().filter(|member| {
        matches!(
            binding(model, member),
            Binding::Body | Binding::EventPayload(Payload::Value)
        )
    });
    in_payload.map(|member| &member.target).collect()
}

/// The enums that are headers of an event, or its payload.
pub(super) fn texts<'m>(
    model: &'m Model,
    event: &'m Shape,
) -> impl Iterator<Item = &'m Shape> + use<'m> {
    let bound = event.members();
    let bound = bound.filter(|member| binding(model, member) != Binding::Body);
    let targets = bound.filter_map(|member| model.shape(&member.target));
    targets.filter(|target| {
        matches!(
            target.kind,
            ShapeKind::Enum { .. } | ShapeKind::IntEnum { .. }
        )
    })
}

impl Lowering<'_> {
    /// How a member of a stream travels.
    pub(super) fn event(&self, member: &Member) -> Event {
        if let Some(error) = self.decided.errors.of(&member.target) {
            return Event::Error {
                variant: error.variant.clone(),
                code: error.code.clone(),
            };
        }
        match self.model.shape(&member.target) {
            Some(event) if is_bound(event) => Event::Bound,
            Some(event) if event.members().next().is_some() => Event::Document,
            _ => Event::Name,
        }
    }
}
