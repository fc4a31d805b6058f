//! An HTTP client without a network: it answers with bytes in small pieces, and keeps what is sent.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
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

/// How much comes at once, in bytes: less than a frame begins with.
const PIECE: usize = 7;

/// The HTTP client.
#[derive(Clone, Debug, Default)]
pub struct Connector {
    answer: Bytes,
    sent: Arc<Mutex<Bytes>>,
}

impl Connector {
    /// One that answers with this.
    pub fn answering(answer: impl Into<Bytes>) -> Self {
        Self {
            answer: answer.into(),
            sent: Arc::default(),
        }
    }

    /// The body of the last request.
    pub fn sent(&self) -> Bytes {
        self.sent.lock().expect("no panic").clone()
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
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Self { answer, sent } = self.clone();
        HttpConnectorFuture::new(async move {
            let body = request.into_body().collect().await;
            let body = body.map_err(ConnectorError::io)?;
            *sent.lock().expect("no panic") = body.to_bytes();
            let answer = http::Response::builder()
                .header("content-type", "application/vnd.amazon.eventstream")
                .body(SdkBody::from_body_1_x(Pieces(answer)))
                .expect("a response");
            Ok(HttpResponse::try_from(answer).expect("a response"))
        })
    }
}

/// A body in pieces.
struct Pieces(Bytes);

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let piece = self.0.len().min(PIECE);
        let piece = self.0.split_to(piece);
        Poll::Ready((!piece.is_empty()).then(|| Ok(Frame::data(piece))))
    }
}
