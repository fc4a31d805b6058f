//! JMESPath expressions over the members of a message, as Rust sees them: each part has a type.

use super::Type;
use crate::rust::Ident;

/// An expression: what has a value, or several.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedExpression {
    /// Where the value comes from.
    pub node: Node,
    /// What it is.
    pub value_type: ValueType,
    /// Whether it may be absent.
    pub optional: bool,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueType {
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
        of: Box<ValueType>,
        /// Whether each may be absent.
        gaps: bool,
    },
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
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
        of: Box<TypedExpression>,
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
        of: Box<TypedExpression>,
        /// Its name.
        union: Ident,
        /// The variant's name.
        name: Ident,
        /// What it holds.
        type_: Type,
    },
    /// It is an item of a list; a negative place counts from the end.
    Index(Box<TypedExpression>, i64),
    /// They are the parts of a value.
    Parts(Box<TypedExpression>, Parts),
    /// They are those for which this is true.
    Where(Box<TypedExpression>, Box<TypedExpression>),
    /// They are what the second gives for each of the first.
    Each(Box<TypedExpression>, Box<TypedExpression>),
    /// They are these.
    List(Vec<TypedExpression>),
    /// It is the number of parts, or of the characters of a text. An absent list has none.
    Length(Box<TypedExpression>),
    /// It is whether a text, or a list, has the second in it.
    Contains(Box<TypedExpression>, Box<TypedExpression>),
    /// It is whether a text starts with another.
    StartsWith(Box<TypedExpression>, Box<TypedExpression>),
    /// It is whether a text ends with another.
    EndsWith(Box<TypedExpression>, Box<TypedExpression>),
    /// It is how two values compare.
    Compare(Comparator, Box<TypedExpression>, Box<TypedExpression>),
    /// It is whether both are true.
    And(Box<TypedExpression>, Box<TypedExpression>),
    /// It is whether one of them is true.
    Or(Box<TypedExpression>, Box<TypedExpression>),
    /// It is whether this is not true.
    Not(Box<TypedExpression>),
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
pub enum Comparator {
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

impl Comparator {
    /// The comparator that is true where this one is not.
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

impl TypedExpression {
    /// All nodes of it, the last first.
    pub fn nodes(&self) -> Vec<&Node> {
        let mut nodes = vec![&self.node];
        match &self.node {
            Node::Input | Node::Output | Node::Item | Node::Literal(_) => {}
            Node::Field { of, .. }
            | Node::Variant { of, .. }
            | Node::Index(of, _)
            | Node::Parts(of, _)
            | Node::Length(of)
            | Node::Not(of) => nodes.extend(of.nodes()),
            Node::List(several) => nodes.extend(several.iter().flat_map(Self::nodes)),
            Node::Where(a, b)
            | Node::Each(a, b)
            | Node::Contains(a, b)
            | Node::StartsWith(a, b)
            | Node::EndsWith(a, b)
            | Node::Compare(_, a, b)
            | Node::And(a, b)
            | Node::Or(a, b) => nodes.extend(a.nodes().into_iter().chain(b.nodes())),
        }
        nodes
    }

    /// Whether it reads anything of the input.
    pub fn reads_input(&self) -> bool {
        self.nodes().contains(&&Node::Input)
    }

    /// Whether it reads anything of the output.
    pub fn reads_output(&self) -> bool {
        self.nodes().contains(&&Node::Output)
    }

    /// The unions that it looks into.
    pub fn unions(&self) -> impl Iterator<Item = &Ident> {
        self.nodes().into_iter().filter_map(|node| match node {
            Node::Variant { union, .. } => Some(union),
            _ => None,
        })
    }
}
