//! Traits on how callers prove who they are.
//!
//! <https://smithy.io/2.0/spec/authentication-traits.html>

use serde::Deserialize;

use super::{annotation_traits, structure_traits, value_traits};

annotation_traits! {
    /// Callers may send a bearer token.
    HttpBearerAuth = "smithy.api#httpBearerAuth";
    /// Callers may send a name and a password.
    HttpBasicAuth = "smithy.api#httpBasicAuth";
    /// Callers may send a digest of a name and a password.
    HttpDigestAuth = "smithy.api#httpDigestAuth";
    /// Signatures leave the body out.
    UnsignedPayload = "aws.auth#unsignedPayload";
    /// Callers need not say who they are.
    OptionalAuth = "smithy.api#optionalAuth";
}

value_traits! {
    /// The ids of the ways to authenticate, the best first; none where nobody needs to.
    Auth(Vec<String>) = "smithy.api#auth";
}

/// Requests are signed with AWS Signature Version 4.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SigV4 {
    /// The service's name in signatures.
    pub name: String,
}

/// Requests are signed with AWS Signature Version 4A, for several regions at once.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SigV4a {
    /// The service's name in signatures.
    pub name: String,
}

/// Callers may send an API key.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct HttpApiKeyAuth {
    /// The header or the parameter of the query that holds the key.
    pub name: String,
    /// `header` or `query`.
    #[serde(rename = "in")]
    pub place: String,
    /// What stands before the key in the header.
    pub scheme: Option<String>,
}

structure_traits! {
    HttpApiKeyAuth = "smithy.api#httpApiKeyAuth";
    SigV4a = "aws.auth#sigv4a";
    SigV4 = "aws.auth#sigv4";
}
