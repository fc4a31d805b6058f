//! Who calls: the account that the server belongs to, or a session of a role, which may do less.

use aws_credential_types::Credentials;

use super::service_error::ServiceError;

/// Whose credentials a request is signed with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Caller {
    /// The account, which may do everything.
    Account,
    /// Somebody who has assumed a role with a token: it opens one license and nothing else.
    Session {
        /// The license that the token is for.
        license_arn: String,
    },
}

impl Caller {
    /// Checks that the caller may call an operation.
    ///
    /// # Errors
    /// `AccessDeniedException` where a session calls what is the account's alone.
    pub(super) fn permit(&self, operation: &str) -> Result<(), ServiceError> {
        match self {
            Self::Account => Ok(()),
            Self::Session { .. } if operation == "CheckoutLicense" => Ok(()),
            Self::Session { .. } => Err(ServiceError::new(
                "AccessDeniedException",
                "the role may check out a license, and no more",
            )),
        }
    }

    /// Whether the caller may use a license.
    pub(super) fn may_use(&self, license: &str) -> bool {
        match self {
            Self::Account => true,
            Self::Session { license_arn } => license_arn == license,
        }
    }
}

/// Credentials that the service knows, and whose they are.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) credentials: Credentials,
    pub(super) caller: Caller,
}
