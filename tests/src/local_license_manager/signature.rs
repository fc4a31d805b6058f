//! Verifies AWS Signature Version 4: recomputes the signature of a request from what was
//! received and from the secret that both sides know.
//!
//! Written from the published description of the algorithm and of nothing else, so that a
//! client whose signing is wrong cannot be excused by sharing its code.

use std::time::{Duration, SystemTime};

use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use http::request::Parts;
use sha2::{Digest, Sha256};

use super::authorization::Authorization;
use super::caller::{Caller, Known};
use super::service_error::ServiceError;

/// How far a client's clock may be off.
const TOLERANCE: Duration = Duration::from_mins(5);

/// What a valid signature must be made with.
pub(super) struct Expected<'a> {
    pub(super) credentials: &'a [Known],
    pub(super) region: &'a str,
    pub(super) service: &'a str,
    pub(super) now: SystemTime,
}

impl Expected<'_> {
    /// Verifies the signature of a request, and says whose it is.
    ///
    /// # Errors
    /// With the codes that AWS uses where the request is unsigned, is signed for another region,
    /// service or time, with an unknown key or one that has expired, or differs from what was
    /// signed.
    pub(super) fn verify(&self, request: &Parts, body: &[u8]) -> Result<Caller, ServiceError> {
        let authorization = Authorization::of(request)?;
        self.verify_scope(&authorization)?;
        self.verify_time(&authorization)?;
        verify_signed_headers(&authorization, &request.headers)?;
        let Known {
            credentials,
            caller,
        } = self.credentials_of(&authorization)?;

        let text = string_to_sign(
            &authorization,
            &canonical_request(&authorization, request, body),
        );
        let key = signing_key(credentials.secret_access_key(), &authorization.scope);
        if hex::encode(hmac(&key, &text)) != authorization.signature {
            return Err(invalid(
                "the signature does not match the request and the secret access key",
            ));
        }
        match credentials.expiry() {
            Some(expiry) if expiry <= self.now => Err(ServiceError::new(
                "ExpiredTokenException",
                "the session of these credentials has ended",
            )),
            _ => Ok(caller.clone()),
        }
    }

    fn verify_scope(&self, authorization: &Authorization) -> Result<(), ServiceError> {
        let day = authorization.date.get(..8).unwrap_or_default();
        let scope = format!("{day}/{}/{}/aws4_request", self.region, self.service);
        if authorization.scope == scope {
            Ok(())
        } else {
            Err(invalid(format!("the credential must be scoped to {scope}")))
        }
    }

    fn verify_time(&self, authorization: &Authorization) -> Result<(), ServiceError> {
        let signed = authorization.signed_at()?;
        if signed + authorization.lasts.unwrap_or(TOLERANCE) < self.now {
            Err(invalid(format!(
                "the signature of {} has expired",
                authorization.date
            )))
        } else if self.now + TOLERANCE < signed {
            Err(invalid(format!(
                "the signature of {} is not valid yet",
                authorization.date
            )))
        } else {
            Ok(())
        }
    }

    fn credentials_of(&self, authorization: &Authorization) -> Result<&Known, ServiceError> {
        self.credentials
            .iter()
            .find(|Known { credentials, .. }| {
                credentials.access_key_id() == authorization.access_key_id
                    && credentials.session_token() == authorization.session_token.as_deref()
            })
            .ok_or_else(|| {
                let message = "the access key or its session token is not known";
                ServiceError::new("UnrecognizedClientException", message)
            })
    }
}

fn invalid(message: impl Into<String>) -> ServiceError {
    ServiceError::new("InvalidSignatureException", message)
}

/// What decides the meaning of a request must be under its signature.
fn verify_signed_headers(
    authorization: &Authorization,
    headers: &HeaderMap,
) -> Result<(), ServiceError> {
    let unsigned = headers
        .keys()
        .map(http::HeaderName::as_str)
        .filter(|name| matches!(*name, "host" | "content-type") || name.starts_with("x-amz-"))
        .find(|name| {
            !authorization
                .signed_headers
                .iter()
                .any(|signed| signed == name)
        });
    match unsigned {
        Some(name) => Err(invalid(format!("the header {name} must be signed"))),
        None => Ok(()),
    }
}

/// The request in the form that is hashed, from the headers that the client says it signed.
/// Its path and query are taken as they are: calls of this protocol have none to encode.
fn canonical_request(authorization: &Authorization, request: &Parts, body: &[u8]) -> String {
    let parameters = request.uri.query().unwrap_or_default().split('&');
    // A signature does not cover itself.
    let parameters = parameters.filter(|pair| !pair.starts_with("X-Amz-Signature="));
    let mut parameters: Vec<&str> = parameters.collect();
    parameters.sort_unstable();
    let headers: String = authorization
        .signed_headers
        .iter()
        .map(|name| format!("{name}:{}\n", canonical_value(&request.headers, name)))
        .collect();
    format!(
        "{}\n{}\n{}\n{headers}\n{}\n{}",
        request.method,
        request.uri.path(),
        parameters.join("&"),
        authorization.signed_headers.join(";"),
        hex::encode(Sha256::digest(body)),
    )
}

/// A header's values, each without needless spaces.
fn canonical_value(headers: &HeaderMap, name: &str) -> String {
    let values = headers.get_all(name).into_iter();
    let values = values.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let trimmed = values.map(|value| value.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
    trimmed.collect::<Vec<_>>().join(",")
}

fn string_to_sign(authorization: &Authorization, canonical_request: &str) -> String {
    format!(
        "AWS4-HMAC-SHA256\n{}\n{}\n{}",
        authorization.date,
        authorization.scope,
        hex::encode(Sha256::digest(canonical_request)),
    )
}

/// The secret, bound to each part of the scope in turn.
fn signing_key(secret: &str, scope: &str) -> Vec<u8> {
    scope
        .split('/')
        .fold(format!("AWS4{secret}").into_bytes(), |key, part| {
            hmac(&key, part)
        })
}

fn hmac(key: &[u8], message: &str) -> Vec<u8> {
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(key) else {
        unreachable!("HMAC takes keys of any length")
    };
    mac.chain_update(message).finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests;
