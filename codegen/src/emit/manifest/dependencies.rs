//! The crates that generated code stands on: all of it, and that of some services.

/// A crate that generated code depends on. Each is its users' build time, so each has a reason.
pub(super) struct Dependency {
    pub name: &'static str,
    pub version: &'static str,
    pub features: &'static [&'static str],
    /// The cargo feature that brings it; none where all generated code needs it.
    pub feature: Option<&'static str>,
}

/// Those of all crates.
pub(super) const DEPENDENCIES: &[Dependency] = &[
    // Credentials, and the trait of what provides them.
    Dependency {
        name: "aws-credential-types",
        version: "1.3",
        features: &[],
        feature: Some("client"),
    },
    // Signature Version 4: keys, and signatures with them. The runtime brings it anyway.
    Dependency {
        name: "aws-sigv4",
        version: "1.6",
        features: &[],
        feature: Some("client"),
    },
    // Signature Version 4 of what is unusual, user agent, invocation ids, clock skew, the AWS retry classifiers.
    Dependency {
        name: "aws-runtime",
        version: "1.10",
        features: &[],
        feature: Some("client"),
    },
    // Time and sleep, so that tests can replace them.
    Dependency {
        name: "aws-smithy-async",
        version: "1.3",
        features: &["rt-tokio"],
        feature: Some("client"),
    },
    // HTTPS with rustls on `ring`.
    Dependency {
        name: "aws-smithy-http-client",
        version: "1.5",
        features: &["rustls-ring"],
        feature: Some("https"),
    },
    // Where the AWS SDK's telemetry goes.
    Dependency {
        name: "aws-smithy-observability",
        version: "0.3",
        features: &[],
        feature: Some("client"),
    },
    // The orchestrator: retries, timeouts, interceptors.
    Dependency {
        name: "aws-smithy-runtime",
        version: "1.16",
        features: &["client"],
        feature: Some("client"),
    },
    // The interfaces of the orchestrator, and what tokens are.
    Dependency {
        name: "aws-smithy-runtime-api",
        version: "1.20",
        features: &["client", "http-1x", "http-auth"],
        feature: Some("client"),
    },
    // Timestamps, blobs, documents, big numbers, error metadata.
    Dependency {
        name: "aws-smithy-types",
        version: "1.9",
        features: &[],
        feature: None,
    },
    // `SdkConfig`, request ids.
    Dependency {
        name: "aws-types",
        version: "1.7",
        features: &[],
        feature: Some("client"),
    },
    // Requests and responses of the sans-IO core.
    Dependency {
        name: "http",
        version: "1.5",
        features: &[],
        feature: None,
    },
    // Bodies of responses, which a limit cuts short. The runtime brings it anyway.
    Dependency {
        name: "http-body",
        version: "1.1",
        features: &[],
        feature: Some("client"),
    },
    // Doubles that listen: HTTP/1.1, and a runtime for it.
    Dependency {
        name: "hyper",
        version: "1.12",
        features: &["http1", "server"],
        feature: Some("test-server"),
    },
    Dependency {
        name: "hyper-util",
        version: "0.1",
        features: &["tokio"],
        feature: Some("test-server"),
    },
    Dependency {
        name: "tokio",
        version: "1",
        features: &["macros", "net", "rt", "sync"],
        feature: Some("test-server"),
    },
    // The patterns of inputs, with the classes of characters that models have.
    Dependency {
        name: "regex",
        version: "1.12",
        features: &["std", "unicode-bool", "unicode-gencat", "unicode-script"],
        feature: Some("validate"),
    },
    // The hashes that are signed. `aws-sigv4` brings it anyway, and tells none.
    Dependency {
        name: "sha2",
        version: "0.11",
        features: &[],
        feature: Some("client"),
    },
    // The traits of what can be written and read in any format, without what derives them.
    Dependency {
        name: "serde",
        version: "1.0",
        features: &["std"],
        feature: Some("serde"),
    },
    // The spans that the AWS SDK's calls have.
    Dependency {
        name: "tracing",
        version: "0.1",
        features: &[],
        feature: Some("client"),
    },
    // Keys are wiped when they are dropped, as credentials are. These bring it anyway.
    Dependency {
        name: "zeroize",
        version: "1.8",
        features: &["alloc"],
        feature: Some("client"),
    },
];

/// Those of them that crates do without whose services have nothing to do with AWS.
pub(super) const OF_AWS: &[&str] = &[
    "aws-credential-types",
    "aws-runtime",
    "aws-sigv4",
    "aws-types",
    "sha2",
    "zeroize",
];

/// gzip, where some operation's requests are compressed.
pub(super) const COMPRESSION: Dependency = Dependency {
    name: "flate2",
    version: "1.1",
    features: &["rust_backend"],
    feature: None,
};

/// MD5, where some operation's requests carry a checksum.
pub(super) const CHECKSUM: Dependency = Dependency {
    name: "md-5",
    version: "0.11",
    features: &[],
    feature: None,
};

/// CRC32, of frames of events and of what HTTP carries.
const CRC32: Dependency = Dependency {
    name: "crc32fast",
    version: "1.5",
    features: &["std"],
    feature: None,
};

/// The checksums that senders may choose, where some operation has any: CRCs, each by a crate that uses what
/// processors have for it, and the hashes. `crc-fast`, which has all CRCs there are, is a little faster than these
/// three, but puts 860 kB of tables into each program.
pub(super) const HTTP_CHECKSUMS: &[Dependency] = &[
    Dependency {
        name: "crc32c",
        version: "0.6",
        features: &[],
        feature: None,
    },
    CRC32,
    Dependency {
        name: "crc64fast-nvme",
        version: "1.2",
        features: &[],
        feature: None,
    },
    CHECKSUM,
    Dependency {
        name: "sha1",
        version: "0.11",
        features: &[],
        feature: None,
    },
    TREE_HASH,
    Dependency {
        name: "xxhash-rust",
        version: "0.8",
        features: &["xxh3", "xxh64"],
        feature: None,
    },
];

/// The trait of streams, where some operation answers page by page.
pub(super) const STREAM: Dependency = Dependency {
    name: "futures-core",
    version: "0.3",
    features: &[],
    feature: Some("client"),
};

/// Frames of events, where some operation streams them: what reads and writes them, and the checksum with
/// which a frame begins, so that a broken one is known before all of it has come.
pub(super) const EVENT_STREAMS: &[Dependency] = &[
    Dependency {
        name: "aws-smithy-eventstream",
        version: "0.61",
        features: &[],
        feature: None,
    },
    CRC32,
];

/// SHA-256, where some operation's requests carry checksums of a stream.
pub(super) const TREE_HASH: Dependency = Dependency {
    name: "sha2",
    version: "0.11",
    features: &[],
    feature: None,
};
