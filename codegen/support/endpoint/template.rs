//! The URL that rules make of a template and values. What a caller gives to the rules must not
//! change to whom a request goes: it is checked where the template puts it, since only there is
//! known what it becomes a part of.

use super::BuiltIn;
use super::error::EndpointError;
use super::evaluate::Evaluation;
use super::table::{Expr, Parameter, Slot, Step};
use super::url::{self, are_labels, is_label_byte, is_scheme};
use super::value::Value;

impl<'v> Evaluation<'v> {
    /// The URL of an endpoint.
    #[inline]
    pub(super) fn url(&self, expr: &'v Expr<'_>) -> Result<String, EndpointError> {
        let url = self.text(expr)?;
        match expr {
            Expr::Format(template, values) => self.check_values(template, values, &url)?,
            _ => url::check(&url).map_err(|error| self.without_value(expr, &url, error))?,
        }
        Ok(url)
    }

    /// The error of a URL that is a value as a whole. What is set is shown, no value of an input.
    #[inline]
    fn without_value(&self, expr: &Expr<'_>, url: &str, error: EndpointError) -> EndpointError {
        let parameter = self.parameter(expr);
        let is_set = parameter.is_some_and(|one| one.built_in == Some(BuiltIn::Endpoint));
        match expr {
            Expr::Text(_) => error,
            _ if is_set => error,
            _ => self.invalid(expr, url, "a URL with scheme and host", "{}"),
        }
    }

    /// Checks the values in a template, and the URL that it comes to.
    #[inline]
    fn check_values(
        &self,
        template: &str,
        values: &'v [Expr<'_>],
        url: &str,
    ) -> Result<(), EndpointError> {
        let is_url = url::fault(url).is_none();
        let mut is_parsed = false;
        let mut place = Place::at_start_of(template);
        let mut rest = template;
        for expr in values {
            let (before, after) = rest.split_once("{}").ok_or(EndpointError::InvalidRules)?;
            (place, rest) = (place.after(before), after);
            let value = self.text(expr)?;
            place = match self.place_after(place, expr, &value) {
                // Most that is not fit for a path is allowed there all the same.
                Ok(place) if is_url || value.bytes().all(is_path_byte) => place,
                Ok(_) => return Err(self.invalid(expr, &value, "fit for a URL", template)),
                Err(expected) => return Err(self.invalid(expr, &value, expected, template)),
            };
            is_parsed |= matches!(place, Place::Authority);
        }
        // A URL that was parsed may have a host of another kind, an IP address say.
        match is_url && (is_parsed || has_labels(url)) {
            true => Ok(()),
            false => Err(EndpointError::InvalidUrl(template.to_owned())),
        }
    }

    /// Where the place after a value is, or what the value would have to be to stand here.
    #[inline]
    fn place_after(
        &self,
        place: Place,
        expr: &Expr<'_>,
        value: &str,
    ) -> Result<Place, &'static str> {
        match place {
            Place::Start => Ok(Place::Scheme.after(value)),
            Place::Scheme if is_scheme(value) => Ok(place),
            Place::Scheme => Err("the scheme of a URL"),
            Place::Host if self.is_authority(expr, value) => Ok(Place::Authority),
            Place::Host if matches!(part(expr), Some("path" | "normalizedPath")) => {
                Ok(place.after(value))
            }
            Place::Authority if value.is_empty() || value.starts_with('/') => {
                Ok(place.after(value))
            }
            Place::Host | Place::Authority => self.check_host_part(expr, value),
            Place::Path => Ok(place),
        }
    }

    /// Whether a value is the whole authority of a URL that `parseURL` has taken apart.
    #[inline]
    fn is_authority(&self, expr: &Expr<'_>, value: &str) -> bool {
        let is_it = |(name, part): &(&str, Value<'_>)| {
            *name == "authority" && matches!(part, Value::String(text) if text == value)
        };
        match expr {
            Expr::Ref(_) if self.parameter(expr).is_some() => false,
            Expr::Ref(_) => self.slots().any(|given| match given {
                Value::Record(parts) => parts.iter().any(is_it),
                _ => false,
            }),
            _ => part(expr) == Some("authority"),
        }
    }

    /// Checks that a value can be a part of a host: a parameter by itself is whole labels, what
    /// rules have cut out of one may be a part of a label. A region is no exception, as the tests
    /// of some models have one of two labels; clients take only those of one.
    #[inline]
    fn check_host_part(&self, expr: &Expr<'_>, value: &str) -> Result<Place, &'static str> {
        let fits = match self.parameter(expr) {
            Some(_) => are_labels(value, true),
            None => {
                let fits = |byte: u8| is_label_byte(byte) || byte == b'.';
                value.bytes().all(fits)
            }
        };
        if fits {
            Ok(Place::Host)
        } else {
            Err("host labels: letters, digits and hyphens, joined by dots")
        }
    }

    /// A value that cannot stand where the template has it.
    #[inline]
    fn invalid(
        &self,
        expr: &Expr<'_>,
        value: &str,
        expected: &'static str,
        template: &str,
    ) -> EndpointError {
        let parameter = self.parameter(expr).or_else(|| self.origin(value));
        match parameter {
            Some(parameter) => EndpointError::InvalidValue {
                parameter: parameter.name.to_owned(),
                expected,
            },
            None => EndpointError::InvalidUrl(template.to_owned()),
        }
    }

    /// The parameter that an expression is.
    #[inline]
    fn parameter(&self, expr: &Expr<'_>) -> Option<&'v Parameter<'v>> {
        let Expr::Ref(Slot(wanted)) = expr else {
            return None;
        };
        let mut parameters = self.parameters.iter();
        parameters.find(|parameter| parameter.slot.0 == *wanted)
    }

    /// The parameter that rules have cut a value out of.
    #[inline]
    fn origin(&self, value: &str) -> Option<&'v Parameter<'v>> {
        let has_it =
            |given: &Value<'_>| matches!(given, Value::String(text) if text.contains(value));
        let mut parameters = self.parameters.iter();
        parameters.find(|parameter| match self.slot(&parameter.slot) {
            Some(Value::List(items)) => items.iter().any(has_it),
            Some(given) => has_it(given),
            None => false,
        })
    }
}

/// Where in a URL a value stands.
#[derive(Clone, Copy)]
enum Place {
    /// It begins the URL, or is all of it.
    Start,
    Scheme,
    Host,
    /// It comes right behind an authority, which ends a host.
    Authority,
    Path,
}

impl Place {
    #[inline]
    fn at_start_of(template: &str) -> Self {
        match template.contains("://") {
            true => Self::Scheme,
            false => Self::Start,
        }
    }

    /// The place after some more text.
    #[inline]
    fn after(self, text: &str) -> Self {
        match (self, text.split_once("://")) {
            (Self::Scheme, Some((_, rest))) => Self::Host.after(rest),
            (Self::Host | Self::Authority, _) if text.contains('/') => Self::Path,
            (Self::Authority, _) if !text.is_empty() => Self::Host,
            (place, _) => place,
        }
    }
}

/// The name of the part that an expression takes out of a value.
#[inline]
fn part<'t>(expr: &Expr<'t>) -> Option<&'t str> {
    match expr {
        Expr::Part(_, name) | Expr::GetAttr(_, [.., Step::Key(name)]) => Some(name),
        _ => None,
    }
}

/// Whether the host of a URL is made of labels. The rules' own text may have more characters.
#[inline]
fn has_labels(url: &str) -> bool {
    let authority = url::parts(url).map(|[_, authority, _]| &url[authority]);
    authority.and_then(url::host).is_some_and(|host| {
        host.split('.').all(|label| {
            (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
        })
    })
}

#[inline]
fn is_path_byte(byte: u8) -> bool {
    is_label_byte(byte) || b"._~%/:+=,".contains(&byte)
}
