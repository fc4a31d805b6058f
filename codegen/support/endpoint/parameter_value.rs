//! The values of parameters, and what turns into them.

use std::borrow::Cow;

use super::error::EndpointError;
use super::table::{Parameter, ParameterKind};
use super::value::Value;

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ParameterValue<'p> {
    /// A boolean.
    Boolean(bool),
    /// A string.
    String(Cow<'p, str>),
    /// A list of strings.
    StringArray(Vec<Cow<'p, str>>),
}

impl ParameterValue<'_> {
    /// The same value, not borrowed.
    #[inline]
    pub(super) fn into_owned(self) -> ParameterValue<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Boolean(value) => ParameterValue::Boolean(value),
            Self::String(text) => ParameterValue::String(owned(text)),
            Self::StringArray(texts) => {
                ParameterValue::StringArray(texts.into_iter().map(owned).collect())
            }
        }
    }

    /// The value as the rules see it, if it is what the parameter takes.
    #[inline]
    pub(super) fn checked(&self, parameter: &Parameter<'_>) -> Result<Value<'_>, EndpointError> {
        match (parameter.kind, self) {
            (ParameterKind::Boolean, Self::Boolean(value)) => Ok(Value::Boolean(*value)),
            (ParameterKind::String, Self::String(value)) => Ok(Value::borrowed(value)),
            (ParameterKind::StringArray, Self::StringArray(values)) => Ok(Value::List(
                values.iter().map(|value| Value::borrowed(value)).collect(),
            )),
            (kind, _) => Err(EndpointError::WrongType {
                parameter: parameter.name.to_owned(),
                expected: match kind {
                    ParameterKind::Boolean => "a boolean",
                    ParameterKind::String => "a string",
                    ParameterKind::StringArray => "a list of strings",
                },
            }),
        }
    }
}

impl From<bool> for ParameterValue<'_> {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl<'p> From<&'p str> for ParameterValue<'p> {
    #[inline]
    fn from(value: &'p str) -> Self {
        Self::String(Cow::Borrowed(value))
    }
}

impl From<String> for ParameterValue<'_> {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(Cow::Owned(value))
    }
}

impl<'p> From<Cow<'p, str>> for ParameterValue<'p> {
    #[inline]
    fn from(value: Cow<'p, str>) -> Self {
        Self::String(value)
    }
}

impl<'p, S: Into<Cow<'p, str>>> From<Vec<S>> for ParameterValue<'p> {
    #[inline]
    fn from(values: Vec<S>) -> Self {
        Self::StringArray(values.into_iter().map(Into::into).collect())
    }
}
