//! What the model asks of the values in inputs: `@length`, `@range`, `@pattern`, `@uniqueItems`.

use super::{FileEach, NamedKind};
use crate::model::ShapeId;
use crate::rust::Ident;

/// The constraints on the inputs of a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// Each pattern once, by name.
    pub patterns: Vec<Pattern>,
    /// The constraints of shapes that have no type of their own, and of members that have others
    /// than their shapes, by name.
    pub rules: Vec<Rules>,
    /// The structures and unions in which something is constrained, by name.
    pub shapes: Vec<Constrained>,
    /// The types in constrained lists and maps in which nothing is, by name.
    pub unconstrained: Vec<(Ident, NamedKind)>,
    /// The file of each of the shapes; `None` where one file has all.
    pub files: Option<FileEach>,
}

impl Constraints {
    /// Whether anything is constrained in the type of this name.
    pub fn reach(&self, type_: &Ident) -> bool {
        self.shapes.iter().any(|shape| shape.name == *type_)
    }

    /// The rules of this name.
    pub fn rules(&self, name: &Ident) -> Option<&Rules> {
        self.rules.iter().find(|rules| rules.name == *name)
    }

    /// The pattern of this name.
    pub fn pattern(&self, name: &Ident) -> Option<&Pattern> {
        self.patterns.iter().find(|pattern| pattern.name == *name)
    }
}

/// A pattern that can be checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Its name, as of a constant.
    pub name: Ident,
    /// As the model has it.
    pub model: String,
    /// As the crate `regex` understands it.
    pub regex: String,
}

/// The constraints on a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// Their name, as of a constant.
    pub name: Ident,
    /// The shape or member that has them.
    pub id: ShapeId,
    /// How long it is, at least and at most.
    pub length: [Option<u64>; 2],
    /// How large it is, at least and at most.
    pub range: [Option<Bound>; 2],
    /// What it looks like.
    pub pattern: Option<Ident>,
    /// Whether no item is there twice.
    pub unique_items: bool,
    /// Whether nothing of it may be printed.
    pub sensitive: bool,
    /// The rules of a map's keys.
    pub keys: Option<Ident>,
    /// The rules of a list's items, or of a map's values.
    pub items: Option<Ident>,
}

/// The end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// A whole number.
    Integer(i128),
    /// Any other.
    Float(f64),
}

/// A structure or union in which something is constrained.
#[derive(Clone, Debug, PartialEq)]
pub struct Constrained {
    /// Its Rust name.
    pub name: Ident,
    /// The module of the operation whose input it is.
    pub input_of: Option<Ident>,
    /// Whether it is a union.
    pub is_union: bool,
    /// The members in which something is constrained, in the model's order.
    pub members: Vec<ConstrainedMember>,
}

/// A member in which something is constrained.
#[derive(Clone, Debug, PartialEq)]
pub struct ConstrainedMember {
    /// The member's shape id.
    pub id: ShapeId,
    /// The field or variant.
    pub name: Ident,
    /// Its name in the model.
    pub label: String,
    /// The rules of its value; without any, only what is in the value has such.
    pub rules: Option<Ident>,
}
