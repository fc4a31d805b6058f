//! JMESPath, the language in which models point at parts of a message: its expressions, as far as
//! models use them, and their meaning for messages whose types are known.
//!
//! <https://jmespath.org/specification.html>

mod parser;
#[cfg(test)]
mod tests;
mod token;
pub(super) mod typed;
pub(super) mod walk;

use serde_json::Value;

use crate::ir::jmespath::Comparator;

pub use parser::parse;

/// An expression, which is evaluated against the current value.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// `@`: the current value itself.
    Current,
    /// `name`: a member of it.
    Field(String),
    /// `` `1` `` or `'text'`: the same whatever the current value is.
    Literal(Value),
    /// `[0]`: an item of it; a negative place counts from the end.
    Index(i64),
    /// `a.b`, `a | b`: the second, against the value of the first.
    Then(Box<Expression>, Box<Expression>),
    /// A projection: a list of what `each` gives for every part of what `of` gives.
    Project {
        /// What has the parts.
        of: Box<Expression>,
        /// Which parts of it.
        projection: Projection,
        /// What becomes of each part. One of which nothing becomes is left out.
        each: Box<Expression>,
    },
    /// `[a, b]`: a list of the values of these.
    List(Vec<Expression>),
    /// `length(a)`: a function of some values.
    Call(String, Vec<Expression>),
    /// `a == b`: how two values compare.
    Compare(Comparator, Box<Expression>, Box<Expression>),
    /// `a && b`: the second where the first is true, else the first.
    And(Box<Expression>, Box<Expression>),
    /// `a || b`: the first where it is true, else the second.
    Or(Box<Expression>, Box<Expression>),
    /// `!a`: whether it is not true.
    Not(Box<Expression>),
}

impl Expression {
    /// How many levels it has, itself included.
    fn depth(&self) -> usize {
        let deepest = |several: &[Self]| several.iter().map(Self::depth).max().unwrap_or(0);
        1 + match self {
            Self::Current | Self::Field(_) | Self::Literal(_) | Self::Index(_) => 0,
            Self::Then(one, other)
            | Self::Compare(_, one, other)
            | Self::And(one, other)
            | Self::Or(one, other) => one.depth().max(other.depth()),
            Self::Project {
                of,
                projection,
                each,
            } => {
                let condition = match projection {
                    Projection::Where(condition) => condition.depth(),
                    Projection::Items | Projection::Values | Projection::Flattened => 0,
                };
                of.depth().max(each.depth()).max(condition)
            }
            Self::List(several) | Self::Call(_, several) => deepest(several),
            Self::Not(of) => of.depth(),
        }
    }
}

/// The parts of a value that a projection is over.
#[derive(Clone, Debug, PartialEq)]
pub enum Projection {
    /// `[*]`: the items of a list.
    Items,
    /// `*`: the values of a map.
    Values,
    /// `[]`: the items of a list, in place of those that are lists theirs.
    Flattened,
    /// `[?a]`: the items of a list for which this is true.
    Where(Box<Expression>),
}
