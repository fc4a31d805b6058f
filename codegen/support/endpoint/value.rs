//! What an expression of the rules is worth, and the parts it has.

use std::borrow::Cow;
use std::rc::Rc;

use super::table::Step;

/// A value while rules are evaluated. It borrows from the parameters and the tables where it
/// can, and is small: values move about a lot.
#[derive(Clone)]
pub enum Value<'v> {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A string.
    String(Cow<'v, str>),
    /// Several values.
    List(Vec<Value<'v>>),
    /// A value with parts that have names: a partition, a URL, an ARN.
    Parts(Rc<dyn Parts<'v> + 'v>),
}

/// A value with parts that have names.
pub trait Parts<'v> {
    /// What `getAttr` finds by this name.
    fn part(&self, key: &str) -> Option<Value<'v>>;
}

impl<'v> Value<'v> {
    /// A string that lives elsewhere.
    #[inline]
    pub fn borrowed(text: &'v str) -> Self {
        Self::String(Cow::Borrowed(text))
    }

    /// A list of strings.
    #[inline]
    pub fn strings(texts: Vec<Cow<'v, str>>) -> Self {
        Self::List(texts.into_iter().map(Self::String).collect())
    }

    /// The boolean that it is, if it is one.
    #[inline]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    /// The number that it is, if it is one that can count.
    #[inline]
    pub fn as_index(&self) -> Option<usize> {
        match self {
            Self::Integer(value) => usize::try_from(*value).ok(),
            _ => None,
        }
    }

    /// The string that it is, if it is one.
    #[inline]
    pub fn into_text(self) -> Option<Cow<'v, str>> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The part at the end of a path; `None` where there is none.
    #[inline]
    pub fn attribute(self, path: &[Step<'_>]) -> Option<Self> {
        path.iter().try_fold(self, |value, step| value.step(step))
    }

    /// The part that is one step in.
    #[inline]
    pub fn step(&self, step: &Step<'_>) -> Option<Self> {
        match (self, step) {
            (Self::List(items), Step::Index(index)) => {
                let from_start = usize::try_from(*index).ok();
                let from_end = || items.len().checked_sub(index.unsigned_abs());
                items.get(from_start.or_else(from_end)?).cloned()
            }
            (Self::Parts(parts), Step::Key(key)) => parts.part(key),
            _ => None,
        }
    }
}
