//! The URL that rules make of a template and values. What a caller gives to the rules must not
//! change to whom a request goes: it is checked where the template puts it, since only there is
//! known what it becomes a part of.

use std::slice;

use super::BuiltIn;
use super::error::EndpointError;
use super::evaluate::Evaluation;
// needed by: parsed URLs
use super::table::Step;
use super::table::{Expr, Parameter, Slot};
use super::url::{self, are_labels, is_label_byte};
use super::value::Value;

impl<'v> Evaluation<'v> {
    /// The URL of an endpoint.
    #[inline]
    pub(super) fn url(&self, expr: &'v Expr<'_>) -> Result<String, EndpointError> {
        let (template, values) = match expr {
            Expr::Format(template, values) => (*template, *values),
            Expr::Text(text) => (*text, &[][..]),
            expr => ("{}", slice::from_ref(expr)),
        };
        let mut url = String::with_capacity(96);
        let mut rest = template;
        for expr in values {
            let (before, after) = rest.split_once("{}").ok_or(EndpointError::InvalidRules)?;
            url.push_str(before);
            let value = self.text(expr)?;
            if !self.fits(&url, expr, &value, after) {
                let expected = "host labels: letters, digits and hyphens, joined by dots";
                return Err(self.invalid(expr, &value, expected, template));
            }
            url.push_str(&value);
            rest = after;
        }
        url.push_str(rest);
        match url::fault(&url) {
            None => Ok(url),
            Some(_) => Err(self.at_fault(values, template)),
        }
    }

    /// Whether a value can stand between this begin of a URL and the rest of its template.
    #[inline]
    fn fits(&self, before: &str, expr: &Expr<'_>, value: &str, after: &str) -> bool {
        match before.split_once("://") {
            // A scheme, or the begin of the URL.
            None => !(after.contains("://") && value.contains('/')),
            Some((_, host)) if host.contains('/') => true,
            // A region may be several labels, as in the tests of some models; clients take only
            // those that are one.
            Some(_) if self.parameter(expr).is_some() => are_labels(value, true),
            // What rules have cut out of a parameter may be a part of a label.
            Some(_) if value.bytes().all(is_host_byte) => true,
            // needed by: parsed URLs
            Some((_, host)) if self.is_parsed(host, expr, value) => true,
            Some(_) => false,
        }
    }

    // needed by: parsed URLs
    /// Whether a value is what `parseURL` has found in a URL of the caller's: all of its authority,
    /// or the path that follows it.
    #[inline]
    fn is_parsed(&self, host: &str, expr: &Expr<'_>, value: &str) -> bool {
        if let Expr::Part(_, name) | Expr::GetAttr(_, [.., Step::Key(name)]) = expr {
            return matches!(*name, "authority" | "path" | "normalizedPath");
        }
        for slot in &self.slots {
            let Some(Value::Record(parts)) = slot else {
                continue;
            };
            let (mut authority, mut is_path) = (None, false);
            for (name, part) in &**parts {
                match (*name, part) {
                    ("authority", Value::String(text)) => authority = Some(&**text),
                    ("path" | "normalizedPath", Value::String(text)) if text == value => {
                        is_path = true;
                    }
                    _ => {}
                }
            }
            if let Some(authority) = authority
                && (value == authority || is_path && host.ends_with(authority))
            {
                return true;
            }
        }
        false
    }

    /// The error of a URL that is none though its host has what hosts have. What is set is shown,
    /// but no value of an input.
    #[inline]
    fn at_fault(&self, values: &'v [Expr<'_>], template: &str) -> EndpointError {
        for expr in values {
            let Ok(value) = self.text(expr) else { continue };
            if let Some(parameter) = self.parameter(expr)
                && parameter.built_in == Some(BuiltIn::Endpoint)
            {
                return url::invalid(&value);
            }
            if !value
                .bytes()
                .all(|byte| is_host_byte(byte) || b"_~%/".contains(&byte))
            {
                return self.invalid(expr, &value, "fit for a URL", template);
            }
        }
        EndpointError::InvalidUrl(template.to_owned())
    }

    /// The error of a value that cannot stand where the template has it.
    #[inline]
    fn invalid(
        &self,
        expr: &Expr<'_>,
        value: &str,
        expected: &'static str,
        template: &str,
    ) -> EndpointError {
        match self.parameter(expr).or_else(|| self.origin(value)) {
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
        let mut parameters = self.parameters.iter();
        parameters.find(|parameter| {
            let given = self.slot(&parameter.slot);
            given.is_some_and(|given| has_text(given, value))
        })
    }
}

/// Whether a value has a text in it.
#[inline]
fn has_text(value: &Value<'_>, wanted: &str) -> bool {
    match value {
        Value::String(text) => text.contains(wanted),
        Value::List(items) => items.iter().any(|item| has_text(item, wanted)),
        _ => false,
    }
}

#[inline]
fn is_host_byte(byte: u8) -> bool {
    is_label_byte(byte) || byte == b'.'
}
