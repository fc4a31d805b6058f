//! `CreateToken` without a client: the request is made and signed, and its answer is read. Against
//! it stands what one would write by hand with `serde_json`. Both know where the request goes.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use http::Uri;
use peer_measure::{Peer, measure};
use peer_ours_call::{ANSWER, LICENSE, read, request};
use serde_json::{Value, json};

fn main() {
    let signer = Signer::new();
    let answer = http::Response::new(ANSWER);
    let uri = Uri::from_static("https://license-manager.eu-west-1.amazonaws.com/");
    let ours = || {
        let mut request = request();
        *request.uri_mut() = uri.clone();
        let request = signer.sign(request);
        let output = read(&answer);
        (request, output.token_id, output.token)
    };
    let by_hand = || {
        let input = json!({ "LicenseArn": LICENSE, "ClientToken": "order-4711" });
        let request = http::Request::post(uri.clone())
            .header("content-type", "application/x-amz-json-1.1")
            .header("x-amz-target", "AWSLicenseManager.CreateToken")
            .body(serde_json::to_vec(&input).expect("a request"));
        let request = signer.sign(request.expect("a request"));
        let mut output: Value = serde_json::from_str(answer.body()).expect("an answer");
        let mut text = |name| match output[name].take() {
            Value::String(text) => Some(text),
            _ => None,
        };
        (request, text("TokenId"), text("Token"))
    };
    let (request, one, token) = ours();
    let (by_hand_request, other, other_token) = by_hand();
    assert_eq!((one, token), (other, other_token));
    let json = |body| serde_json::from_slice::<Value>(body).ok();
    assert_eq!(json(request.body()), json(by_hand_request.body()));
    assert_eq!(request.headers().len(), by_hand_request.headers().len());
    measure(vec![
        Peer::new("sans-IO: by hand", by_hand),
        Peer::new("sans-IO: Tinsmith", ours),
    ]);
}

struct Signer {
    identity: aws_smithy_runtime_api::client::identity::Identity,
}

impl Signer {
    fn new() -> Self {
        let credentials = Credentials::from_keys("AKIDEXAMPLE", "a secret", None);
        Self {
            identity: credentials.into(),
        }
    }

    fn sign(&self, mut request: http::Request<Vec<u8>>) -> http::Request<Vec<u8>> {
        let parameters = v4::SigningParams::builder()
            .identity(&self.identity)
            .region("eu-west-1")
            .name("license-manager")
            .time(SystemTime::now())
            .settings(SigningSettings::default())
            .build()
            .expect("all is set");
        let headers = request.headers().iter();
        let signable = SignableRequest::new(
            request.method().as_str(),
            request.uri().to_string(),
            headers.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))),
            SignableBody::Bytes(request.body()),
        );
        let signed = sign(signable.expect("a request"), &parameters.into());
        let (instructions, _) = signed.expect("a signature").into_parts();
        instructions.apply_to_request_http1x(&mut request);
        request
    }
}
