//! How much of a response is held in memory.

use std::error::Error as StdError;
use std::fmt;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use http_body::{Body, Frame};

use crate::support::operation::{Response, UnreadableError};

/// The largest body of a response that is read into memory, in bytes; `None` where any is.
#[derive(Clone, Debug)]
pub(super) struct BodyLimit(pub(super) Option<u64>);

impl Storable for BodyLimit {
    type Storer = StoreReplace<Self>;
}

/// The body of a response is larger than a setting allows to be read into memory.
#[derive(Debug)]
pub(super) struct BodyTooLarge {
    pub(super) limit: u64,
}

impl fmt::Display for BodyTooLarge {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "its body is larger than the limit of {} bytes (`Settings::max_response_body`)",
            self.limit
        )
    }
}

impl StdError for BodyTooLarge {}

/// Sees to it that no more of a body is read into memory than one byte beyond the limit, which
/// [`check`] then finds there.
///
/// # Errors
/// Where the body's length is known and beyond the limit: nothing is read then.
#[inline]
pub(super) fn apply(
    response: &mut HttpResponse,
    config: &ConfigBag,
) -> Result<(), UnreadableError> {
    let Some(limit) = limit(config) else {
        return Ok(());
    };
    // Not of the header `content-length`: with that, answers to `HEAD` tell of another body.
    if response.body().content_length() > Some(limit) {
        return Err(too_large(response, limit));
    }
    if response.body().is_streaming() {
        let body = mem::replace(response.body_mut(), SdkBody::taken());
        let left = limit.saturating_add(1);
        *response.body_mut() = SdkBody::from_body_1_x(Start { body, left });
    }
    Ok(())
}

/// Checks a body that has been read into memory.
///
/// # Errors
/// Where it is beyond the limit.
#[inline]
pub(super) fn check(response: &HttpResponse, config: &ConfigBag) -> Result<(), UnreadableError> {
    match limit(config) {
        Some(limit) if response.body().content_length() > Some(limit) => {
            Err(too_large(response, limit))
        }
        _ => Ok(()),
    }
}

#[inline]
fn limit(config: &ConfigBag) -> Option<u64> {
    config.load::<BodyLimit>()?.0
}

/// It is no error of reading to the runtime, which would try again: the next answer would be as
/// large.
#[inline]
fn too_large(response: &HttpResponse, limit: u64) -> UnreadableError {
    UnreadableError::new(&Response::from(response), BodyTooLarge { limit })
}

/// The first bytes of a body.
struct Start {
    body: SdkBody,
    left: u64,
}

impl Body for Start {
    type Data = <SdkBody as Body>::Data;
    type Error = <SdkBody as Body>::Error;

    #[inline]
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let frame = match ready!(Pin::new(&mut self.body).poll_frame(context)) {
            Some(Ok(frame)) => frame,
            other => return Poll::Ready(other),
        };
        let frame = match frame.into_data() {
            Ok(mut data) => {
                data.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
                self.left -= data.len() as u64;
                Frame::data(data)
            }
            Err(trailers) => trailers,
        };
        Poll::Ready(Some(Ok(frame)))
    }
}
