//! HTTP bindings: where members and operations are in HTTP messages, for the protocols that have
//! such bindings.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html>

mod check;
mod uri;

pub(super) use check::check;

use std::collections::BTreeSet;

use crate::ir::{Binding, Header, HttpRequest, PathPart, Payload, Structure, TimestampFormat};
use crate::model::traits::{
    Http, HttpChecksumRequired, HttpHeader, HttpLabel, HttpPayload, HttpPrefixHeaders, HttpQuery,
    HttpQueryParams, HttpResponseCode, MediaType, RequiresLength, Streaming, Trait,
};
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::select::Selection;

use super::members::Place;
use super::{Lowering, Requests, WireRules};

/// Which way a message goes, which decides what bindings mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is a request.
    Input,
    /// It is a response, of success or of an error.
    Output,
}

impl Lowering<'_> {
    /// Where a member is. Only members of messages are anywhere but in the body.
    ///
    /// The awsJson protocols have no bindings, but services do answer with headers that are
    /// members of errors.
    pub(super) fn binding(&self, member: &Member, place: Place) -> Binding {
        let role = match place {
            Place::Input => Role::Input,
            Place::Output | Place::Error => Role::Output,
            Place::Nested => return Binding::Body,
        };
        let binding = match binding(self.model, member, role) {
            // What an error has is read with it.
            Binding::Payload(Payload::Stream { media_type, .. }) if place == Place::Error => {
                Binding::Payload(Payload::Blob(media_type))
            }
            binding => binding,
        };
        let is_header_of_error = place == Place::Error && matches!(binding, Binding::Header(_));
        if self.rules.has_bindings() || is_header_of_error {
            binding
        } else {
            Binding::Body
        }
    }

    /// The format of timestamps for which the model gives none, by where they are.
    pub(super) fn timestamp_format_of(&self, binding: &Binding) -> TimestampFormat {
        match binding {
            Binding::Header(_) | Binding::PrefixHeaders(_) => TimestampFormat::HttpDate,
            Binding::Label | Binding::Query(_) | Binding::QueryParams => TimestampFormat::DateTime,
            Binding::Body | Binding::Payload(_) | Binding::Status => self.rules.timestamp_format,
        }
    }

    /// What an operation's request is made of beside its members.
    pub(super) fn http_request(&self, operation: &Shape, input: &Structure) -> HttpRequest {
        let (method, uri) = self.method_and_uri(operation);
        let pattern = uri::parse(&uri).unwrap_or_default();
        let parts = pattern.path.into_iter().map(|part| match part {
            uri::Part::Text(text) => PathPart::Text(text.to_owned()),
            uri::Part::Label { name, greedy } => {
                let mut members = input.members.iter();
                match members.find(|member| member.id.member() == Some(name)) {
                    Some(member) => PathPart::Label {
                        member: member.name.clone(),
                        greedy,
                        default: self.label_default(&member.id).map(str::to_owned),
                    },
                    None => PathPart::Text(format!("{{{name}}}")),
                }
            }
        });
        HttpRequest {
            method,
            path: parts.collect(),
            query: pattern.query.to_owned(),
            headers: self.headers(),
            checksum: operation.traits.has::<HttpChecksumRequired>(),
            tree_hash: self.has_tree_hash(operation, input),
        }
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
fn binding(model: &Model, member: &Member, role: Role) -> Binding {
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
    match role {
        Role::Input if traits.has::<HttpLabel>() => Binding::Label,
        Role::Input if traits.has::<HttpQueryParams>() => Binding::QueryParams,
        Role::Input => match traits.get() {
            Some(HttpQuery(name)) => Binding::Query(name),
            None => Binding::Body,
        },
        Role::Output if traits.has::<HttpResponseCode>() => Binding::Status,
        Role::Output => Binding::Body,
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

/// Whether a member of a message is in its body, in the protocol's format.
pub(super) fn is_in_body(model: &Model, member: &Member, role: Role) -> bool {
    matches!(
        binding(model, member, role),
        Binding::Body | Binding::Payload(Payload::Structure | Payload::Value)
    )
}

/// The enums that are texts in paths, queries, headers and bodies.
pub(super) fn texts(
    model: &Model,
    selection: &Selection<'_>,
    rules: &WireRules,
) -> BTreeSet<ShapeId> {
    let mut texts = BTreeSet::new();
    if !rules.has_bindings() {
        return texts;
    }
    for (id, role) in messages(selection) {
        let members = model.shape(id).into_iter().flat_map(Shape::members);
        for member in members.filter(|member| !is_in_body(model, member, role)) {
            let mut waiting = vec![&member.target];
            while let Some(shape) = waiting.pop().and_then(|id| model.shape(id)) {
                match &shape.kind {
                    ShapeKind::Enum { .. } | ShapeKind::IntEnum { .. } => {
                        texts.insert(shape.id.clone());
                    }
                    ShapeKind::List { member } => waiting.push(&member.target),
                    ShapeKind::Map { value, .. } => waiting.push(&value.target),
                    _ => {}
                }
            }
        }
    }
    texts
}

/// The structures that are messages, with the way that each goes.
fn messages<'s>(selection: &'s Selection<'_>) -> impl Iterator<Item = (&'s ShapeId, Role)> {
    super::operations(selection).flat_map(|(_, operation)| {
        let outputs = std::iter::once(&operation.output);
        let outputs = outputs.chain(super::errors_of(selection, operation));
        std::iter::once((&operation.input, Role::Input))
            .chain(outputs.map(|output| (output, Role::Output)))
    })
}
