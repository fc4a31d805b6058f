//! Signatures of a service that wants them otherwise than most, and calls that are not signed.

use std::marker::PhantomData;
use std::time::Duration;

use aws_types::SdkConfig;
use aws_types::region::Region;

use super::auth::gate;
use super::gate::RULES;
use super::service_double::Answer::Respond;
use super::service_double::{ServiceDouble, credentials};
use super::tide::{PlainText, Tide, TideError};
use crate::support::client::{Client, Settings};
use crate::support::endpoint::RuleSet;
use crate::support::operation::{BuildError, Operation, Service, Signing};

/// The service `Locker`.
#[derive(Clone, Copy, Debug)]
struct Locker;

impl Service for Locker {
    type Error = TideError;

    const SHAPE: &'static str = "Locker";
    const SDK_ID: &'static str = "Locker";
    const USER_AGENT: &'static str = "locker";
    const API_VERSION: &'static str = "2026-01-01";
    const SIGNING_NAME: Option<&'static str> = Some("locker");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4", "sigv4a", "noAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
    const SIGNING: Signing = Signing {
        path_as_sent: true,
        content_sha256: true,
    };
}

/// A service whose requests are signed as most are.
#[derive(Clone, Copy, Debug)]
struct Shelf;

impl Service for Shelf {
    type Error = TideError;

    const SHAPE: &'static str = "Shelf";
    const SDK_ID: &'static str = "Shelf";
    const USER_AGENT: &'static str = "shelf";
    const API_VERSION: &'static str = "2026-01-01";
    const SIGNING_NAME: Option<&'static str> = Some("locker");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
}

/// Puts a text at a path of a service.
#[derive(Clone, Debug)]
struct Put<S> {
    path: &'static str,
    body: &'static str,
    service: PhantomData<S>,
}

impl<S: Service<Error = TideError>> Operation for Put<S> {
    type Service = S;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "Put";

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        let request = http::Request::builder().method("PUT").uri(self.path);
        let request = request.body(self.body.as_bytes().to_vec());
        request.map_err(|_| BuildError::new("it is no path"))
    }
}

fn put(path: &'static str, body: &'static str) -> Put<Locker> {
    Put {
        path,
        body,
        service: PhantomData,
    }
}

fn signed() -> Settings {
    gate().credentials(credentials("AKID"))
}

fn client<S: Service>(region: &'static str, settings: Settings) -> (ServiceDouble, Client<S>) {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = SdkConfig::builder()
        .region(Region::new(region))
        .http_client(service.clone());
    let client = Client::with_settings(&config.build(), settings);
    (service, client)
}

async fn called_in(region: &'static str, settings: Settings) -> ServiceDouble {
    let (service, client) = client(region, settings);
    client.call(put("/k", "")).await.expect("the call succeeds");
    service
}

async fn refused_in(region: &'static str, settings: Settings) -> String {
    let (_, client) = client(region, settings);
    let error = client.call(put("/k", "")).await.expect_err("it is refused");
    error.to_string()
}

/// The signature in the URL of a request.
async fn signature<S: Service<Error = TideError>>(put: Put<S>) -> String {
    let (_, client) = client("eu-west-1", signed());
    let request = client.presign(put, Duration::from_secs(60)).await;
    let request = request.expect("it can be signed");
    assert!(request.headers().is_empty(), "{:?}", request.headers());
    let query = request.uri().query().expect("it is signed");
    let (_, signature) = query.split_once("X-Amz-Signature=").expect("it is signed");
    signature.to_owned()
}

/// The hash of nothing.
const OF_NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

#[tokio::test]
async fn a_path_that_is_none_is_signed_as_it_is_sent() {
    let paths = ["/b", "/a//../b", "/./b", "/a/../b", "//b"];
    let mut signatures = Vec::new();
    for path in paths {
        signatures.push(signature(put(path, "")).await);
        let [shelved, normal] = [path, "/b"].map(|path| Put {
            path,
            body: "",
            service: PhantomData::<Shelf>,
        });
        assert_eq!(signature(shelved).await, signature(normal).await, "{path}");
    }
    signatures.sort();
    signatures.dedup();
    assert_eq!(signatures.len(), paths.len());
}

#[tokio::test]
async fn a_header_has_the_hash_of_the_body_or_that_it_is_not_signed() {
    for region in ["eu-west-1", "wide"] {
        let service = called_in(region, signed()).await;
        assert_eq!(service.header("x-amz-content-sha256"), OF_NOTHING);
        let authorization = service.header("authorization");
        assert!(
            authorization.contains(";x-amz-content-sha256;"),
            "{authorization}"
        );
        let service = called_in(region, signed().unsigned_payload(true)).await;
        assert_eq!(service.header("x-amz-content-sha256"), "UNSIGNED-PAYLOAD");
        let settings = signed().unsigned_payload(true).unsigned_payload(false);
        let service = called_in(region, settings).await;
        assert_eq!(service.header("x-amz-content-sha256"), OF_NOTHING);
    }
}

#[tokio::test]
async fn a_presigned_request_is_for_any_body() {
    let one = signature(put("/k", "one")).await;
    assert_eq!(one, signature(put("/k", "other")).await);
    assert_ne!(one, signature(put("/l", "one")).await);
}

#[tokio::test]
async fn nothing_is_signed_without_credentials_or_where_nobody_wants_to_be_known() {
    for settings in [gate(), gate().anonymous(), signed().anonymous()] {
        for region in ["eu-west-1", "wide", "express"] {
            let service = called_in(region, settings.clone()).await;
            assert_eq!(service.header("authorization"), "");
            assert_eq!(service.header("x-amz-content-sha256"), "");
        }
    }
}

#[tokio::test]
async fn nobody_is_anonymous_in_place_of_a_signature_that_cannot_be_made() {
    assert_eq!(
        refused_in("express", signed()).await,
        "the call could not be made: the endpoint asks for the auth scheme `sigv4-express`, for \
         which this client has no implementation or no identity"
    );
}
