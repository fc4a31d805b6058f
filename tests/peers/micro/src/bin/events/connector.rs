//! An HTTP client without a network: it takes all of a request's body, and gives an answer in pieces, as
//! connections do.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame};
use http_body_util::BodyExt;

/// How much comes at once, in bytes.
const PIECE: usize = 16 * 1024;

/// The HTTP client.
#[derive(Clone, Debug)]
pub struct Connector {
    answer: Answer,
    sent: Arc<AtomicUsize>,
}

impl Connector {
    /// One that answers with this.
    pub fn answering(answer: Answer) -> Self {
        let sent = Arc::default();
        Self { answer, sent }
    }

    /// How many bytes the last body had that was sent.
    pub fn sent(&self) -> usize {
        self.sent.load(Ordering::Relaxed)
    }
}

impl HttpClient for Connector {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Connector {
    /// Answers when all has been sent.
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Self { answer, sent } = self.clone();
        HttpConnectorFuture::new(async move {
            let mut body = pin!(request.into_body());
            let mut bytes = 0;
            while let Some(frame) = body.frame().await {
                let frame = frame.map_err(ConnectorError::io)?;
                bytes += frame.into_data().map_or(0, |data| data.len());
            }
            sent.store(bytes, Ordering::Relaxed);
            let body = SdkBody::from_body_1_x(answer);
            let answer = http::Response::builder()
                .header("content-type", "application/vnd.amazon.eventstream")
                .body(body)
                .expect("a response");
            Ok(HttpResponse::try_from(answer).expect("a response"))
        })
    }
}

/// A body in pieces: the same bytes again and again, of which no copy is made.
#[derive(Clone, Debug)]
pub struct Answer {
    bytes: Bytes,
    /// What of them has not come yet.
    rest: Bytes,
    /// How often they come again.
    again: usize,
}

impl Answer {
    /// These bytes so many times.
    pub fn repeated(bytes: Bytes, times: usize) -> Self {
        Self {
            rest: bytes.clone(),
            bytes,
            again: times - 1,
        }
    }

    /// All of it, not in pieces.
    pub fn whole(&self) -> impl Iterator<Item = Bytes> {
        std::iter::repeat_n(self.bytes.clone(), self.again + 1)
    }

    /// What comes next.
    pub fn next_piece(&mut self) -> Option<Bytes> {
        if self.rest.is_empty() {
            self.again = self.again.checked_sub(1)?;
            self.rest = self.bytes.clone();
        }
        let piece = self.rest.len().min(PIECE);
        Some(self.rest.split_to(piece))
    }
}

impl Body for Answer {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Ready(self.next_piece().map(|piece| Ok(Frame::data(piece))))
    }
}
