//! HTTP bindings: where members and operations are in HTTP messages, for the protocols that have
//! such bindings.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html>

mod check;
mod checksums;
mod uri;

pub(super) use check::check;

use std::collections::BTreeSet;

use crate::ir::{
    Binding, Header, HttpRequest, HttpResponse, PathPart, Payload, Structure, StructureKind,
    TimestampFormat,
};
use crate::model::traits::{
    Http, HttpHeader, HttpLabel, HttpPayload, HttpPrefixHeaders, HttpQuery, HttpQueryParams,
    HttpResponseCode, MediaType, RequiresLength, Streaming, Trait, needs_md5,
};
use crate::model::{Member, Model, Operation, Shape, ShapeId, ShapeKind};

use super::deciding::Deciding;
use super::structures::{Member as Decided, Structures};
use super::{Lowering, Requests};
use super::{events, members};

impl Deciding<'_, '_> {
    /// Where a member is. Only members of messages are anywhere but in the body.
    pub(super) fn binding(&self, member: &Member, kind: StructureKind) -> Binding {
        let target = self.model.shape(&member.target);
        let is_message = matches!(kind, StructureKind::Input | StructureKind::Output);
        if is_message && target.is_some_and(events::is_stream) {
            return Binding::Payload(Payload::Events);
        }
        let holder = member.id.without_member();
        if kind == StructureKind::Nested && self.bound_events.contains(&holder) {
            return events::binding(self.model, member);
        }
        let counts = match kind {
            StructureKind::Input | StructureKind::Output => self.rules.has_bindings(),
            StructureKind::Error => self.rules.has_bindings() || self.is_header_of_error(member),
            StructureKind::Nested => false,
        };
        if !counts {
            return Binding::Body;
        }
        match binding(self.model, member, kind) {
            // What an error has is read with it.
            Binding::Payload(Payload::Stream { media_type, .. })
                if kind == StructureKind::Error =>
            {
                Binding::Payload(Payload::Blob(media_type))
            }
            binding => binding,
        }
    }

    /// The members of an output whose document is its one member itself.
    pub(super) fn unwrapped<'m>(&self, mut members: Vec<Decided<'m>>) -> Vec<Decided<'m>> {
        let is_in_body = |member: &&mut Decided<'_>| member.binding == Binding::Body;
        let mut in_body: Vec<_> = members.iter_mut().filter(is_in_body).collect();
        if let ([member], true) = (in_body.as_mut_slice(), self.rules.has_bindings()) {
            member.binding = Binding::Payload(Payload::Value);
        }
        members
    }

    /// Whether a member of an error is read from a header where nothing else is bound.
    fn is_header_of_error(&self, member: &Member) -> bool {
        let target = self.model.shape(&member.target);
        self.rules.headers_of_errors
            && member.traits.has::<HttpHeader>()
            && target.is_some_and(|shape| matches!(shape.kind, ShapeKind::String))
            && members::is_optional(self.customizations, member, StructureKind::Error)
    }

    /// The format of timestamps for which the model gives none, by where they are.
    pub(super) fn timestamp_format_of(&self, binding: &Binding) -> TimestampFormat {
        match binding {
            Binding::Header(_) | Binding::PrefixHeaders(_) => TimestampFormat::HttpDate,
            Binding::Label | Binding::Query(_) | Binding::QueryParams => TimestampFormat::DateTime,
            Binding::Body
            | Binding::Payload(_)
            | Binding::EventHeader
            | Binding::EventPayload(_)
            | Binding::Status
            | Binding::Unsent => self.rules.timestamp_format,
        }
    }
}

impl Lowering<'_> {
    /// What an operation's request is made of beside its members.
    pub(super) fn http_request(
        &self,
        shape: &Shape,
        operation: &Operation,
        input: &Structure,
        has_endpoint: bool,
    ) -> HttpRequest {
        let (method, uri) = self.method_and_uri(shape);
        let mut pattern = uri::parse(&uri).unwrap_or_default();
        let taken = has_endpoint
            .then(|| pattern.take_off(|label| self.customizations.is_of_endpoint(label)))
            .flatten();
        let endpoint_label = taken.and_then(|label| {
            let member = self
                .decided
                .member(&input.id, StructureKind::Input, label)?;
            Some(member.name.clone())
        });
        let parts = pattern.path.into_iter().map(|part| match part {
            uri::Part::Text(text) => PathPart::Text(text.to_owned()),
            uri::Part::Label { name, greedy } => {
                match self.decided.member(&input.id, StructureKind::Input, name) {
                    Some(member) => PathPart::Label {
                        member: member.name.clone(),
                        greedy,
                        default: member.label_default.map(str::to_owned),
                    },
                    None => PathPart::Text(format!("{{{name}}}")),
                }
            }
        });
        HttpRequest {
            method,
            endpoint_label,
            path: parts.collect(),
            query: pattern.query.to_owned(),
            root: self.root(&operation.input),
            headers: self.customizations.headers(self.version),
            checksum: needs_md5(&shape.traits),
            tree_hash: self.customizations.has_tree_hash(shape, input),
        }
    }

    /// What an operation's response is made of beside its members.
    pub(super) fn http_response(&self, shape: &Shape, operation: &Operation) -> HttpResponse {
        HttpResponse {
            status: self.stated_status(shape).unwrap_or(200),
            root: self.root(&operation.output),
        }
    }

    /// The status code of success that the model states, where it is none of 200 to 299.
    pub(super) fn success(&self, operation: &Shape) -> Option<u16> {
        let code = self.stated_status(operation)?;
        (!(200..300).contains(&code)).then_some(code)
    }

    fn stated_status(&self, operation: &Shape) -> Option<u16> {
        let http = operation.traits.get::<Http>();
        Some(http.filter(|_| self.rules.has_bindings())?.code)
    }

    fn method_and_uri(&self, operation: &Shape) -> (String, String) {
        match self.rules.requests {
            Requests::Bound => {
                let http = operation.traits.get::<Http>();
                http.map_or_else(Default::default, |http| (http.method, http.uri))
            }
            Requests::Post(path) => {
                let path = path
                    .replace("{service}", self.service.id.name())
                    .replace("{operation}", operation.id.name());
                ("POST".to_owned(), path)
            }
        }
    }
}

/// Where a member of a message is. Bindings that only messages of the other way have do not count.
fn binding(model: &Model, member: &Member, kind: StructureKind) -> Binding {
    let traits = &member.traits;
    let target = model.shape(&member.target);
    if let Some(HttpHeader(name)) = traits.get() {
        let is_text = target.is_some_and(|shape| matches!(shape.kind, ShapeKind::String));
        let base64 = is_text && media_type(target).is_some();
        return Binding::Header(Header { name, base64 });
    }
    if let Some(HttpPrefixHeaders(prefix)) = traits.get() {
        return Binding::PrefixHeaders(prefix);
    }
    if traits.has::<HttpPayload>() {
        return Binding::Payload(payload(member, target));
    }
    match kind {
        StructureKind::Input if traits.has::<HttpLabel>() => Binding::Label,
        StructureKind::Input if traits.has::<HttpQueryParams>() => Binding::QueryParams,
        StructureKind::Input => match traits.get() {
            Some(HttpQuery(name)) => Binding::Query(name),
            None => Binding::Body,
        },
        _ if traits.has::<HttpResponseCode>() => Binding::Status,
        _ => Binding::Body,
    }
}

/// How a member of this type is the body.
fn payload(member: &Member, target: Option<&Shape>) -> Payload {
    let streams = || has::<Streaming>(member, target);
    let media_type = |default: &str| media_type(target).unwrap_or_else(|| default.to_owned());
    match target.map(|shape| &shape.kind) {
        Some(ShapeKind::Structure { .. }) => Payload::Structure,
        Some(ShapeKind::String | ShapeKind::Enum { .. }) => Payload::Text(media_type("text/plain")),
        Some(ShapeKind::Blob) if streams() => Payload::Stream {
            media_type: media_type("application/octet-stream"),
            sized: has::<RequiresLength>(member, target),
        },
        Some(ShapeKind::Blob) => Payload::Blob(media_type("application/octet-stream")),
        _ => Payload::Value,
    }
}

/// Whether a member or its type has a trait: the types of Smithy 1.0 and 2.0 differ in where.
fn has<T: Trait>(member: &Member, target: Option<&Shape>) -> bool {
    member.traits.has::<T>() || target.is_some_and(|shape| shape.traits.has::<T>())
}

fn media_type(shape: Option<&Shape>) -> Option<String> {
    let MediaType(media_type) = shape?.traits.get()?;
    Some(media_type)
}

/// The enums that are texts in paths, queries, headers and bodies.
pub(super) fn texts<'m>(model: &'m Model, structures: &Structures<'m>) -> BTreeSet<&'m ShapeId> {
    let mut texts = BTreeSet::new();
    let members = structures.members();
    let is_of_event =
        |binding: &Binding| matches!(binding, Binding::EventHeader | Binding::EventPayload(_));
    let bound = members.filter(|member| !member.is_in_body() && !is_of_event(&member.binding));
    for member in bound {
        let mut waiting = vec![&member.model.target];
        while let Some(shape) = waiting.pop().and_then(|id| model.shape(id)) {
            match &shape.kind {
                ShapeKind::Enum { .. } | ShapeKind::IntEnum { .. } => {
                    texts.insert(&shape.id);
                }
                ShapeKind::List { member } => waiting.push(&member.target),
                ShapeKind::Map { value, .. } => waiting.push(&value.target),
                _ => {}
            }
        }
    }
    texts
}
