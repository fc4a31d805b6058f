//! The errors of the service, by the codes that AWS uses.

use http::StatusCode;

/// An error that the service answers with.
#[derive(Debug)]
pub(super) struct StsError {
    pub(super) status: StatusCode,
    pub(super) code: &'static str,
    pub(super) message: String,
}

impl StsError {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            status,
            code,
            message,
        }
    }

    fn bad_request(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// The request is no call of the service.
    pub(super) fn invalid_action(message: impl Into<String>) -> Self {
        Self::bad_request("InvalidAction", message)
    }

    /// A parameter is missing, or is not as the model says.
    pub(super) fn validation(message: impl Into<String>) -> Self {
        Self::bad_request("ValidationError", message)
    }

    /// The session policy is not JSON.
    pub(super) fn malformed_policy(message: impl Into<String>) -> Self {
        Self::bad_request("MalformedPolicyDocument", message)
    }

    /// The session policies are longer than sessions can have.
    pub(super) fn packed_policy_too_large(message: impl Into<String>) -> Self {
        Self::bad_request("PackedPolicyTooLarge", message)
    }

    /// The token is not one that this service takes.
    pub(super) fn invalid_token(message: impl Into<String>) -> Self {
        Self::bad_request("InvalidIdentityToken", message)
    }

    /// The identity provider cannot be asked.
    pub(super) fn idp_communication(message: impl Into<String>) -> Self {
        Self::bad_request("IDPCommunicationError", message)
    }

    /// The token was good once.
    pub(super) fn expired_token(message: impl Into<String>) -> Self {
        Self::bad_request("ExpiredTokenException", message)
    }

    /// The token is good, but does not open this role.
    pub(super) fn access_denied(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "AccessDenied", message)
    }
}
