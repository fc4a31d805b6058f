//! The errors of the service, in all the ways that AWS services write theirs.

use http::HeaderName;
use http::header::LOCATION;
use serde_json::{Value, json};

const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// An error that the service answers with, and the way it is put on the wire.
///
/// ```
/// use tinsmith_tests::local_license_manager::{ErrorEncoding, ServiceError};
///
/// let error = ServiceError::new("ValidationException", "the license ARN is malformed")
///     .encoding(ErrorEncoding::Header)
///     .message_member("message");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceError {
    pub(super) code: String,
    pub(super) status: Option<u16>,
    message: String,
    message_member: &'static str,
    encoding: ErrorEncoding,
    location: Option<String>,
}

impl ServiceError {
    /// An error with this code, e.g. `ValidationException`. It travels with the HTTP status that
    /// the model gives its shape, 400 where the model has no such shape.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            message_member: "Message",
            encoding: ErrorEncoding::Type,
            status: None,
            location: None,
        }
    }

    /// The same error with its code written in another of the ways that AWS services use.
    #[must_use]
    pub fn encoding(mut self, encoding: ErrorEncoding) -> Self {
        self.encoding = encoding;
        self
    }

    /// The same error with its message in this member: services use `Message` and `message`.
    #[must_use]
    pub fn message_member(mut self, name: &'static str) -> Self {
        self.message_member = name;
        self
    }

    /// The same error with this HTTP status instead of the model's.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The same error with a `Location` header, as `RedirectException` has it.
    #[must_use]
    pub fn location(mut self, url: impl Into<String>) -> Self {
        self.location = Some(url.into());
        self
    }

    /// The headers and the body of this error, from a service whose shapes are in `namespace`.
    pub(super) fn write(&self, namespace: &str) -> (Vec<(HeaderName, String)>, Value) {
        let bare = self.code.clone();
        let addressed = format!("{bare}:http://internal.amazon.com/coral/{namespace}/");
        let mut headers = Vec::new();
        let mut body = json!({ self.message_member: self.message });
        match self.encoding {
            ErrorEncoding::Type => body["__type"] = bare.into(),
            ErrorEncoding::NamespacedType => body["__type"] = format!("{namespace}#{bare}").into(),
            ErrorEncoding::AddressedType => body["__type"] = addressed.into(),
            ErrorEncoding::Code => body["code"] = bare.into(),
            ErrorEncoding::Header => headers.push((ERROR_TYPE, bare)),
            ErrorEncoding::AddressedHeader => headers.push((ERROR_TYPE, addressed)),
        }
        headers.extend(self.location.clone().map(|url| (LOCATION, url)));
        (headers, body)
    }
}

/// Where and how an error response says its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorEncoding {
    /// `"__type": "ValidationException"`
    Type,
    /// `"__type": "com.amazonaws.licensemanager#ValidationException"`
    NamespacedType,
    /// `"__type": "ValidationException:http://internal.amazon.com/coral/..."`
    AddressedType,
    /// `"code": "ValidationException"`
    Code,
    /// `x-amzn-errortype: ValidationException`
    Header,
    /// `x-amzn-errortype: ValidationException:http://internal.amazon.com/coral/...`
    AddressedHeader,
}

impl ErrorEncoding {
    /// Every encoding.
    pub const ALL: [Self; 6] = [
        Self::Type,
        Self::NamespacedType,
        Self::AddressedType,
        Self::Code,
        Self::Header,
        Self::AddressedHeader,
    ];
}

pub(super) fn invalid(message: impl Into<String>) -> ServiceError {
    ServiceError::new("ValidationException", message)
}

pub(super) fn denied(message: &str) -> ServiceError {
    ServiceError::new("AccessDeniedException", message)
}

pub(super) fn not_found(message: &str) -> ServiceError {
    ServiceError::new("ResourceNotFoundException", message)
}
