//! What an expression of the rules is worth, and the parts it has.

use std::borrow::Cow;

use super::functions::{Arn, Url};
use super::partitions::Partition;
use super::table::Step;

/// A value while rules are evaluated. It borrows from the parameters and the tables where it
/// can, and is small: values move about a lot.
#[derive(Clone, Debug)]
pub(super) enum Value<'v> {
    Boolean(bool),
    Integer(i64),
    String(Cow<'v, str>),
    List(Vec<Value<'v>>),
    Partition(&'static Partition),
    Url(Box<Url<'v>>),
    Arn(Box<Arn<'v>>),
}

impl<'v> Value<'v> {
    /// A string that lives elsewhere.
    #[inline]
    pub(super) fn borrowed(text: &'v str) -> Self {
        Self::String(Cow::Borrowed(text))
    }

    /// A list of strings.
    #[inline]
    pub(super) fn list(texts: Vec<Cow<'v, str>>) -> Self {
        Self::List(texts.into_iter().map(Self::String).collect())
    }

    #[inline]
    pub(super) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    #[inline]
    pub(super) fn as_index(&self) -> Option<usize> {
        match self {
            Self::Integer(value) => usize::try_from(*value).ok(),
            _ => None,
        }
    }

    #[inline]
    pub(super) fn into_text(self) -> Option<Cow<'v, str>> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The part at the end of a path; `None` where there is none.
    #[inline]
    pub(super) fn attribute(self, path: &[Step<'_>]) -> Option<Self> {
        path.iter().try_fold(self, |value, step| value.step(step))
    }

    /// The part that is one step in.
    #[inline]
    pub(super) fn step(&self, step: &Step<'_>) -> Option<Self> {
        match (self, step) {
            (Self::List(items), Step::Index(index)) => {
                let from_start = usize::try_from(*index).ok();
                let from_end = || items.len().checked_sub(index.unsigned_abs());
                items.get(from_start.or_else(from_end)?).cloned()
            }
            (Self::Partition(partition), Step::Key(key)) => partition.part(key),
            (Self::Url(url), Step::Key(key)) => url.part(key),
            (Self::Arn(arn), Step::Key(key)) => arn.part(key),
            _ => None,
        }
    }
}
