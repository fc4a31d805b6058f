//! Questions to messages: expressions over their members, as Rust sees them.

use super::Type;
use crate::rust::Ident;

/// What has a value, or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// Where the value comes from.
    pub step: Step,
    /// What it is.
    pub gives: Gives,
    /// Whether it may be absent.
    pub optional: bool,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Gives {
    /// Nothing at all: `null`.
    Nothing,
    /// `bool`
    Boolean,
    /// `i64`
    Integer,
    /// `f64`
    Float,
    /// `&str`
    Text,
    /// A reference to a value of this type.
    Value(Type),
    /// An iterator.
    Several {
        /// What each of them is.
        of: Box<Gives>,
        /// Whether each may be absent.
        gaps: bool,
    },
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// It is the input.
    Input,
    /// It is the output.
    Output,
    /// It is the part that a projection has come to.
    Item,
    /// It is this.
    Literal(Literal),
    /// It is a field of a structure.
    Field {
        /// The structure.
        of: Box<Query>,
        /// The field.
        name: Ident,
        /// Its type.
        type_: Type,
        /// Whether the field is an `Option`.
        optional: bool,
    },
    /// It is what a variant of a union holds.
    Variant {
        /// The union.
        of: Box<Query>,
        /// Its name.
        union: Ident,
        /// The variant's name.
        name: Ident,
        /// What it holds.
        type_: Type,
    },
    /// It is an item of a list; a negative place counts from the end.
    Index(Box<Query>, i64),
    /// They are the parts of a value.
    Parts(Box<Query>, Parts),
    /// They are those for which this is true.
    Where(Box<Query>, Box<Query>),
    /// They are what the second gives for each of the first.
    Each(Box<Query>, Box<Query>),
    /// They are these.
    List(Vec<Query>),
    /// It is the number of parts, or of the characters of a text. An absent list has none.
    Length(Box<Query>),
    /// It is whether a text, or a list, has the second in it.
    Contains(Box<Query>, Box<Query>),
    /// It is whether a text starts with another.
    StartsWith(Box<Query>, Box<Query>),
    /// It is whether a text ends with another.
    EndsWith(Box<Query>, Box<Query>),
    /// It is how two values compare.
    Compare(Comparison, Box<Query>, Box<Query>),
    /// It is whether both are true.
    And(Box<Query>, Box<Query>),
    /// It is whether one of them is true.
    Or(Box<Query>, Box<Query>),
    /// It is whether this is not true.
    Not(Box<Query>),
}

/// A fixed value.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(String),
}

/// Which parts of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// The items of a list, gaps left out.
    Items,
    /// The items of the lists that are in a list.
    ItemsOfItems,
    /// The values of a map, gaps left out.
    Values,
    /// The keys of a map.
    Keys,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparison {
    /// The comparison that is true where this one is not.
    pub fn negated(self) -> Self {
        match self {
            Self::Equal => Self::Unequal,
            Self::Unequal => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }
}

impl Query {
    /// All steps on the way to it, the last first.
    pub fn steps(&self) -> Vec<&Step> {
        let mut steps = vec![&self.step];
        match &self.step {
            Step::Input | Step::Output | Step::Item | Step::Literal(_) => {}
            Step::Field { of, .. }
            | Step::Variant { of, .. }
            | Step::Index(of, _)
            | Step::Parts(of, _)
            | Step::Length(of)
            | Step::Not(of) => steps.extend(of.steps()),
            Step::List(several) => steps.extend(several.iter().flat_map(Self::steps)),
            Step::Where(a, b)
            | Step::Each(a, b)
            | Step::Contains(a, b)
            | Step::StartsWith(a, b)
            | Step::EndsWith(a, b)
            | Step::Compare(_, a, b)
            | Step::And(a, b)
            | Step::Or(a, b) => steps.extend(a.steps().into_iter().chain(b.steps())),
        }
        steps
    }

    /// Whether it asks for anything of the input.
    pub fn asks_input(&self) -> bool {
        self.steps().contains(&&Step::Input)
    }

    /// Whether it asks for anything of the output.
    pub fn asks_output(&self) -> bool {
        self.steps().contains(&&Step::Output)
    }

    /// The unions that it looks into.
    pub fn unions(&self) -> impl Iterator<Item = &Ident> {
        self.steps().into_iter().filter_map(|step| match step {
            Step::Variant { union, .. } => Some(union),
            _ => None,
        })
    }
}
