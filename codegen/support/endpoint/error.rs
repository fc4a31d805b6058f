//! Why there is no endpoint.

use std::fmt;

use super::url;

/// Why a rule set gave no endpoint.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum EndpointError {
    /// The rules refuse these parameters; in the words of the service's model.
    Refused(String),
    /// A parameter that the rules cannot do without has no value.
    MissingParameter(String),
    /// A parameter was given that the rules do not have.
    UnknownParameter(String),
    /// A parameter's value is not of the type that the rules say.
    WrongType {
        /// The parameter's name.
        parameter: String,
        /// What its value has to be, e.g. `a boolean`.
        expected: &'static str,
    },
    /// A parameter's value cannot be where the rules put it: in the host of the URL, say. What it
    /// is is not told, as it may come from an input.
    InvalidValue {
        /// The parameter's name.
        parameter: String,
        /// What its value has to be, e.g. `one host label`.
        expected: &'static str,
    },
    /// No rule covers these parameters.
    NoRuleMatches,
    /// The rules gave something else than an absolute URL that requests can go to. It is shown
    /// without user name, password and query, and without the values of parameters.
    InvalidUrl(String),
    /// The rules decided on a value that is absent. Rules that follow the specification never do.
    InvalidRules,
}

impl fmt::Display for EndpointError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, name, after): (&str, &str, &str) = match self {
            Self::Refused(message) => ("", message, ""),
            Self::MissingParameter(name) => ("the endpoint parameter `", name, "` has no value"),
            Self::UnknownParameter(name) => ("the service has no endpoint parameter `", name, "`"),
            Self::WrongType {
                parameter,
                expected,
            }
            | Self::InvalidValue {
                parameter,
                expected,
            } => return write!(f, "the endpoint parameter `{parameter}` must be {expected}"),
            Self::NoRuleMatches => (
                "no rule of the service gives an endpoint for these parameters",
                "",
                "",
            ),
            Self::InvalidUrl(url) => {
                let fault = url::fault(url).unwrap_or("is not a URL that requests can go to");
                return write!(f, "the endpoint `{url}` {fault}");
            }
            Self::InvalidRules => (
                "the service's endpoint rules are broken: a value they need is absent",
                "",
                "",
            ),
        };
        f.write_str(before)?;
        f.write_str(name)?;
        f.write_str(after)
    }
}

impl std::error::Error for EndpointError {}
