//! Which checksums an operation's messages carry (`aws.protocols#httpChecksum`).

/// The checksum of a request, whose algorithm its caller may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestChecksum {
    /// The header that says which algorithm it is; `None` where the body says so.
    pub algorithm_header: Option<&'static str>,
    /// Whether the service takes no request without a checksum.
    pub required: bool,
}

/// The checksum of a response, which its caller may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResponseChecksum {
    /// The header that asks for it; `None` where the body does.
    pub mode_header: Option<&'static str>,
    /// The algorithms that the model names. The service takes any of them.
    pub algorithms: &'static [&'static str],
}
