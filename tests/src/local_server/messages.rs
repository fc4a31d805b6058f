//! Messages that are in memory, as doubles take and give them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_smithy_types::body::SdkBody;
use axum::extract::Request;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};

/// The header by which responses tell the id of their request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// The head and the body of a request.
///
/// # Errors
/// Where the body breaks off, or is longer than this.
pub(crate) async fn received(
    request: Request,
    most: usize,
) -> Result<(Parts, Vec<u8>), axum::Error> {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, most).await?;
    Ok((head, body.into()))
}

/// The response of a double, whose body is no stream here.
pub(crate) fn in_memory(response: Response<SdkBody>) -> Response<Vec<u8>> {
    response.map(|body| body.bytes().unwrap_or_default().to_vec())
}

/// A response with this status; 500 where HTTP has no such status.
pub(crate) fn with_status(status: u16, body: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(body);
    let status = StatusCode::from_u16(status);
    *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
}

/// Sets a header of a response. Text that cannot stand in a header leaves it out.
pub(crate) fn set_header(headers: &mut HeaderMap, name: HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        headers.insert(name, value);
    }
}

/// The ids of requests, counted from 1. Clones count on together.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestIds(Arc<AtomicU64>);

impl RequestIds {
    /// That of one more request.
    pub(crate) fn next(&self) -> String {
        let number = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        format!("request-{number:08}")
    }

    /// Gives a response an id that has none: its double has not made it.
    pub(crate) fn complete<B>(&self, response: &mut Response<B>) {
        if !response.headers().contains_key(REQUEST_ID) {
            set_header(response.headers_mut(), REQUEST_ID, &self.next());
        }
    }
}
