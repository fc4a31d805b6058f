//! How callers prove who they are.

/// The ids of auth schemes, as the AWS runtime spells them.
pub mod scheme {
    /// AWS Signature Version 4.
    pub const SIGV4: &str = "sigv4";
    /// AWS Signature Version 4A.
    pub const SIGV4A: &str = "sigv4a";
    /// A key in a header or in the query.
    pub const API_KEY: &str = "httpApiKeyAuth";
    /// User name and password in a header.
    pub const BASIC: &str = "httpBasicAuth";
    /// A bearer token in a header.
    pub const BEARER: &str = "httpBearerAuth";
    /// AWS Signature Version 4 with the credentials of a session.
    pub const SESSION: &str = "sigv4-s3express";
    /// Nothing: callers are anonymous.
    pub const ANONYMOUS: &str = "noAuth";
}

/// Whether clients know a scheme without being told.
pub fn is_supported(scheme: &str) -> bool {
    use scheme::{ANONYMOUS, API_KEY, BASIC, BEARER, SIGV4, SIGV4A};
    [ANONYMOUS, API_KEY, BASIC, BEARER, SIGV4, SIGV4A].contains(&scheme)
}

/// Where requests have the key of an API by which callers are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiKey {
    /// In a header, behind the name of a scheme where there is one.
    Header {
        /// The header's name, in lower case.
        name: String,
        /// What stands before the key.
        scheme: Option<String>,
    },
    /// In the query, under this name.
    Query(String),
}

/// What a service wants of the signatures of its requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signing {
    /// Whether paths are signed as they are sent.
    pub path_as_sent: bool,
    /// Whether a header has the hash of the body.
    pub content_sha256: bool,
}
