//! The errors of the service: those of the model, and others that it is known for.

use generated::double::{Answer, Unanswered};
use generated::sts::AssumeRoleWithWebIdentityInput;
use generated::sts::errors::{
    Error, ExpiredTokenException, IdpCommunicationErrorException, InvalidIdentityTokenException,
    MalformedPolicyDocumentException, PackedPolicyTooLargeException,
};

/// An error that the service answers with.
#[derive(Debug)]
pub(super) enum StsError {
    /// One that the model describes.
    Described(Error),
    /// Another.
    Other(Refusal),
}

/// An error that the model does not describe.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) status: u16,
    pub(super) code: &'static str,
    pub(super) message: String,
}

impl Refusal {
    fn bad_request(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status: 400,
            code,
            message: message.into(),
        }
    }

    /// The request is no call of the service.
    pub(super) fn invalid_action(message: impl Into<String>) -> Self {
        Self::bad_request("InvalidAction", message)
    }

    /// A parameter is missing, or is not as the model says.
    pub(super) fn validation(message: impl Into<String>) -> Self {
        Self::bad_request("ValidationError", message)
    }
}

impl From<Unanswered> for Refusal {
    /// What the service says where its double has no answer.
    fn from(unanswered: Unanswered) -> Self {
        let message = unanswered.to_string();
        match unanswered {
            Unanswered::NoOperation { .. } | Unanswered::NoClosure { .. } => {
                Self::invalid_action(message)
            }
            Unanswered::Unreadable { .. } => Self::validation(message),
            _ => Self {
                status: 500,
                ..Self::bad_request("InternalFailure", message)
            },
        }
    }
}

impl From<Refusal> for StsError {
    fn from(refusal: Refusal) -> Self {
        Self::Other(refusal)
    }
}

impl StsError {
    /// A parameter is missing, or is not as the model says.
    pub(super) fn validation(message: impl Into<String>) -> Self {
        Refusal::validation(message).into()
    }

    /// The session policy is not JSON.
    pub(super) fn malformed_policy(message: impl Into<String>) -> Self {
        let error = MalformedPolicyDocumentException::builder().message(message);
        Self::Described(Error::MalformedPolicyDocumentException(error.build()))
    }

    /// The session policies are longer than sessions can have.
    pub(super) fn packed_policy_too_large(message: impl Into<String>) -> Self {
        let error = PackedPolicyTooLargeException::builder().message(message);
        Self::Described(Error::PackedPolicyTooLargeException(error.build()))
    }

    /// The token is not one that this service takes.
    pub(super) fn invalid_token(message: impl Into<String>) -> Self {
        let error = InvalidIdentityTokenException::builder().message(message);
        Self::Described(Error::InvalidIdentityTokenException(error.build()))
    }

    /// The identity provider cannot be asked.
    pub(super) fn idp_communication(message: impl Into<String>) -> Self {
        let error = IdpCommunicationErrorException::builder().message(message);
        Self::Described(Error::IdpCommunicationErrorException(error.build()))
    }

    /// The token was good once.
    pub(super) fn expired_token(message: impl Into<String>) -> Self {
        let error = ExpiredTokenException::builder().message(message);
        Self::Described(Error::ExpiredTokenException(error.build()))
    }

    /// The token is good, but does not open this role.
    pub(super) fn access_denied(message: impl Into<String>) -> Self {
        Self::Other(Refusal {
            status: 403,
            code: "AccessDenied",
            message: message.into(),
        })
    }
}

impl From<StsError> for Answer<AssumeRoleWithWebIdentityInput> {
    fn from(error: StsError) -> Self {
        match error {
            StsError::Described(error) => Self::Error(error),
            StsError::Other(Refusal {
                status,
                code,
                message,
            }) => Self::other_error(status, code, &message),
        }
    }
}
