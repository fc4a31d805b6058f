//! Signatures in URIs, signatures without the body, and bearer tokens, as botocore makes them:
//! `tests/botocore/record_signing.py` has recorded it.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::Token;
use aws_sigv4::http_request::{
    PayloadChecksumKind, SignableBody, SignableRequest, SigningSettings, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime::client::auth::http::BearerAuthScheme;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use aws_types::SdkConfig;
use generated::Settings;
use generated::license_manager;
use generated::support::client::Client;
use generated::support::endpoint::RuleSet;
use generated::support::operation::{
    BuildError, Failure, Operation, Own, Protocol, Response, Service,
};
use serde::Deserialize;

use crate::sent::Catch;

#[derive(Deserialize)]
struct Recording {
    clock: String,
    access_key_id: String,
    secret_access_key: String,
    name: String,
    region: String,
    token: String,
    endpoint: String,
    cases: Vec<Case>,
}

/// A request, and what botocore made of it.
#[derive(Clone, Debug, Deserialize)]
struct Case {
    name: String,
    kind: String,
    method: String,
    target: String,
    headers: BTreeMap<String, String>,
    body: String,
    expires_in: u64,
    session_token: Option<String>,
    url: String,
    authorization: Option<String>,
}

impl Recording {
    fn read() -> Self {
        let recording = include_str!("../../fixtures/botocore/signing.json");
        serde_json::from_str(recording).expect("the recording is what the script writes")
    }

    fn cases(&self, kind: &str) -> impl Iterator<Item = &Case> {
        let cases: Vec<_> = self.cases.iter().filter(|case| case.kind == kind).collect();
        assert!(!cases.is_empty(), "no case is {kind}");
        cases.into_iter()
    }

    fn clock(&self) -> SystemTime {
        let clock = DateTime::from_str(&self.clock, Format::DateTime);
        SystemTime::try_from(clock.expect("the clock shows a date")).expect("after 1970")
    }

    fn credentials(&self, case: &Case) -> Credentials {
        let token = case.session_token.clone();
        let (key, secret) = (&self.access_key_id, &self.secret_access_key);
        Credentials::new(key, secret, token, None, "recording")
    }

    /// A client at the recorded time, with these settings beside.
    fn client(&self, settings: Settings) -> Client<Lighthouse> {
        let settings = settings
            .region(self.region.clone())
            .endpoint_url(self.endpoint.clone())
            .time_source(StaticTimeSource::new(self.clock()));
        Client::with_settings(&SdkConfig::builder().build(), settings)
    }

    /// The header `Authorization` of a request, by `aws-sigv4` itself.
    fn authorization(
        &self,
        case: &Case,
        headers: &[(&str, &str)],
        body: SignableBody<'_>,
    ) -> String {
        let identity = self.credentials(case).into();
        let mut settings = SigningSettings::default();
        if matches!(body, SignableBody::UnsignedPayload) {
            settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        }
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(&self.region)
            .name(&self.name)
            .time(self.clock())
            .settings(settings)
            .build()
            .expect("everything is set");
        let headers = headers.iter().copied();
        let request = SignableRequest::new(&case.method, &case.url, headers, body);
        let signed = sign(request.expect("it can be signed"), &params.into());
        let (instructions, _) = signed.expect("it can be signed").into_parts();
        let mut headers = instructions.headers();
        let found = headers.find(|(name, _)| *name == "authorization");
        found.expect("it is signed").1.to_owned()
    }
}

#[derive(Clone, Copy, Debug)]
struct Lighthouse;

impl Service for Lighthouse {
    type Error = license_manager::Error;

    const SHAPE: &'static str = "Lighthouse";
    const SDK_ID: &'static str = "Lighthouse";
    const USER_AGENT: &'static str = "lighthouse";
    const API_VERSION: &'static str = "1";
    const SIGNING_NAME: Option<&'static str> = Some("lighthouse");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4", "httpBearerAuth"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = None;
}

/// Sends what a case says, and leaves its body out of the signature where `UNSIGNED` is set.
#[derive(Debug)]
struct Light<const UNSIGNED: bool>(Case);

impl<const UNSIGNED: bool> Operation for Light<UNSIGNED> {
    type Service = Lighthouse;
    type Protocol = AsGiven;
    type Output = ();

    const NAME: &'static str = "Light";
    const UNSIGNED_PAYLOAD: bool = UNSIGNED;
}

/// Requests as a case says.
struct AsGiven;

impl<const UNSIGNED: bool> Protocol<Light<UNSIGNED>> for AsGiven {
    fn request(input: &Light<UNSIGNED>) -> Result<http::Request<Vec<u8>>, BuildError> {
        let Light(case) = input;
        let Case { method, target, .. } = case;
        let mut request = http::Request::builder().method(method.as_str()).uri(target);
        for (name, value) in &case.headers {
            request = request.header(name, value);
        }
        // Nothing of a case is a default.
        let request = request.extension(Own {
            content_type: true,
            ..Own::default()
        });
        let request = request.body(case.body.clone().into_bytes());
        request.map_err(|error| BuildError::new(error.to_string()))
    }

    fn response(_: &Response<'_>) -> Result<(), Failure<license_manager::Error>> {
        Ok(())
    }
}

/// A URI with its query in order, as the order is of no account.
fn ordered(uri: &str) -> (String, Vec<String>) {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let mut query: Vec<String> = query.split('&').map(str::to_owned).collect();
    query.sort();
    (path.to_owned(), query)
}

async fn presigned(
    recording: &Recording,
    case: &Case,
    operation: impl Operation<Service = Lighthouse>,
) -> String {
    let settings = Settings::new().credentials(recording.credentials(case));
    let expires_in = Duration::from_secs(case.expires_in);
    let request = recording
        .client(settings)
        .presign(operation, expires_in)
        .await;
    request.expect("it can be presigned").uri().to_string()
}

#[tokio::test]
async fn a_presigned_request_is_the_one_that_botocore_makes() {
    let recording = Recording::read();
    for case in recording.cases("presigned") {
        let uri = presigned(&recording, case, Light::<false>(case.clone())).await;
        assert_eq!(ordered(&uri), ordered(&case.url), "{}", case.name);
    }
}

#[tokio::test]
async fn a_presigned_request_without_its_body_is_the_one_that_botocore_makes() {
    let recording = Recording::read();
    for case in recording.cases("presigned unsigned") {
        let uri = presigned(&recording, case, Light::<true>(case.clone())).await;
        assert_eq!(ordered(&uri), ordered(&case.url), "{}", case.name);
    }
}

#[tokio::test]
async fn a_bearer_token_is_sent_as_botocore_sends_it() {
    let recording = Recording::read();
    for case in recording.cases("bearer") {
        let settings = Settings::new()
            .auth_scheme(BearerAuthScheme::new())
            .bearer_token(Token::new(recording.token.clone(), None));
        let sent = sent(&recording, settings, Light::<false>(case.clone())).await;
        let ours = sent.headers().get("authorization");
        assert_eq!(ours, case.authorization.as_deref(), "{}", case.name);
    }
}

#[test]
fn aws_sigv4_signs_the_recorded_requests_as_botocore_does() {
    let recording = Recording::read();
    for case in recording.cases("signed").chain(recording.cases("unsigned")) {
        let body = match case.kind.as_str() {
            "unsigned" => SignableBody::UnsignedPayload,
            _ => SignableBody::Bytes(case.body.as_bytes()),
        };
        let headers = case.headers.iter();
        let headers: Vec<_> = headers.map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let ours = recording.authorization(case, &headers, body);
        assert_eq!(Some(ours), case.authorization, "{}", case.name);
    }
}

#[tokio::test]
async fn a_client_leaves_a_body_out_of_the_signature_as_aws_sigv4_does() {
    /// What `aws-sigv4` writes itself.
    const OF_THE_SIGNER: [&str; 3] = ["host", "x-amz-date", "x-amz-content-sha256"];
    let recording = Recording::read();
    for case in recording.cases("unsigned") {
        let settings = Settings::new().credentials(recording.credentials(case));
        let sent = sent(&recording, settings, Light::<true>(case.clone())).await;
        let header = |name| sent.headers().get(name).unwrap_or_default();
        assert_eq!(
            header("x-amz-content-sha256"),
            "UNSIGNED-PAYLOAD",
            "{}",
            case.name
        );
        let names = crate::sent::signed_headers(&sent);
        let names = names
            .into_iter()
            .filter(|name| !OF_THE_SIGNER.contains(name));
        let headers: Vec<_> = names.map(|name| (name, header(name))).collect();
        let expected = recording.authorization(case, &headers, SignableBody::UnsignedPayload);
        assert_eq!(header("authorization"), expected, "{}", case.name);
    }
}

/// What a client with these settings sends.
async fn sent(
    recording: &Recording,
    settings: Settings,
    operation: impl Operation<Service = Lighthouse>,
) -> HttpRequest {
    let catch = Catch::default();
    let client = recording.client(settings.http_client(catch.clone()));
    client.call(operation).await.expect("any answer will do");
    catch.caught()
}
