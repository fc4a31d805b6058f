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
    answer: Bytes,
    sent: Arc<AtomicUsize>,
}

impl Connector {
    /// One that answers with this.
    pub fn answering(answer: Bytes) -> Self {
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
                let frame = frame.map_err(|error| ConnectorError::io(error))?;
                bytes += frame.into_data().map_or(0, |data| data.len());
            }
            sent.store(bytes, Ordering::Relaxed);
            let body = SdkBody::from_body_1_x(Pieces(answer));
            let answer = http::Response::builder()
                .header("content-type", "application/vnd.amazon.eventstream")
                .body(body)
                .expect("a response");
            Ok(HttpResponse::try_from(answer).expect("a response"))
        })
    }
}

/// A body in pieces.
struct Pieces(Bytes);

impl Body for Pieces {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let piece = self.0.len().min(PIECE);
        let piece = self.0.split_to(piece);
        Poll::Ready((!piece.is_empty()).then(|| Ok(Frame::data(piece))))
    }
}
