//! Streams of responses that are checked while they are read.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_types::body::{Error, SdkBody};
use aws_smithy_types::config_bag::ConfigBag;
use http_body::{Body, Frame, SizeHint};

use super::checksum::Checks;
use crate::support::http_checksum::{Expected, Sum};
use crate::support::operation::{Response, ResponseChecksum};

/// The body of a response, which is checked while it is read where the call asked for that.
#[inline]
pub(super) fn check(
    body: SdkBody,
    response: &Response<'_>,
    facts: Option<ResponseChecksum>,
    config: &ConfigBag,
) -> SdkBody {
    let facts = facts.filter(|_| config.load::<Checks>().is_some());
    let expected = facts.and_then(|facts| Expected::of(response, facts));
    match expected {
        Some(expected) => SdkBody::from_body_1_x(CheckedBody {
            body,
            open: Some((expected.start(), expected)),
        }),
        None => body,
    }
}

/// A body whose end is an error where its checksum is another one than it should be.
struct CheckedBody {
    body: SdkBody,
    /// Until the end has come.
    open: Option<(Sum, Expected)>,
}

impl Body for CheckedBody {
    type Data = <SdkBody as Body>::Data;
    type Error = Error;

    #[inline]
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        match &frame {
            Some(Ok(frame)) => {
                if let (Some(data), Some((sum, _))) = (frame.data_ref(), &mut self.open) {
                    sum.update(data);
                }
            }
            // It has broken off, which is told.
            Some(Err(_)) => self.open = None,
            None => {
                if let Some((sum, expected)) = self.open.take()
                    && let Err(mismatch) = expected.compare(sum)
                {
                    return Poll::Ready(Some(Err(mismatch.into())));
                }
            }
        }
        Poll::Ready(frame)
    }

    /// Not before its end has been asked for: it may be an error.
    #[inline]
    fn is_end_stream(&self) -> bool {
        self.open.is_none() && self.body.is_end_stream()
    }

    #[inline]
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
