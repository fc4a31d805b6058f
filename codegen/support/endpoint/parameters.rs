//! What a caller gives to a rule set, and how it finds its way into the rules' slots.

use std::borrow::Cow;
use std::fmt;

use super::BuiltIn;
use super::error::EndpointError;
use super::evaluate;
use super::table::{Parameter, ParameterKind, RuleSet, Slot};
use super::value::Value;

/// The values that an endpoint depends on.
///
/// A value given by name wins over one that a client is set to, and that over a built-in one; among
/// equals the one given last wins. A built-in that a service's rules do not ask for is ignored.
#[derive(Clone, Default)]
pub struct Parameters<'p> {
    given: Vec<(Source, Value<'p>)>,
}

impl fmt::Debug for Parameters<'_> {
    /// Without values that are given by name: they are those of inputs, which may be secret.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_map();
        for (source, value) in &self.given {
            match source {
                Source::Name(_) => shown.entry(source, &None::<()>),
                _ => shown.entry(source, &Some(value)),
            };
        }
        shown.finish()
    }
}

#[derive(Clone, Debug)]
enum Source {
    BuiltIn(BuiltIn),
    Client(Cow<'static, str>),
    Name(Cow<'static, str>),
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
    pub fn built_in(mut self, built_in: BuiltIn, value: impl Into<Value<'p>>) -> Self {
        self.given.push((Source::BuiltIn(built_in), value.into()));
        self
    }

    /// The value of the parameter that has this name in the model.
    #[must_use]
    #[inline]
    pub fn set(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value<'p>>) -> Self {
        self.put(name, value);
        self
    }

    /// Like [`set`](Self::set), where the parameters are at hand.
    #[inline]
    pub fn put(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value<'p>>) {
        self.given.push((Source::Name(name.into()), value.into()));
    }

    /// The value that a client is set to for the parameter of this name, whatever it calls.
    #[must_use]
    #[inline]
    pub fn client(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Value<'p>>,
    ) -> Self {
        self.given.push((Source::Client(name.into()), value.into()));
        self
    }

    /// The same parameters, none of them borrowed.
    #[inline]
    pub fn into_owned(self) -> Parameters<'static> {
        let mut given = Vec::with_capacity(self.given.len());
        for (source, value) in self.given {
            given.push((source, value.into_owned()));
        }
        Parameters { given }
    }

    // needed by: sessions
    /// The text that is given by this name.
    #[inline]
    pub fn text(&self, name: &str) -> Option<&str> {
        let mut given = self.given.iter().rev();
        given.find_map(|(source, value)| match (source, value) {
            (Source::Name(of), Value::String(text)) if of == name => Some(&**text),
            _ => None,
        })
    }

    /// The slots of a rule set, those of its parameters filled.
    #[inline]
    pub(super) fn bind<'v>(
        &self,
        rule_set: &'v RuleSet<'_>,
    ) -> Result<Vec<Option<Value<'v>>>, EndpointError>
    where
        'p: 'v,
    {
        for (source, _) in &self.given {
            if let Source::Name(name) | Source::Client(name) = source
                && rule_set.parameters.iter().all(|known| known.name != name)
            {
                return Err(EndpointError::UnknownParameter(name.to_string()));
            }
        }
        let mut slots = vec![None; rule_set.slots];
        for parameter in rule_set.parameters {
            let value = match self.find(parameter) {
                Some(given) => Some(given.clone()),
                None => parameter.default.as_ref().and_then(evaluate::constant),
            };
            if let Some(value) = &value {
                check(value, parameter)?;
            } else if parameter.required {
                return Err(EndpointError::MissingParameter(parameter.name.to_owned()));
            }
            let Slot(place) = parameter.slot;
            *slots.get_mut(place).ok_or(EndpointError::InvalidRules)? = value;
        }
        Ok(slots)
    }

    #[inline]
    fn find(&self, parameter: &Parameter<'_>) -> Option<&Value<'p>> {
        let (mut best, mut found) = (0, None);
        for (source, value) in &self.given {
            let rank = match source {
                Source::BuiltIn(of) if parameter.built_in == Some(*of) => 1,
                Source::Client(of) if of == parameter.name => 2,
                Source::Name(of) if of == parameter.name => 3,
                _ => continue,
            };
            if rank >= best {
                (best, found) = (rank, Some(value));
            }
        }
        found
    }
}

/// Checks that a value is what the parameter takes.
#[inline]
fn check(value: &Value<'_>, parameter: &Parameter<'_>) -> Result<(), EndpointError> {
    let is_string = |value: &Value<'_>| matches!(value, Value::String(_));
    let (is_right, expected) = match (&parameter.kind, value) {
        (ParameterKind::Boolean, value) => (matches!(value, Value::Boolean(_)), "a boolean"),
        (ParameterKind::String, value) => (is_string(value), "a string"),
        (ParameterKind::StringArray, Value::List(items)) => {
            (items.iter().all(is_string), "a list of strings")
        }
        (ParameterKind::StringArray, _) => (false, "a list of strings"),
    };
    if is_right {
        return Ok(());
    }
    Err(EndpointError::WrongType {
        parameter: parameter.name.to_owned(),
        expected,
    })
}
