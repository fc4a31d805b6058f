//! Takes the service's place in these tests: a connector that gives prepared answers and
//! remembers the requests.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_types::SdkConfig;
use aws_types::region::Region;

use super::tide::TideTable;
use crate::support::client::{Client, Settings};

/// What the double does with one request.
#[derive(Debug)]
pub enum Answer {
    /// Answers with this status and body.
    Respond(u16, &'static str),
    /// Answers with this.
    Give(Box<HttpResponse>),
    /// Announces a longer body than it sends.
    BreakOff,
    /// Refuses the connection.
    Refuse,
    /// Never answers.
    Hang,
}

/// The double. Clones share what is prepared and remembered.
#[derive(Clone, Debug, Default)]
pub struct ServiceDouble {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    requests: Arc<Mutex<Vec<HttpRequest>>>,
}

impl ServiceDouble {
    pub fn with(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self {
            answers: Arc::new(Mutex::new(answers.into_iter().collect())),
            requests: Arc::default(),
        }
    }

    /// A configuration that lacks nothing and ends here.
    pub fn config(&self) -> SdkConfig {
        SdkConfig::builder()
            .region(Region::new("eu-west-1"))
            .credentials_provider(credentials("AKIDCLIENT"))
            .http_client(self.clone())
            .build()
    }

    pub fn client(&self) -> Client<TideTable> {
        self.client_with(Settings::new())
    }

    pub fn client_with(&self, settings: Settings) -> Client<TideTable> {
        Client::with_settings(&self.config(), settings)
    }

    /// How often the service has been asked.
    pub fn asked(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    /// The URI of the last request.
    pub fn uri(&self) -> String {
        let requests = self.requests.lock().unwrap();
        requests
            .last()
            .expect("there was a request")
            .uri()
            .to_owned()
    }

    /// The body of the last request.
    pub fn body(&self) -> Vec<u8> {
        let requests = self.requests.lock().unwrap();
        let request = requests.last().expect("there was a request");
        request.body().bytes().unwrap_or_default().to_vec()
    }

    /// A header of the last request; empty where it has none.
    pub fn header(&self, name: &str) -> String {
        let requests = self.requests.lock().unwrap();
        let request = requests.last().expect("there was a request");
        request.headers().get(name).unwrap_or_default().to_owned()
    }
}

pub fn credentials(access_key_id: &str) -> SharedCredentialsProvider {
    SharedCredentialsProvider::new(Credentials::new(
        access_key_id,
        "not a secret",
        None,
        None,
        "test",
    ))
}

impl HttpClient for ServiceDouble {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for ServiceDouble {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        self.requests.lock().unwrap().push(request);
        let answer = self.answers.lock().unwrap().pop_front();
        match answer.expect("an answer is prepared for each request") {
            Answer::Respond(status, body) => {
                HttpConnectorFuture::ready(Ok(response(status, SdkBody::from(body))))
            }
            Answer::Give(response) => HttpConnectorFuture::ready(Ok(*response)),
            Answer::BreakOff => HttpConnectorFuture::ready(Ok(response(200, broken_off()))),
            Answer::Refuse => HttpConnectorFuture::ready(Err(ConnectorError::io(
                std::io::Error::new(std::io::ErrorKind::ConnectionRefused, "connection refused")
                    .into(),
            ))),
            Answer::Hang => HttpConnectorFuture::new(std::future::pending()),
        }
    }
}

pub fn response(status: u16, body: SdkBody) -> HttpResponse {
    let response = http::Response::builder()
        .status(status)
        .header("x-amzn-requestid", "4f1c")
        .header("x-kept", super::vault::SECRET)
        .body(body);
    HttpResponse::try_from(response.unwrap()).unwrap()
}

fn broken_off() -> SdkBody {
    SdkBody::from_body_1_x(BrokenOff)
}

/// A body that fails before its first byte.
struct BrokenOff;

impl http_body::Body for BrokenOff {
    type Data = bytes::Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Self::Data>, Self::Error>>> {
        let error = std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "the body broke off");
        std::task::Poll::Ready(Some(Err(error)))
    }
}
