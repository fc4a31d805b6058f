//! Members of structures.

use super::change::{Kind, Severity};
use super::comparison::{Comparison, Location};
use super::in_messages::InMessages;
use super::types::{in_box, in_option, text};
use crate::ir::{Binding, Docs, Header, Initial, Member, Payload, Type};
use crate::lower::docs::code;
use crate::model::ShapeId;

impl Comparison<'_> {
    /// A member that is new.
    pub fn added_member(&mut self, location: &Location, member: &Member, default_goes: bool) {
        if member.type_.is_streamed() {
            let reason = "it is new, and a stream: code that clones or compares the structure does \
                          not compile";
            self.note(location, Severity::Major, Kind::Added, reason);
            return;
        }
        if member.required.is_none() {
            self.note(
                location,
                Severity::Minor,
                Kind::Added,
                "it is new, and need not be set",
            );
            return;
        }
        let default = if default_goes {
            ", and there is no `Default` any more"
        } else {
            ""
        };
        let reason = format!(
            "it is new and required: code that builds the structure does not compile before it \
             sets it{default}"
        );
        self.note(location, Severity::Major, Kind::Added, reason);
    }

    /// A member that is in both.
    pub fn member(&mut self, location: &Location, old: &Member, new: &Member) {
        self.name(location, &old.name, &new.name);
        if !self.field(location, old, new) {
            self.requirement(location, old, new);
        }
        if old.optional == new.optional && old.initial != new.initial {
            let (was, is) = (shown(&old.initial), shown(&new.initial));
            let reason = format!("without a value it was {was} and is {is}");
            self.note(location, Severity::Minor, Kind::Default, reason);
        }
        if old.idempotency_token != new.idempotency_token {
            let reason = if new.idempotency_token {
                "builders fill it with a random token where the caller does not"
            } else {
                "builders do not fill it with a random token any more"
            };
            self.note(location, Severity::Minor, Kind::Default, reason);
        }
        self.in_messages(
            location,
            InMessages::of_member(old),
            InMessages::of_member(new),
        );
        if old.other_wire_name != new.other_wire_name {
            let reason = match &new.other_wire_name {
                Some(name) => format!("it may be called {} in messages, too", code(name)),
                None => "it has no second name in messages any more".to_owned(),
            };
            self.note(location, Severity::Patch, Kind::WireName, reason);
        }
        if old.binding != new.binding && !self.is_another_protocol() {
            let reason = format!(
                "it was {} and is {}",
                place_of(&old.binding),
                place_of(&new.binding)
            );
            self.note(location, Severity::Patch, Kind::HttpBinding, reason);
        }
        if old.collections != new.collections {
            let reason = if new.collections.is_empty() {
                "a path is no longer taken for the id in it, and is sent as it is"
            } else {
                "it may be given as a path in these collections, of which the id alone is sent"
            };
            self.note(location, Severity::Patch, Kind::Protocol, reason);
        }
        if old.may_be_unreadable != new.may_be_unreadable {
            let reason = if new.may_be_unreadable {
                "a value that is not of its type counts as absent"
            } else {
                "an answer with a value that is not of its type cannot be read"
            };
            self.note(location, Severity::Patch, Kind::Protocol, reason);
        }
        self.timestamps(location, Some(&old.type_), Some(&new.type_));
        self.sensitivity(location, old.sensitive, new.sensitive);
        self.deprecation(location, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.documentation(location, &old.docs, &new.docs);
        self.constraints(location, [&old.id, &new.id], [&old.docs, &new.docs]);
    }

    /// The field's type; tells whether it is another.
    fn field(&mut self, location: &Location, old: &Member, new: &Member) -> bool {
        let (kind, what) = if !self.is_same(&old.type_, &new.type_) {
            (Kind::Type, "code that reads or sets it does not compile")
        } else if old.optional != new.optional {
            (Kind::Optionality, consequence(old, new))
        } else if old.boxed != new.boxed {
            (
                Kind::Boxed,
                "code that reads the field or sets it without a builder does not compile",
            )
        } else {
            return false;
        };
        let reason = format!(
            "its field was `{}` and is `{}`: {what}",
            field(old),
            field(new)
        );
        self.note(location, Severity::Major, kind, reason);
        true
    }

    /// Whether builders insist on it, where the field does not tell.
    fn requirement(&mut self, location: &Location, old: &Member, new: &Member) {
        let reason = match (&old.required, &new.required) {
            (None, Some(_)) => {
                "builders insist on it now: code that leaves it out does not compile".to_owned()
            }
            (Some(_), None) => {
                "builders do not insist on it any more, and lose a type parameter: code that \
                 writes out the builder's type does not compile"
                    .to_owned()
            }
            (Some(old), Some(new)) if old.marker != new.marker => format!(
                "the trait `required::{}` is called `required::{}` now: code that names it does \
                 not compile",
                old.marker, new.marker
            ),
            _ => return,
        };
        self.note(location, Severity::Major, Kind::Required, reason);
    }

    /// How timestamps are written.
    pub fn timestamps(&mut self, location: &Location, old: Option<&Type>, new: Option<&Type>) {
        let format = |type_: Option<&Type>| type_.and_then(Type::timestamp_format);
        if let (Some(old), Some(new)) = (format(old), format(new))
            && old != new
            && !self.is_another_protocol()
        {
            let reason =
                format!("messages have it as {new:?} in place of {old:?}; the Rust type stays");
            self.note(location, Severity::Patch, Kind::TimestampFormat, reason);
        }
    }

    /// What the value of a member or variant is checked against, where its documentation does not
    /// tell.
    pub fn constraints(
        &mut self,
        location: &Location,
        [old, new]: [&ShapeId; 2],
        [old_docs, new_docs]: [&Docs; 2],
    ) {
        let is_same = self.old_constraints.get(old) == self.new_constraints.get(new);
        if !is_same && old_docs.constraints == new_docs.constraints {
            let reason = "its constraints are others; the service checks them, and the crate where \
                          it is asked to";
            self.note(location, Severity::Patch, Kind::Constraints, reason);
        }
    }
}

/// What comes of a field that is an `Option` now, or no longer.
fn consequence(old: &Member, new: &Member) -> &'static str {
    match (&old.required, &new.required) {
        (None, Some(_)) => {
            "code that reads it does not compile, nor does code that builds the structure without it"
        }
        (Some(_), None) => {
            "code that reads it does not compile, nor does code that writes out the builder's type"
        }
        _ => "code that reads it does not compile",
    }
}

/// A field's type, as it stands in code.
fn field(member: &Member) -> String {
    in_option(in_box(text(&member.type_), member.boxed), member.optional)
}

fn shown(initial: &Initial) -> String {
    match initial {
        Initial::Absent => "`None`".to_owned(),
        Initial::Empty => "empty".to_owned(),
        Initial::Default(value) => code(&value.to_string()),
    }
}

/// Where in a message a member is, in words.
fn place_of(binding: &Binding) -> String {
    match binding {
        Binding::Body => "in the body".to_owned(),
        Binding::Unsent => "in no message".to_owned(),
        Binding::Label => "in the path".to_owned(),
        Binding::Query(name) => format!("the query parameter {}", code(name)),
        Binding::QueryParams => "all over the query".to_owned(),
        Binding::Header(Header { name, base64: true }) => {
            format!("the header {}, in base64", code(name))
        }
        Binding::Header(Header { name, .. }) => format!("the header {}", code(name)),
        Binding::PrefixHeaders(prefix) => format!("in the headers {}", code(&format!("{prefix}*"))),
        Binding::Payload(Payload::Structure | Payload::Value) => "the whole body".to_owned(),
        Binding::Payload(Payload::Text(media_type) | Payload::Blob(media_type)) => {
            format!("the whole body, as {}", code(media_type))
        }
        Binding::Payload(Payload::Stream { media_type, sized }) => {
            let sized = if *sized { ", of a known length" } else { "" };
            format!("the whole body, streamed as {}{sized}", code(media_type))
        }
        Binding::Payload(Payload::Events) => "the whole body, event by event".to_owned(),
        Binding::EventHeader => "a header of its event".to_owned(),
        Binding::EventPayload(Payload::Text(media_type) | Payload::Blob(media_type)) => {
            format!("the payload of its event, as {}", code(media_type))
        }
        Binding::EventPayload(_) => "the payload of its event".to_owned(),
        Binding::Status => "the status code".to_owned(),
    }
}
