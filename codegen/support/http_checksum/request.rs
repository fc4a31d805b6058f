//! The checksum of a request as a header, and the header that asks for the one of its response.

use http::{HeaderMap, HeaderName, HeaderValue};

use super::super::operation::{BuildError, RequestChecksum, ResponseChecksum};
use super::given::{check_given, chosen, is_given, known};
use super::{Algorithm, Sum};

/// The headers that a request has by default alone: neither its caller nor the service insists on
/// them. The request carries it as an extension.
#[derive(Clone, Debug, Default)]
struct Unasked {
    checksum: Vec<HeaderName>,
    mode: Option<HeaderName>,
}

/// Adds its checksum to a request whose body is in memory, unless its caller has set one. `choice` is
/// the name of the algorithm where the caller chooses one.
///
/// # Errors
/// Where the algorithm is not known, and where a checksum that the caller has set is none.
pub fn add<B: AsRef<[u8]>>(
    request: http::Request<B>,
    facts: Option<RequestChecksum>,
    choice: Option<&str>,
) -> Result<http::Request<B>, BuildError> {
    let Some(facts) = facts else {
        return Ok(request);
    };
    let mut request = check_given(request)?;
    if is_given(request.headers().keys().map(HeaderName::as_str)) {
        return Ok(request);
    }
    let choice = match choice {
        Some(name) => Some(known(name)?),
        None => chosen(request.headers(), facts)?,
    };
    let algorithm = choice.unwrap_or(Algorithm::DEFAULT);
    let sum = Sum::of(algorithm, request.body().as_ref());
    let mut added = Vec::from_iter(put_header(request.headers_mut(), algorithm.header(), &sum));
    if choice.is_none() {
        let header = facts.algorithm_header;
        added.extend(
            header.and_then(|name| put_header(request.headers_mut(), name, algorithm.name())),
        );
        if !facts.required {
            unasked(&mut request).checksum = added;
        }
    }
    Ok(request)
}

/// Asks for the checksum of the response, unless the caller does.
pub fn ask<B>(mut request: http::Request<B>, facts: Option<ResponseChecksum>) -> http::Request<B> {
    let header = facts.and_then(|facts| facts.mode_header);
    let added = header.and_then(|name| put_header(request.headers_mut(), name, "ENABLED"));
    if added.is_some() {
        unasked(&mut request).mode = added;
    }
    request
}

/// Takes a checksum away that is there by default alone.
pub fn without_unasked_checksum<B>(request: &mut http::Request<B>) {
    for name in std::mem::take(&mut unasked(request).checksum) {
        request.headers_mut().remove(name);
    }
}

/// Takes the header away that asks for the checksum of the response, where it is there by default
/// alone.
pub fn without_unasked_mode<B>(request: &mut http::Request<B>) {
    if let Some(name) = unasked(request).mode.take() {
        request.headers_mut().remove(name);
    }
}

#[inline]
fn unasked<B>(request: &mut http::Request<B>) -> &mut Unasked {
    request.extensions_mut().get_or_insert_default()
}

/// Sets a header, unless it is there. Gives its name where it was not.
#[inline]
pub fn put_header(headers: &mut HeaderMap, name: &str, value: &str) -> Option<HeaderName> {
    let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
    let value = HeaderValue::from_str(value).ok()?;
    if headers.contains_key(&name) {
        return None;
    }
    headers.insert(name.clone(), value);
    Some(name)
}
