//! The values of parameters and of what rules make of them, and the parts that they have.

use std::borrow::Cow;
use std::sync::Arc;

use super::table::Step;

/// A value that rules work with. It borrows from the parameters and the tables where it can, and
/// is small: values move about a lot.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
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
    Record(Arc<[(&'static str, Value<'v>)]>),
}

impl<'v> Value<'v> {
    /// The string that it is, if it is one.
    #[inline]
    pub(super) fn into_text(self) -> Option<Cow<'v, str>> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The part at the end of a path; `None` where there is none.
    #[inline]
    pub(super) fn attribute(&self, path: &[Step<'_>]) -> Option<Self> {
        let mut value = self;
        for step in path {
            value = value.step(step)?;
        }
        Some(value.clone())
    }

    /// The part that is one step in.
    #[inline]
    fn step(&self, step: &Step<'_>) -> Option<&Self> {
        match (self, step) {
            (Self::List(items), Step::Index(index)) => {
                let place = if *index < 0 {
                    items.len().checked_sub(index.unsigned_abs())?
                } else {
                    index.unsigned_abs()
                };
                items.get(place)
            }
            (Self::Record(parts), Step::Key(key)) => {
                for (name, part) in &**parts {
                    if name == key {
                        return Some(part);
                    }
                }
                None
            }
            _ => None,
        }
    }

    /// The same value, borrowed: what rules do with it then copies no text.
    #[inline]
    pub(super) fn borrowed(&self) -> Value<'_> {
        match self {
            Self::String(text) => Value::String(Cow::Borrowed(text)),
            Self::List(items) => Value::List(items.iter().map(Value::borrowed).collect()),
            other => other.clone(),
        }
    }

    /// The same value, not borrowed.
    #[inline]
    pub(super) fn into_owned(self) -> Value<'static> {
        match self {
            Self::Boolean(value) => Value::Boolean(value),
            Self::Integer(value) => Value::Integer(value),
            Self::String(text) => Value::String(Cow::Owned(text.into_owned())),
            Self::List(items) => Value::List(items.into_iter().map(Value::into_owned).collect()),
            Self::Record(parts) => {
                let mut owned = Vec::with_capacity(parts.len());
                for (name, part) in &*parts {
                    owned.push((*name, part.clone().into_owned()));
                }
                Value::Record(owned.into())
            }
        }
    }
}

impl From<bool> for Value<'_> {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl<'v> From<&'v str> for Value<'v> {
    #[inline]
    fn from(value: &'v str) -> Self {
        Self::String(Cow::Borrowed(value))
    }
}

impl From<String> for Value<'_> {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(Cow::Owned(value))
    }
}

impl<'v> From<Cow<'v, str>> for Value<'v> {
    #[inline]
    fn from(value: Cow<'v, str>) -> Self {
        Self::String(value)
    }
}

impl<'v, T: Into<Value<'v>>> From<Vec<T>> for Value<'v> {
    #[inline]
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
