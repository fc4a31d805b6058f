//! The token that somebody shows: whether it is one of the identity provider's, and what it says.

use std::time::SystemTime;

use jsonwebtoken::errors::ErrorKind;

use super::sts_error::StsError;
use crate::local_license_manager::clock::seconds;
use crate::local_license_manager::jwt::{self, Claims, TokenUse};

/// Whose tokens are taken, and for whom.
#[derive(Debug)]
pub(super) struct IdentityProvider {
    /// Who signs tokens, as they say in `iss`.
    pub(super) issuer: String,
    /// What tokens may be for, as they say in `aud`.
    pub(super) audiences: Vec<String>,
}

impl IdentityProvider {
    /// What a token says, if it opens this role now.
    ///
    /// # Errors
    /// `InvalidIdentityToken` where somebody else has signed it, or it is for something else;
    /// `ExpiredTokenException` where it was good once; `AccessDenied` where it does not name the
    /// role.
    pub(super) fn verify(
        &self,
        token: &str,
        role_arn: &str,
        now: SystemTime,
    ) -> Result<Claims, StsError> {
        let mut validation = jwt::validation();
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&self.audiences);
        let claims = jwt::verify(token, &validation).map_err(|problem| refused(&problem))?;
        if claims.token_use != TokenUse::Access {
            return Err(StsError::invalid_token("The token is no access token"));
        }
        if claims.exp <= seconds(now) {
            return Err(StsError::expired_token("The token has expired"));
        }
        if !claims.role_arns.iter().any(|named| named == role_arn) {
            let message = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
            return Err(StsError::access_denied(message));
        }
        Ok(claims)
    }
}

fn refused(problem: &ErrorKind) -> StsError {
    StsError::invalid_token(match problem {
        ErrorKind::InvalidAudience => "Incorrect token audience",
        ErrorKind::InvalidIssuer => "No identity provider of this account issues such tokens",
        ErrorKind::InvalidSignature => "The signature of the token is not its issuer's",
        _ => "The token is not a JSON Web Token of an identity provider",
    })
}
