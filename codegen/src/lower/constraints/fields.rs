//! Structures and unions with their fields or variants, and those in which something is constrained.

use std::collections::BTreeMap;

use crate::ir::{self, Constrained, ConstrainedMember, Type};
use crate::model::{Member, ShapeId};
use crate::rust::Ident;

/// A structure or union in which something is constrained, before the rules have names.
pub(super) struct Found<'a> {
    pub fields: Fields<'a>,
    /// The module of the operation whose input it is.
    pub input_of: Option<&'a Ident>,
    /// The members in which something is, each with its field or variant.
    pub members: Vec<(&'a Member, &'a Ident)>,
}

impl Found<'_> {
    /// The same with the names of the members' rules.
    pub fn constrained(self, rules: &BTreeMap<ShapeId, Ident>) -> Constrained {
        let members = self.members.into_iter();
        let members = members.map(|(member, name)| ConstrainedMember {
            id: member.id.clone(),
            name: name.clone(),
            label: member.name.clone(),
            rules: rules.get(&member.id).cloned(),
        });
        Constrained {
            name: self.fields.name().clone(),
            input_of: self.input_of.cloned(),
            is_union: matches!(self.fields, Fields::Union(_)),
            members: members.collect(),
        }
    }
}

/// A type with its fields or variants.
#[derive(Clone, Copy)]
pub(super) enum Fields<'a> {
    Structure(&'a ir::Structure),
    Union(&'a ir::Union),
}

impl<'a> Fields<'a> {
    pub fn of(shape: &'a ir::Shape) -> Option<Self> {
        match shape {
            ir::Shape::Structure(structure) => Some(Self::Structure(structure)),
            ir::Shape::Union(union) => Some(Self::Union(union)),
            ir::Shape::Enum(_) => None,
        }
    }

    pub fn id(self) -> &'a ShapeId {
        match self {
            Self::Structure(structure) => &structure.id,
            Self::Union(union) => &union.id,
        }
    }

    pub fn name(self) -> &'a Ident {
        match self {
            Self::Structure(structure) => &structure.name,
            Self::Union(union) => &union.name,
        }
    }

    /// Whether a field may be a path, of which the id alone is sent: what is asked of that need not
    /// hold for the path.
    pub fn may_be_path(self, name: &Ident) -> bool {
        let Self::Structure(structure) = self else {
            return false;
        };
        let mut members = structure.members.iter();
        members.any(|member| member.name == *name && !member.collections.is_empty())
    }

    /// Each, with the type of its value; in the order of the model.
    pub fn all(self) -> Vec<(&'a Ident, Option<&'a Type>)> {
        match self {
            Self::Structure(structure) => {
                let members = structure.members.iter();
                members.map(|m| (&m.name, Some(&m.type_))).collect()
            }
            Self::Union(union) => {
                let variants = union.variants.iter();
                variants.map(|v| (&v.name, v.type_.as_ref())).collect()
            }
        }
    }
}
