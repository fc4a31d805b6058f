//! Traits on how callers prove who they are.
//!
//! <https://smithy.io/2.0/spec/authentication-traits.html>

use serde::Deserialize;

use super::{annotation_traits, structure_traits, value_traits};

annotation_traits! {
    /// Callers may send a bearer token.
    HttpBearerAuth = "smithy.api#httpBearerAuth";
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

structure_traits! {
    SigV4 = "aws.auth#sigv4";
}
