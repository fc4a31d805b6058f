//! Calls that are signed with the credentials of a session, as the auth scheme `sigv4-s3express` has it:
//! another call opens the session, for whoever calls and for what its endpoint is about, a bucket say. It
//! serves all calls until shortly before it ends, or until the service refuses it.

mod open;
mod refused;
mod told;

use std::sync::Arc;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_runtime::auth::sigv4::{self, SigV4Signer};
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeId, Sign};
use aws_smithy_runtime_api::client::identity::SharedIdentityResolver;
use aws_smithy_runtime_api::client::runtime_components::GetIdentityResolver;
use aws_smithy_types::DateTime;
use aws_types::SdkConfig;

use super::client::Settings;
use super::operation::Operation;
use open::{OfSession, Sessions};
use refused::RetryWithAnother;
use told::TellToken;

/// The scheme, as endpoints name it.
const NAME: &str = "sigv4-s3express";

const SCHEME: AuthSchemeId = AuthSchemeId::new(NAME);

/// An operation that opens a session.
pub trait OpensSession: Operation {
    /// The parameter of the endpoint's rules whose value a session is for, e.g. `Bucket`.
    const SCOPE: &'static str;

    /// The input that opens a session for this value.
    fn of(scope: String) -> Self;

    /// The credentials of the session, with the time at which it ends; `None` where the service gave none.
    fn credentials(output: Self::Output) -> Option<Credentials>;
}

/// The credentials that an answer is made up of: an access key id, a secret access key and a token. `None`
/// where any of them is missing.
pub(crate) fn credentials<O: OpensSession>(
    [id, secret, token]: [String; 3],
    expiration: Option<DateTime>,
) -> Option<Credentials> {
    if id.is_empty() || secret.is_empty() || token.is_empty() {
        return None;
    }
    let end = expiration.and_then(|end| SystemTime::try_from(end).ok());
    Some(Credentials::new(id, secret, Some(token), end, O::NAME))
}

/// Settings of a client whose sessions are opened with calls of the operation `O`. Such a call is one
/// of a client with these settings, and with what is set for the call that needs the session, but for
/// its interceptors.
#[must_use]
pub fn opened_by<O: OpensSession>(config: &SdkConfig, settings: Settings) -> Settings {
    let sessions = Arc::new(Sessions::<O>::new(config, &settings));
    settings
        .auth_scheme(Scheme(SigV4Signer::new()))
        .identity(NAME, OfSession(Arc::clone(&sessions)))
        .interceptor(TellToken(sessions))
        .retry_classifier(RetryWithAnother)
}

/// Signatures with the credentials of a session. They are Signature Version 4, whose token has another
/// name; and nobody has a session who has no credentials of their own.
#[derive(Debug)]
struct Scheme(SigV4Signer);

impl AuthScheme for Scheme {
    #[inline]
    fn scheme_id(&self) -> AuthSchemeId {
        SCHEME
    }

    #[inline]
    fn identity_resolver(
        &self,
        resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(sigv4::SCHEME_ID)?;
        resolvers.identity_resolver(SCHEME)
    }

    #[inline]
    fn signer(&self) -> &dyn Sign {
        &self.0
    }
}
