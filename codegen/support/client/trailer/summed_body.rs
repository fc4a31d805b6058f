//! A body with its checksum behind it.

use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};

use aws_smithy_types::body::{Error, SdkBody};
use http::{HeaderMap, HeaderName, HeaderValue};
use http_body::{Body, Frame, SizeHint};

use crate::support::http_checksum::{Algorithm, Sum};

/// A body that is followed by its checksum, as a trailer.
pub(super) struct SummedBody {
    body: SdkBody,
    header: &'static str,
    /// Until the end has come.
    sum: Option<Sum>,
    /// The first that was found. It is not changed any more.
    found: Arc<OnceLock<String>>,
}

impl SummedBody {
    #[inline]
    pub(super) fn new(body: SdkBody, algorithm: Algorithm, found: Arc<OnceLock<String>>) -> Self {
        Self {
            body,
            header: algorithm.header(),
            sum: Some(Sum::new(algorithm)),
            found,
        }
    }
}

impl Body for SummedBody {
    type Data = <SdkBody as Body>::Data;
    type Error = Error;

    #[inline]
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if frame.is_none()
            && let Some(sum) = self.sum.take()
        {
            let value = self.found.get_or_init(|| sum.finish());
            let value = HeaderValue::from_str(value)?;
            let name = HeaderName::from_static(self.header);
            let trailers = HeaderMap::from_iter([(name, value)]);
            return Poll::Ready(Some(Ok(Frame::trailers(trailers))));
        }
        if let Some(Ok(frame)) = &frame
            && let (Some(data), Some(sum)) = (frame.data_ref(), &mut self.sum)
        {
            sum.update(data);
        }
        Poll::Ready(frame)
    }

    #[inline]
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
