//! Streams of events: which ways they travel, and what their messages are made of.

use super::change::{Kind, Severity, Subject};
use super::comparison::{Comparison, Location};
use crate::ir::{Direction, Event, Structure, Union, UnionVariant};
use crate::lower::docs::code;

impl Comparison<'_> {
    /// Two unions that are one to callers, as streams.
    pub fn events(&mut self, location: &Location, old: &Union, new: &Union) {
        self.travels(location, "stream of events", old.stream, new.stream);
        let id = |variant: &UnionVariant| variant.id.clone();
        for variant in &new.variants {
            let of_old = old.variants.iter().find(|other| id(other) == id(variant));
            let location = location.part(Subject::Variant, &variant.id, &variant.name);
            match of_old {
                Some(old) => self.event(&location, old, variant),
                None => self.ending(&location, variant, "a stream may end with it now"),
            }
        }
        for variant in &old.variants {
            if new.variants.iter().all(|other| id(other) != id(variant)) {
                let location = location.part(Subject::Variant, &variant.id, &variant.name);
                self.ending(&location, variant, "a stream does not end with it any more");
            }
        }
    }

    /// Two structures that are one to callers, as events of which members are headers or the payload.
    pub fn bound_event(&mut self, location: &Location, old: &Structure, new: &Structure) {
        self.travels(
            location,
            "event with headers or a payload",
            old.event,
            new.event,
        );
    }

    fn travels(&mut self, location: &Location, what: &str, old: Direction, new: Direction) {
        let ways = |direction: Direction| match (direction.written, direction.read) {
            (false, false) => format!("not a {what}"),
            (true, false) => format!("sent as a {what}"),
            (false, true) => format!("received as a {what}"),
            (true, true) => format!("sent and received as a {what}"),
        };
        if old != new {
            let reason = format!("it was {} and is {}", ways(old), ways(new));
            let reason = reason.replace(" a event", " an event");
            self.note(location, Severity::Patch, Kind::HttpBinding, reason);
        }
    }

    /// How a member of a stream travels, in both.
    fn event(&mut self, location: &Location, old: &UnionVariant, new: &UnionVariant) {
        if self.is_another_protocol() {
            return;
        }
        if old.event != new.event {
            let (was, is) = (shown(old.event.as_ref()), shown(new.event.as_ref()));
            let reason = format!("it was {was} and is {is}");
            self.note(location, Severity::Patch, Kind::HttpBinding, reason);
        }
        if old.event_root != new.event_root {
            let reason = "the payload of its event is another element; the Rust type stays";
            self.note(location, Severity::Patch, Kind::WireName, reason);
        }
    }

    /// An error with which streams end, or no longer.
    fn ending(&mut self, location: &Location, variant: &UnionVariant, reason: &str) {
        if let Some(Event::Error { .. }) = variant.event {
            self.note(location, Severity::Patch, Kind::Protocol, reason);
        }
    }
}

fn shown(event: Option<&Event>) -> String {
    match event {
        None => "no event".to_owned(),
        Some(Event::Name) => "an event without members".to_owned(),
        Some(Event::Document) => "an event whose payload is all of it".to_owned(),
        Some(Event::Bound) => "an event with headers or a payload of its own".to_owned(),
        Some(Event::Error { code: name, .. }) => format!("the error {}", code(name)),
    }
}
