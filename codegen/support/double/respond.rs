//! Responses in the making.

use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderMap, HeaderValue, StatusCode};

use super::{ErrorHead, Written};
use crate::support::operation::BuildError;

/// The header by which responses tell the id of their request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// A response with this body, of this media type.
///
/// # Errors
/// Where the status or the media type is none of HTTP.
#[inline]
pub fn respond(status: u16, media_type: &str, body: Vec<u8>) -> Written {
    let mut response = http::Response::new(body);
    *response.status_mut() = status_of(status)?;
    put(response.headers_mut(), CONTENT_TYPE, media_type)?;
    Ok(response)
}

/// A response that tells an error, with this body of this media type.
///
/// # Errors
/// Where what is told cannot be told in HTTP.
#[inline]
pub fn respond_with_error(head: ErrorHead<'_>, media_type: &str, body: Vec<u8>) -> Written {
    let mut response = respond(head.status, media_type, body)?;
    let headers = response.headers_mut();
    if let Some(code) = head.query_code {
        let name = HeaderName::from_static("x-amzn-query-error");
        put(headers, name, &format!("{code};{}", head.fault()))?;
    }
    headers.extend(head.headers);
    Ok(response)
}

/// Sets a header.
///
/// # Errors
/// Where the value has characters that none can have.
#[inline]
pub fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Result<(), BuildError> {
    match HeaderValue::try_from(value) {
        Ok(value) => {
            headers.insert(name, value);
            Ok(())
        }
        Err(_) => Err(BuildError::new(format!(
            "the header `{name}` has characters that none can have"
        ))),
    }
}

/// Tells the id of the request, where there is one.
///
/// # Errors
/// Where it has characters that no header can have.
#[inline]
pub(super) fn put_request_id(headers: &mut HeaderMap, id: Option<&str>) -> Result<(), BuildError> {
    match id {
        Some(id) => put(headers, REQUEST_ID, id),
        None => Ok(()),
    }
}

/// This status.
///
/// # Errors
/// Where HTTP has no such status.
#[inline]
pub fn status_of(status: u16) -> Result<StatusCode, BuildError> {
    StatusCode::from_u16(status)
        .map_err(|_| BuildError::new(format!("{status} is no status of HTTP")))
}
