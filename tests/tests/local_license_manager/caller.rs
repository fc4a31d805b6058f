//! A client that is as simple as one can be: it signs a request, sends it, reads the response.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use http::{Request, Response};
use serde_json::{Value, json};
use tinsmith_tests::local_license_manager::LocalLicenseManager;
use ureq::Agent;

pub const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123";

/// A response that has been read whole.
pub struct Answer {
    pub response: Response<()>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.response.headers().get(name);
        value.map_or("", |value| value.to_str().expect("the header is text"))
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }

    /// The output of a call that succeeded.
    pub fn output(&self) -> Value {
        assert_eq!(
            self.status(),
            200,
            "{}",
            String::from_utf8_lossy(&self.body)
        );
        self.json()
    }

    /// The code and the message of a call that failed.
    pub fn error(&self) -> (String, String) {
        let body = self.json();
        let text = |member: &str| body[member].as_str().unwrap_or_default().to_owned();
        (text("__type"), text("Message"))
    }
}

pub fn server() -> LocalLicenseManager {
    LocalLicenseManager::start().expect("loopback can be listened on")
}

/// Calls an operation as a client with the server's own credentials, region and clock does.
pub fn call(server: &LocalLicenseManager, operation: &str, input: &Value) -> Answer {
    try_call(server, operation, input).expect("the server answers")
}

pub fn try_call(
    server: &LocalLicenseManager,
    operation: &str,
    input: &Value,
) -> Result<Answer, ureq::Error> {
    let mut request = unsigned(server, operation, input.to_string());
    add_signature(
        &mut request,
        &server.credentials(),
        server.region(),
        server.clock().now(),
    );
    send(request)
}

/// An input of CreateToken with this idempotency token.
pub fn create(client_token: &str) -> Value {
    json!({ "LicenseArn": LICENSE, "ClientToken": client_token })
}

/// A request to the server that has yet to be signed.
pub fn unsigned(server: &LocalLicenseManager, operation: &str, body: String) -> Request<Vec<u8>> {
    Request::post(server.endpoint_url() + "/")
        .header("content-type", "application/x-amz-json-1.1")
        .header("x-amz-target", format!("AWSLicenseManager.{operation}"))
        .body(body.into_bytes())
        .expect("the request is valid")
}

pub fn add_signature(
    request: &mut Request<Vec<u8>>,
    credentials: &Credentials,
    region: &str,
    time: SystemTime,
) {
    let identity = credentials.clone().into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name("license-manager")
        .time(time)
        .settings(SigningSettings::default())
        .build()
        .expect("everything is set");
    let headers = request
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().expect("the header is text")));
    let signable = SignableRequest::new(
        request.method().as_str(),
        request.uri().to_string(),
        headers,
        SignableBody::Bytes(request.body()),
    );
    let signable = signable.expect("the request can be signed");
    let (instructions, _) = sign(signable, &params.into())
        .expect("the request can be signed")
        .into_parts();
    instructions.apply_to_request_http1x(request);
}

pub fn send(request: Request<Vec<u8>>) -> Result<Answer, ureq::Error> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .build()
        .into();
    let (parts, mut body) = agent.run(request)?.into_parts();
    let body = body.read_to_vec()?;
    Ok(Answer {
        response: Response::from_parts(parts, ()),
        body,
    })
}
