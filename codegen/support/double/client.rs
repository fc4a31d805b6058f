//! Clients take a double for what sends their requests.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::byte_stream::ByteStream;

use super::{Answered, Double, Doubled, Unanswered};

impl<S: Doubled> HttpClient for Double<S> {
    #[inline]
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl<S: Doubled> HttpConnector for Double<S> {
    #[inline]
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let double = self.clone();
        HttpConnectorFuture::new(async move { double.send(request).await })
    }
}

impl<S: Doubled> Double<S> {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let request = request.try_into_http1x();
        let request = request.map_err(|error| ConnectorError::user(error.into()))?;
        let (head, body) = request.into_parts();
        // needed by: events to send
        let (head, body) = match self.opened(head, body).await {
            Ok((request, operation)) => {
                return to_client(self.answer_to(request, operation));
            }
            Err(parts) => parts,
        };
        let body = ByteStream::new(body).collect().await;
        let body = body.map_err(|error| ConnectorError::user(error.into()))?;
        let request = http::Request::from_parts(head, body.to_vec());
        to_client(self.answer(request))
    }
}

/// What a client is given.
#[inline]
fn to_client(answered: Answered) -> Result<HttpResponse, ConnectorError> {
    let response = answered.map_err(|unanswered| match unanswered {
        Unanswered::BrokenOff => ConnectorError::io(unanswered.into()),
        _ => ConnectorError::user(unanswered.into()),
    })?;
    HttpResponse::try_from(response).map_err(|error| ConnectorError::user(error.into()))
}
