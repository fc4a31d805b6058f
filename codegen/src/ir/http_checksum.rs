//! The checksums that messages of an operation carry, and that their senders may choose.

use super::Service;
use crate::rust::Ident;

/// What requests and responses of an operation carry (`aws.protocols#httpChecksum`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HttpChecksum {
    /// The checksum of a request; none where requests carry none that callers choose.
    pub request: Option<RequestChecksum>,
    /// The checksum of a response; none where there is none to check.
    pub response: Option<ResponseChecksum>,
}

/// The checksum of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestChecksum {
    /// The field that is the name of its algorithm.
    pub algorithm: Ident,
    /// Whether that is an `Option`.
    pub optional: bool,
    /// The header that the field is, where it is one.
    pub header: Option<String>,
    /// Whether there is no request without a checksum.
    pub required: bool,
}

/// The checksum of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseChecksum {
    /// The header that asks for it, where one does.
    pub mode_header: Option<String>,
    /// The algorithms that it may have, by their names in the model.
    pub algorithms: Vec<String>,
}

impl Service {
    /// Whether messages of any operation carry checksums that their senders may choose.
    pub fn has_http_checksums(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| operation.checksums != HttpChecksum::default())
    }

    /// Whether any stream of a response has a checksum that can be checked.
    pub fn checks_downloads(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| {
            operation.checksums.response.is_some() && operation.output.streamed().is_some()
        })
    }

    /// Whether any stream of a request has a checksum.
    pub fn sums_uploads(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| {
            operation.checksums.request.is_some() && operation.input.streamed().is_some()
        })
    }
}
