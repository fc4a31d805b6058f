//! Requests that cannot be built, and the checks of values that requests cannot do without.

use std::error::Error as StdError;
use std::fmt;

use http::{HeaderName, HeaderValue};

/// A request that could not be built from its input.
#[derive(Clone, Debug, PartialEq)]
pub struct BuildError {
    reason: String,
}

impl BuildError {
    /// The request cannot be built, for this reason.
    #[inline]
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}

impl fmt::Display for BuildError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the request could not be built: {}", self.reason)
    }
}

impl StdError for BuildError {}

/// The request with a header that all requests of its service have, unless a member has set it.
///
/// # Errors
/// Where it is no header that HTTP has.
#[inline]
pub fn with_header(
    mut request: http::Request<Vec<u8>>,
    name: &str,
    value: &str,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let header = (HeaderName::try_from(name), HeaderValue::try_from(value));
    let (Ok(name), Ok(value)) = header else {
        return Err(BuildError::new(format!("`{name}` is no header of HTTP")));
    };
    request.headers_mut().entry(name).or_insert(value);
    Ok(request)
}

/// The value of a member as a label of a host name.
///
/// # Errors
/// Where it is none: it is empty or too long, or has other characters than letters, digits and
/// hyphens.
#[inline]
pub fn host_label<'v>(
    member: &str,
    value: &'v (impl AsRef<str> + ?Sized),
) -> Result<&'v str, BuildError> {
    let value = value.as_ref();
    let is_label = (1..=63).contains(&value.len())
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_label {
        Ok(value)
    } else {
        Err(BuildError::new(format!(
            "`{member}` cannot be part of a host name"
        )))
    }
}

/// The value of a member that tells the endpoint.
///
/// # Errors
/// Where it is empty, or nothing but space: the request would go to another operation.
#[inline]
pub fn not_blank<'v>(member: &str, value: &'v str) -> Result<&'v str, BuildError> {
    if value.trim().is_empty() {
        let reason = format!("`{member}` is blank, and the endpoint depends on it");
        return Err(BuildError::new(reason));
    }
    Ok(value)
}
