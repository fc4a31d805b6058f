//! What stands in for a connector where the configuration names none and the feature `https` is
//! off: it says so.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

use super::hints;
use super::missing::Misconfigured;

/// A connector that refuses every request.
#[inline]
pub(super) fn default() -> SharedHttpClient {
    SharedHttpClient::new(NoConnector)
}

#[derive(Debug)]
struct NoConnector;

impl HttpClient for NoConnector {
    #[inline]
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Self)
    }
}

impl HttpConnector for NoConnector {
    #[inline]
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let error = Misconfigured::new(hints::HTTP_CLIENT).into();
        HttpConnectorFuture::ready(Err(ConnectorError::user(error)))
    }
}
