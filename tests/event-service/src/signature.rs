//! AWS Signature Version 4 as a service verifies it: of the head of a request whose body is events, and of each
//! event behind the one before.
//!
//! Written from the published descriptions and of nothing else, so that a client whose signing is wrong is not
//! excused by code that it shares:
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html> and, for events,
//! <https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html>.

use aws_smithy_eventstream::frame::write_headers_to;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use hmac::{Hmac, KeyInit, Mac};
use http::request::Parts;
use sha2::{Digest, Sha256};

use crate::message::{decoded, header};

/// Who may call, and what the signatures of its requests are for.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The id of its key.
    pub access_key_id: String,
    /// Its key.
    pub secret_access_key: String,
    /// The region of the service.
    pub region: String,
    /// The name of the service in signatures.
    pub service: String,
}

impl Caller {
    /// Verifies the head of a request, and begins the chain that its events go on with.
    ///
    /// # Errors
    /// With what is wrong.
    pub fn verify(&self, request: &Parts) -> Result<Chain, String> {
        let value = |name| request.headers.get(name).and_then(|one| one.to_str().ok());
        let authorization = value("authorization").ok_or("the request is not signed")?;
        let part = |name: &str| {
            let (_, rest) = authorization.split_once(name)?;
            rest.split(',').next()
        };
        let date = value("x-amz-date").ok_or("the request has no date")?;
        let day = date.get(..8).unwrap_or_default();
        let scope = format!("{day}/{}/{}/aws4_request", self.region, self.service);
        let credential = format!("{}/{scope}", self.access_key_id);
        if part("Credential=") != Some(&credential) {
            return Err(format!("the credential is not {credential}"));
        }
        let signed_headers = part("SignedHeaders=").ok_or("no headers are signed")?;
        let hash = hex::encode(Sha256::digest(canonical_request(request, signed_headers)?));
        let chain = Chain {
            key: signing_key(&self.secret_access_key, &scope),
            last: part("Signature=").ok_or("there is no signature")?.into(),
            scope,
        };
        let text = format!("AWS4-HMAC-SHA256\n{date}\n{}\n{hash}", chain.scope);
        if hex::encode(hmac(&chain.key, text.as_bytes())) != chain.last {
            return Err("the signature is not that of the request".to_owned());
        }
        Ok(chain)
    }
}

/// The request in the form that is hashed. Of its body nothing is: events have signatures of their own.
fn canonical_request(request: &Parts, signed_headers: &str) -> Result<String, String> {
    let mut headers = String::new();
    for name in signed_headers.split(';') {
        let value = match name {
            // HTTP/2 has it as part of the URI.
            "host" => request.uri.authority().map(|host| host.as_str()),
            name => request.headers.get(name).and_then(|one| one.to_str().ok()),
        };
        let value = value.ok_or_else(|| format!("there is no header {name}, which is signed"))?;
        headers.push_str(&format!("{name}:{}\n", value.trim()));
    }
    let mut parameters: Vec<&str> = request.uri.query().unwrap_or_default().split('&').collect();
    parameters.sort_unstable();
    Ok([
        request.method.as_str(),
        request.uri.path(),
        &parameters.join("&"),
        &headers,
        signed_headers,
        &hex::encode(Sha256::digest("")),
    ]
    .join("\n"))
}

/// The signatures of a request and of its events, each of which is part of the next.
pub struct Chain {
    key: Vec<u8>,
    scope: String,
    /// The one before, as text.
    last: String,
}

impl Chain {
    /// Verifies the next message, and takes the event out of it; `None` where it has none, which says that no more
    /// come.
    ///
    /// # Errors
    /// With what is wrong.
    pub fn verify(&mut self, signed: &Message) -> Result<Option<Message>, String> {
        let Some(HeaderValue::Timestamp(date)) = header(signed, ":date") else {
            return Err("an event has no date".to_owned());
        };
        let Some(HeaderValue::ByteArray(signature)) = header(signed, ":chunk-signature") else {
            return Err("an event has no signature".to_owned());
        };
        let mut date_header = Vec::new();
        write_headers_to(
            &[Header::new(":date", HeaderValue::Timestamp(*date))],
            &mut date_header,
        )
        .map_err(|error| error.to_string())?;
        let date = date.fmt(Format::DateTime);
        let date = date.map_err(|error| error.to_string())?;
        let text = [
            "AWS4-HMAC-SHA256-PAYLOAD",
            &date.replace(['-', ':'], ""),
            &self.scope,
            &self.last,
            &hex::encode(Sha256::digest(date_header)),
            &hex::encode(Sha256::digest(signed.payload())),
        ];
        let expected = hmac(&self.key, text.join("\n").as_bytes());
        if expected != signature.as_ref() {
            return Err("the signature is not that of the event behind the one before".to_owned());
        }
        self.last = hex::encode(expected);
        let mut inside = decoded(signed.payload())?;
        match inside.len() {
            0 | 1 => Ok(inside.pop()),
            _ => Err("several events have one signature".to_owned()),
        }
    }
}

/// The key that a secret becomes in a scope, `20261124/eu-west-1/lookout/aws4_request`.
#[must_use]
pub fn signing_key(secret: &str, scope: &str) -> Vec<u8> {
    let key = format!("AWS4{secret}").into_bytes();
    let scope = scope.split('/');
    scope.fold(key, |key, part| hmac(&key, part.as_bytes()))
}

/// The HMAC of a text, with SHA-256.
#[must_use]
pub fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(key) else {
        unreachable!("HMAC takes keys of any length")
    };
    mac.chain_update(text).finalize().into_bytes().to_vec()
}
