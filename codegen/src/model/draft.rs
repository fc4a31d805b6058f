//! A shape in the making: as one file defines it, until other files, traits applied from
//! outside and mixins have been added to it.

use super::shape::{Member, Operation, Resource, Service, Shape, ShapeKind};
use super::shape_id::ShapeId;
use super::sources::{Origin, Sources};
use super::traits::{EnumValue, Trait, Traits};
use crate::diagnostic::{Code, Diagnostic, Place};

/// A shape in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) id: ShapeId,
    pub(super) form: Form,
    /// The members of any type of shape; those of lists and maps by the names that they have
    /// in the AST.
    pub(super) members: Vec<Member>,
    pub(super) traits: Traits,
    pub(super) mixins: Vec<ShapeId>,
    pub(super) origin: Origin,
}

/// A type of shape and what it has beside members.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    Simple(ShapeKind),
    List,
    Map,
    Structure,
    Union,
    Enum,
    IntEnum,
    Service(Service),
    Resource(Box<Resource>),
    Operation(Operation),
}

impl Form {
    /// The type's name in Smithy.
    pub(super) fn type_name(&self) -> &'static str {
        match self {
            Self::Simple(kind) => kind.type_name(),
            Self::List => "list",
            Self::Map => "map",
            Self::Structure => "structure",
            Self::Union => "union",
            Self::Enum => "enum",
            Self::IntEnum => "intEnum",
            Self::Service(_) => "service",
            Self::Resource(_) => "resource",
            Self::Operation(_) => "operation",
        }
    }
}

impl Form {
    /// The members that every shape of this type has.
    pub(super) fn needed_members(&self) -> &'static [&'static str] {
        match self {
            Self::List => &["member"],
            Self::Map => &["key", "value"],
            _ => &[],
        }
    }

    /// Whether a shape of this type has a member, whichever.
    pub(super) fn needs_any_member(&self) -> bool {
        matches!(self, Self::Union | Self::Enum | Self::IntEnum)
    }

    /// The keys that lead from a definition of this type to its member.
    pub(super) fn way_to<'a>(&self, member: &'a str) -> Vec<&'a str> {
        match self {
            Self::List | Self::Map => vec![member],
            _ => vec!["members", member],
        }
    }
}

impl Draft {
    /// Where the draft was written.
    pub(super) fn place(&self, sources: &Sources) -> Option<Place> {
        sources.locate_from(&self.origin, &[])
    }

    /// The member of this name.
    pub(super) fn member_mut(&mut self, name: &str) -> Option<&mut Member> {
        self.members.iter_mut().find(|member| member.name == name)
    }

    /// The finished shape; `None` where members are missing, which is reported.
    pub(super) fn finish(self, sources: &Sources, problems: &mut Vec<Diagnostic>) -> Option<Shape> {
        let place = self.place(sources);
        let Self {
            id,
            form,
            members,
            traits,
            ..
        } = self;
        let type_name = form.type_name();
        if form.needs_any_member() && members.is_empty() {
            problems.push(missing_member(&id, type_name, "any member", place));
            return None;
        }
        let mut take = |name: &str| {
            let member = members.iter().find(|member| member.name == name);
            if member.is_none() {
                let what = format!("its `{name}`");
                problems.push(missing_member(&id, type_name, &what, place.clone()));
            }
            member.cloned()
        };
        let kind = match form {
            Form::Simple(kind) => kind,
            Form::List => ShapeKind::List {
                member: take("member")?,
            },
            Form::Map => match (take("key"), take("value")) {
                (Some(key), Some(value)) => ShapeKind::Map { key, value },
                _ => return None,
            },
            Form::Structure => ShapeKind::Structure { members },
            Form::Union => ShapeKind::Union { members },
            Form::Enum => ShapeKind::Enum {
                members: members.into_iter().map(named_value).collect(),
            },
            Form::IntEnum => ShapeKind::IntEnum { members },
            Form::Service(service) => ShapeKind::Service(service),
            Form::Resource(resource) => ShapeKind::Resource(*resource),
            Form::Operation(operation) => ShapeKind::Operation(operation),
        };
        Some(Shape { id, kind, traits })
    }
}

/// A member of an enum; without a value of its own, its name is its value.
fn named_value(mut member: Member) -> Member {
    let name = member.name.as_str().into();
    member.traits.set_default(EnumValue::ID, &name);
    member
}

fn missing_member(id: &ShapeId, type_name: &str, what: &str, place: Option<Place>) -> Diagnostic {
    Diagnostic::new(
        Code::MissingMember,
        format!("the {type_name} `{}` lacks {what}", id.name()),
    )
    .shape(id)
    .at(place)
    .help("define what is missing, or take the shape out of the model")
}
