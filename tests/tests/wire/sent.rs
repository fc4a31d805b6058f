//! What the generated client sends, caught just before it would leave.

use std::sync::{Arc, Mutex};

use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_types::SdkConfig;
use aws_types::region::Region;
use generated::Settings;
use generated::license_manager::Client;
use serde_json::Value;

use crate::recording::{Case, Recording};
use crate::signatures::Signed;

/// Takes the place of the network: keeps the request, and answers `{}`.
#[derive(Clone, Debug, Default)]
pub struct Catch(Arc<Mutex<Option<HttpRequest>>>);

impl Catch {
    /// The request that was sent.
    pub fn caught(&self) -> HttpRequest {
        let mut caught = self.0.lock().expect("no panic");
        caught.take().expect("the request was sent")
    }
}

impl HttpClient for Catch {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Catch {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.0.lock().expect("no panic") = Some(request);
        let response = http::Response::new(SdkBody::from("{}"));
        HttpConnectorFuture::ready(Ok(
            HttpResponse::try_from(response).expect("it is a response")
        ))
    }
}

/// The request that a client sends for a recorded call, at the recorded time.
async fn sent(recording: &Recording, case: &Case) -> HttpRequest {
    let catch = Catch::default();
    let mut config = SdkConfig::builder()
        .region(Region::new(case.region.clone()))
        .use_fips(case.fips)
        .use_dual_stack(case.dual_stack)
        .credentials_provider(SharedCredentialsProvider::new(recording.credentials(case)))
        .http_client(catch.clone());
    config.set_endpoint_url(case.endpoint_url.clone());
    let clock = StaticTimeSource::new(recording.clock());
    let settings = Settings::new().time_source(clock);
    let client = Client::with_settings(&config.build(), settings);
    let called = case.input().send(&client).await;
    called.expect("an empty answer is an answer");
    catch.caught()
}

#[tokio::test]
async fn a_client_sends_what_botocore_sends() {
    let recording = Recording::read();
    for case in &recording.cases {
        let request = sent(&recording, case).await;
        assert_eq!(request.method(), case.request.method, "{}", case.name);
        assert_eq!(request.uri(), case.request.url, "{}", case.name);
        for (name, value) in &case.request.signed_headers {
            // The HTTP library adds `Host` when it sends.
            if name != "host" {
                let ours = request.headers().get(name);
                assert_eq!(ours, Some(value.as_str()), "{}: {name}", case.name);
            }
        }
        let body = request.body().bytes().expect("the body is in memory");
        let ours: Value = serde_json::from_slice(body).expect("the body is JSON");
        assert_eq!(ours, case.request.json(), "{}", case.name);
    }
}

#[tokio::test]
async fn a_client_signs_at_least_the_headers_that_botocore_signs() {
    let recording = Recording::read();
    for case in &recording.cases {
        let request = sent(&recording, case).await;
        let ours = signed_headers(&request);
        for name in case.request.signed_headers.keys() {
            assert!(ours.contains(&name.as_str()), "{}: {name}", case.name);
        }
    }
}

#[tokio::test]
async fn a_client_signs_what_it_sends() {
    let recording = Recording::read();
    for case in &recording.cases {
        let request = sent(&recording, case).await;
        let names = signed_headers(&request).into_iter();
        let value = |name| request.headers().get(name).unwrap_or_default();
        let signed = Signed {
            url: request.uri(),
            headers: names.map(|name| (name, value(name))).collect(),
            body: request.body().bytes().expect("the body is in memory"),
        };
        let credentials = recording.credentials(case);
        assert_eq!(
            signed.authorization(credentials, &case.region, recording.clock()),
            value("authorization"),
            "{}",
            case.name
        );
    }
}

/// The names of the headers that a request says it signed.
pub fn signed_headers(request: &HttpRequest) -> Vec<&str> {
    let authorization = request.headers().get("authorization");
    let authorization = authorization.expect("the request is signed");
    let (_, rest) = authorization
        .split_once("SignedHeaders=")
        .expect("it says what is signed");
    rest.split(',').next().unwrap_or(rest).split(';').collect()
}
