//! Headers that all requests of a service have.

use http::{HeaderName, HeaderValue};

use super::super::BuildError;

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
