//! How requests are signed where a service wants it otherwise than most.

/// What a service wants of the signatures of its requests, whoever signs them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signing {
    /// Whether paths are signed as they are sent. Those of other services are percent-encoded once more
    /// for the signature, without `.`, `..` and empty segments.
    pub path_as_sent: bool,
    /// Whether each signed request has the header `x-amz-content-sha256`, which is signed as well: the
    /// hash of the body, or that it is not signed. A presigned request has no such header, and its body
    /// is not signed.
    pub content_sha256: bool,
}

impl Signing {
    /// What most services want.
    pub const USUAL: Self = Self {
        path_as_sent: false,
        content_sha256: false,
    };
}
