//! Shapes that become Rust types, and what structures are.

use super::{Binding, Deprecation, Direction, Docs, Enum, Initial, Layout, Payload, Type, Union};
use crate::model::ShapeId;
use crate::rust::Ident;

/// A type of the service's `types` module.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A structure.
    Structure(Structure),
    /// A union.
    Union(Union),
    /// An enum.
    Enum(Enum),
}

impl Shape {
    /// Its Rust name.
    pub fn name(&self) -> &Ident {
        match self {
            Self::Structure(structure) => &structure.name,
            Self::Union(union) => &union.name,
            Self::Enum(enum_) => &enum_.name,
        }
    }
}

/// What a structure is for, which decides what its members' traits mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StructureKind {
    /// What an operation takes.
    Input,
    /// What an operation gives.
    Output,
    /// What an operation fails with.
    Error,
    /// A part of the others.
    Nested,
}

/// A structure.
#[derive(Clone, Debug)]
pub struct Structure {
    /// The shape that it comes from; `smithy.api#Unit` for an input or output that the model
    /// does not have.
    pub id: ShapeId,
    /// What it is for.
    pub kind: StructureKind,
    /// Its Rust name.
    pub name: Ident,
    /// The name of its builder.
    pub builder: Ident,
    /// What it is.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
    /// Whether nothing of it may be printed.
    pub sensitive: bool,
    /// Which ways it travels as an object in bodies.
    pub direction: Direction,
    /// Which ways it travels as an event of which members are headers, or one is the payload.
    pub event: Direction,
    /// Its members, in the model's order.
    pub members: Vec<Member>,
    /// Its type parameter, which is the type of the member that is a stream, where it has one.
    pub body_type: Option<Ident>,
    /// What only errors have.
    pub error: Option<ErrorInfo>,
    /// Whether it tells another id of its response, beside that of the request.
    pub extended_request_id: bool,
}

/// What a structure that is an error has beside its members.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorInfo {
    /// The code by which a response tells it.
    pub code: String,
    /// The code that it had when the service spoke awsQuery, where responses tell it too.
    pub query_code: Option<String>,
    /// The status of responses that tell it.
    pub status: u16,
    /// Whether a member is called as the protocol calls what tells people what went wrong.
    pub tells_message: bool,
    /// Its variant in the service's error enum.
    pub variant: Ident,
    /// Whether, and how, the model says that it can be retried (`@retryable`).
    pub retry: Option<Retry>,
    /// The member that tells people what went wrong.
    pub message: Option<Ident>,
    /// Whether that member is an `Option`.
    pub message_optional: bool,
    /// Whether what tells people what went wrong, in whichever member, may not be printed.
    pub hides_message: bool,
}

/// How an error is retried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// As throttling: with more patience.
    Throttling,
    /// As the service's own passing fault.
    ServerError,
    /// As the caller's passing fault.
    ClientError,
}

impl Structure {
    /// The members without which its builder does not build.
    pub fn required(&self) -> impl Iterator<Item = (&Member, &Required)> {
        self.members
            .iter()
            .filter_map(|member| Some((member, member.required.as_ref()?)))
    }

    /// Whether callers never have to make one, as services alone do: it is no part of any input. Its
    /// builder is for test doubles, and comes with a cargo feature.
    pub fn is_output_only(&self) -> bool {
        let is_sent = self.direction.written || self.event.written;
        self.kind != StructureKind::Input && !is_sent
    }

    /// Whether it has a `Default`: nothing in it is required, or only a service ever makes one. What
    /// is a part of answers may become one of inputs, and does not count as such.
    pub fn has_default(&self) -> bool {
        match self.kind {
            StructureKind::Output | StructureKind::Error => true,
            StructureKind::Input | StructureKind::Nested => self.required().next().is_none(),
        }
    }

    /// Its function that gives it before any member is set: `default` where it has a `Default`.
    pub fn initial(&self) -> Ident {
        Ident::new(if self.has_default() {
            "default"
        } else {
            "initial"
        })
    }

    /// The members in the body of its message, where that is made of members.
    pub fn body(&self) -> impl Iterator<Item = &Member> {
        self.members
            .iter()
            .filter(|member| member.binding == Binding::Body)
    }

    /// The member that is the body of its message.
    pub fn payload(&self) -> Option<(&Member, &Payload)> {
        self.members
            .iter()
            .find_map(|member| match &member.binding {
                Binding::Payload(payload) => Some((member, payload)),
                _ => None,
            })
    }

    /// The member that is a stream, with the type parameter that is its type.
    pub fn streamed(&self) -> Option<(&Member, &Ident)> {
        let mut members = self.members.iter();
        let member = members.find(|member| member.type_.is_streamed())?;
        Some((member, self.body_type.as_ref()?))
    }

    /// The member that is a stream of events.
    pub fn events(&self) -> Option<&Member> {
        let mut members = self.members.iter();
        members.find(|member| matches!(member.type_, Type::Events(_) | Type::Outgoing(_)))
    }

    /// The headers without which there is no message that streams events, since there is no other place
    /// for what builders insist on.
    pub fn headers_beside_events(&self) -> impl Iterator<Item = &str> {
        let streams = self.events().is_some();
        let members = self
            .members
            .iter()
            .filter(move |member| streams && member.required.is_some());
        members.filter_map(|member| match &member.binding {
            Binding::Header(header) => Some(header.name.as_str()),
            _ => None,
        })
    }

    /// Whether it stands for an input or output that the model does not have.
    pub fn is_absent(&self) -> bool {
        self.id.as_str() == "smithy.api#Unit"
    }

    /// Whether its values may be within values of its own type. What only a message is, is within
    /// nothing.
    pub fn is_recursive(&self) -> bool {
        let is_part = matches!(self.kind, StructureKind::Nested | StructureKind::Error);
        is_part && self.members.iter().any(|member| member.recursive)
    }

    /// Whether `#[derive(Debug)]` would print what it must not.
    pub fn hides_something(&self) -> bool {
        self.sensitive || self.members.iter().any(|member| member.sensitive)
    }
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub struct Member {
    /// The member's shape id.
    pub id: ShapeId,
    /// Its name in a message's body that is read.
    pub wire_name: String,
    /// Another name under which it is read, where services have one.
    pub other_wire_name: Option<String>,
    /// Its name in one that is written.
    pub written_name: String,
    /// Its name in one that a service answers with: that which is read, with its prefix.
    pub answered_name: String,
    /// How its value is laid out in bodies that are read, where that is not the usual way.
    pub layout: Option<Layout>,
    /// How it is in those that are written.
    pub written_layout: Option<Layout>,
    /// The field's and the setter's name.
    pub name: Ident,
    /// Its type.
    pub type_: Type,
    /// Whether the field is an `Option`.
    pub optional: bool,
    /// Whether the value is boxed, because its type contains the structure.
    pub boxed: bool,
    /// Whether the structure may be within the value, however far inside.
    pub recursive: bool,
    /// What it holds before it is set.
    pub initial: Initial,
    /// What a service takes for it where it is absent from an input, or from what is in one, and clients must not rely
    /// upon.
    pub service_default: Option<Initial>,
    /// Whether, and under which name, builders insist on it.
    pub required: Option<Required>,
    /// Whether a builder fills it with a random token where the caller does not.
    pub idempotency_token: bool,
    /// Whether its value may not be printed.
    pub sensitive: bool,
    /// Where in an HTTP message it is.
    pub binding: Binding,
    /// The collections in whose paths a text may be given, `/hostedzone/Z1`: what is sent is the id
    /// alone, `Z1`.
    pub collections: Vec<String>,
    /// Whether an answer is none the worse for a value that is not of its type, which counts as absent.
    pub may_be_unreadable: bool,
    /// Which ways it travels in the object that its structure is in bodies.
    pub direction: Direction,
    /// What it is.
    pub docs: Docs,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecation>,
}

/// A member that builders insist on, as a type parameter and a trait say it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Required {
    /// The name of the trait.
    pub marker: Ident,
    /// The name of the type parameter: the trait's, unless a type is called so.
    pub parameter: Ident,
    /// The member's name in the model, which the compiler's message tells.
    pub member: String,
    /// The setter to call.
    pub setter: Ident,
}
