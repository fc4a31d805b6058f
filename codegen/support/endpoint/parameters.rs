//! What a caller gives to a rule set, and how it finds its way into the rules' slots.

use std::borrow::Cow;

use super::BuiltIn;
use super::error::EndpointError;
use super::evaluate;
use super::table::{Parameter, ParameterKind, RuleSet, Slot};
use super::value::Value;

/// The values that an endpoint depends on.
///
/// A value given by name wins over a built-in one; among equals the one given last wins. A
/// built-in that a service's rules do not ask for is ignored.
#[derive(Clone, Debug, Default)]
pub struct Parameters<'p> {
    given: Vec<(Source<'p>, ParameterValue<'p>)>,
}

#[derive(Clone, Debug, PartialEq)]
enum Source<'p> {
    BuiltIn(BuiltIn),
    Name(Cow<'p, str>),
}

impl<'p> Parameters<'p> {
    /// No values yet.
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// The region that requests go to, e.g. `eu-west-1`.
    #[must_use]
    #[inline]
    pub fn region(self, region: impl Into<Cow<'p, str>>) -> Self {
        self.built_in(BuiltIn::Region, region.into())
    }

    /// Whether only an endpoint with FIPS 140 validated cryptography will do.
    #[must_use]
    #[inline]
    pub fn use_fips(self, use_fips: bool) -> Self {
        self.built_in(BuiltIn::UseFips, use_fips)
    }

    /// Whether the endpoint must be reachable over IPv6 as well as IPv4.
    #[must_use]
    #[inline]
    pub fn use_dual_stack(self, use_dual_stack: bool) -> Self {
        self.built_in(BuiltIn::UseDualStack, use_dual_stack)
    }

    /// The endpoint itself, e.g. `http://127.0.0.1:8080`, in place of the service's own.
    #[must_use]
    #[inline]
    pub fn endpoint_url(self, url: impl Into<Cow<'p, str>>) -> Self {
        self.built_in(BuiltIn::Endpoint, url.into())
    }

    /// The account of the credentials in use, twelve digits.
    #[must_use]
    #[inline]
    pub fn account_id(self, account_id: impl Into<Cow<'p, str>>) -> Self {
        self.built_in(BuiltIn::AccountId, account_id.into())
    }

    /// Any value that a client knows by itself.
    #[must_use]
    #[inline]
    pub fn built_in(mut self, built_in: BuiltIn, value: impl Into<ParameterValue<'p>>) -> Self {
        self.given.push((Source::BuiltIn(built_in), value.into()));
        self
    }

    /// The value of the parameter that has this name in the model.
    #[must_use]
    #[inline]
    pub fn set(
        mut self,
        name: impl Into<Cow<'p, str>>,
        value: impl Into<ParameterValue<'p>>,
    ) -> Self {
        self.given.push((Source::Name(name.into()), value.into()));
        self
    }

    /// The slots of a rule set, those of its parameters filled.
    #[inline]
    pub(super) fn bind<'v>(
        &'v self,
        rule_set: &'v RuleSet<'_>,
    ) -> Result<Vec<Option<Value<'v>>>, EndpointError> {
        self.refuse_unknown_names(rule_set)?;
        let mut slots = vec![None; rule_set.slots];
        for parameter in rule_set.parameters {
            let value = match self.find(parameter) {
                Some(given) => Some(given.checked(parameter)?),
                None => parameter.default.as_ref().and_then(evaluate::constant),
            };
            if value.is_none() && parameter.required {
                return Err(EndpointError::MissingParameter(parameter.name.to_owned()));
            }
            let Slot(place) = parameter.slot;
            *slots.get_mut(place).ok_or(EndpointError::InvalidRules)? = value;
        }
        Ok(slots)
    }

    #[inline]
    fn find(&self, parameter: &Parameter<'_>) -> Option<&ParameterValue<'p>> {
        let is_named = |source: &Source<'_>| match source {
            Source::Name(name) => name == parameter.name,
            Source::BuiltIn(_) => false,
        };
        let is_built_in = |source: &Source<'_>| match source {
            Source::Name(_) => false,
            Source::BuiltIn(built_in) => parameter.built_in == Some(*built_in),
        };
        self.last(is_named).or_else(|| self.last(is_built_in))
    }

    #[inline]
    fn last(&self, is_wanted: impl Fn(&Source<'_>) -> bool) -> Option<&ParameterValue<'p>> {
        let mut newest_first = self.given.iter().rev();
        newest_first.find_map(|(source, value)| is_wanted(source).then_some(value))
    }

    #[inline]
    fn refuse_unknown_names(&self, rule_set: &RuleSet<'_>) -> Result<(), EndpointError> {
        for (source, _) in &self.given {
            if let Source::Name(name) = source
                && rule_set.parameters.iter().all(|known| known.name != name)
            {
                return Err(EndpointError::UnknownParameter(name.to_string()));
            }
        }
        Ok(())
    }
}

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
    #[inline]
    fn checked(&self, parameter: &Parameter<'_>) -> Result<Value<'_>, EndpointError> {
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
