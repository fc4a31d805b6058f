//! What members of structures and unions are in messages: in those that are read, and in those that are
//! written, which depends on the protocol.

use super::change::{Kind, Severity};
use super::comparison::{Comparison, Location};
use crate::ir::{Direction, Layout, Member, UnionVariant};
use crate::lower::docs::code;

/// What a member is in messages.
pub(super) struct InMessages<'a> {
    /// Its name in the model, which formats beside the service's have.
    model: Option<&'a str>,
    read: Part<'a>,
    /// `None` where it is in no message that is written.
    written: Option<Part<'a>>,
    /// Its name in what services answer, and their doubles; `None` where it is in no message that is read.
    answered: Option<&'a str>,
    /// How it is laid out in what anybody writes, a client or a double of the service.
    written_layout: Option<&'a Layout>,
}

/// What it is in those of one direction.
struct Part<'a> {
    name: &'a str,
    layout: Option<&'a Layout>,
}

impl<'a> InMessages<'a> {
    pub fn of_member(member: &'a Member) -> Self {
        let written = Part {
            name: &member.written_name,
            layout: member.written_layout.as_ref(),
        };
        Self {
            model: member.id.member(),
            read: Part {
                name: &member.wire_name,
                layout: member.layout.as_ref(),
            },
            written: member.direction.written.then_some(written),
            answered: member.direction.read.then_some(&member.answered_name),
            written_layout: member.written_layout.as_ref(),
        }
    }

    pub fn of_variant(variant: &'a UnionVariant, direction: Direction) -> Self {
        let written = Part {
            name: &variant.written_name,
            layout: variant.written_layout.as_ref(),
        };
        Self {
            model: variant.id.member(),
            read: Part {
                name: &variant.wire_name,
                layout: variant.layout.as_ref(),
            },
            written: direction.written.then_some(written),
            answered: direction.read.then_some(&variant.answered_name),
            written_layout: variant.written_layout.as_ref(),
        }
    }
}

impl Comparison<'_> {
    /// A member that is in both. Its name in what is read is in its documentation, too, whichever way
    /// it travels.
    pub fn in_messages(&mut self, location: &Location, old: InMessages<'_>, new: InMessages<'_>) {
        if self.is_another_protocol() {
            return;
        }
        let is_laid_out_anew = old.written_layout != new.written_layout;
        let written = old.written.as_ref().zip(new.written.as_ref());
        self.wire_name(location, old.read.name, new.read.name);
        if let (Some(was), Some(is)) = (old.model, new.model)
            && old.read.name == new.read.name
            && was != is
        {
            let (was, is) = (code(was), code(is));
            let reason = format!(
                "formats beside the service's (the feature `serde`) call it {is} in place of {was}; \
                 messages and the Rust name stay"
            );
            self.note(location, Severity::Patch, Kind::WireName, reason);
        }
        if let Some((was, is)) = written
            && old.read.name == new.read.name
        {
            self.wire_name(location, was.name, is.name);
        }
        self.answered(location, &old, &new);
        if is_laid_out_anew || old.read.layout != new.read.layout {
            let reason = "messages have its value in other elements, in another namespace or as an \
                          attribute; the Rust type stays";
            self.note(location, Severity::Patch, Kind::WireName, reason);
        }
    }

    /// What services call a member in their answers, where that has changed and nothing else of its names: its prefix.
    fn answered(&mut self, location: &Location, old: &InMessages<'_>, new: &InMessages<'_>) {
        let names = |of: &InMessages<'_>| {
            let written = of.written.as_ref().map(|part| part.name.to_owned());
            (of.read.name.to_owned(), written)
        };
        if let (Some(was), Some(is)) = (old.answered, new.answered)
            && names(old) == names(new)
            && was != is
        {
            let (was, is) = (code(was), code(is));
            let reason = format!(
                "doubles of the service (the feature `test-util`) call it {is} in place of {was}; clients read it \
                 as they did"
            );
            self.note(location, Severity::Patch, Kind::WireName, reason);
        }
    }
}
