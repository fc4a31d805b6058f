//! The errors of the service, in all the ways that AWS services write theirs.

use generated::double::Unanswered;
use http::header::LOCATION;
use http::{HeaderName, HeaderValue, Response};
use serde::Deserialize;
use serde_json::json;

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
    pub(super) message: String,
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

    /// The response with which the service's double tells this error, written in the way of this one. The
    /// shapes of the service are in `namespace`.
    pub(super) fn rewritten(
        &self,
        mut response: Response<Vec<u8>>,
        namespace: &str,
    ) -> Response<Vec<u8>> {
        let Ok(Told { code, message }) = serde_json::from_slice(response.body()) else {
            return response;
        };
        let addressed = format!("{code}:http://internal.amazon.com/coral/{namespace}/");
        let mut body = json!({ self.message_member: message });
        let mut header = |name, text: &str| {
            if let Ok(value) = HeaderValue::from_str(text) {
                response.headers_mut().insert(name, value);
            }
        };
        match self.encoding {
            ErrorEncoding::Type => body["__type"] = code.into(),
            ErrorEncoding::NamespacedType => body["__type"] = format!("{namespace}#{code}").into(),
            ErrorEncoding::AddressedType => body["__type"] = addressed.into(),
            ErrorEncoding::Code => body["code"] = code.into(),
            ErrorEncoding::Header => header(ERROR_TYPE, &code),
            ErrorEncoding::AddressedHeader => header(ERROR_TYPE, &addressed),
        }
        if let Some(url) = &self.location {
            header(LOCATION, url);
        }
        response.map(|_| body.to_string().into_bytes())
    }
}

/// What a double tells of an error that it does not know.
#[derive(Deserialize)]
struct Told {
    #[serde(rename = "__type")]
    code: String,
    message: String,
}

impl From<Unanswered> for ServiceError {
    /// What the service says where its double has no answer.
    fn from(unanswered: Unanswered) -> Self {
        let code = match unanswered {
            Unanswered::NoOperation { .. } | Unanswered::NoClosure { .. } => {
                "UnknownOperationException"
            }
            Unanswered::Unreadable { .. } => "SerializationException",
            _ => "ServerInternalException",
        };
        Self::new(code, unanswered.to_string())
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
