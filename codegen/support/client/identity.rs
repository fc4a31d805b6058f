//! Who calls, checked where it comes in: what cannot stand in a header would be found only when a
//! request is signed, by a runtime that does not know where it is from.

use std::pin::Pin;
use std::task::{Context, Poll};

// needed by: AWS
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
// needed by: logins
use aws_smithy_runtime_api::client::identity::http::Login;
use aws_smithy_runtime_api::client::identity::http::Token;
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCacheLocation, IdentityCachePartition, IdentityFuture, ResolveIdentity,
    SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::runtime_components::{
    RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_types::config_bag::ConfigBag;

use super::missing::Misconfigured;

/// Sets who says who calls, for the way to authenticate of this id.
#[inline]
pub(super) fn set(
    components: &mut RuntimeComponentsBuilder,
    scheme: AuthSchemeId,
    resolver: impl ResolveIdentity + 'static,
) {
    let checked = Checked(SharedIdentityResolver::new(resolver));
    components.set_identity_resolver(scheme, SharedIdentityResolver::new(checked));
}

/// A resolver of which only identities come that can stand in a header.
#[derive(Debug)]
struct Checked(SharedIdentityResolver);

impl ResolveIdentity for Checked {
    #[inline]
    fn resolve_identity<'a>(
        &'a self,
        components: &'a RuntimeComponents,
        config: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::new(Checking(self.0.resolve_identity(components, config)))
    }

    #[inline]
    fn fallback_on_interrupt(&self) -> Option<Identity> {
        checked(self.0.fallback_on_interrupt()?).ok()
    }

    #[inline]
    fn cache_location(&self) -> IdentityCacheLocation {
        self.0.cache_location()
    }

    #[inline]
    fn cache_partition(&self) -> Option<IdentityCachePartition> {
        Some(self.0.cache_partition())
    }
}

/// An identity on its way, which is checked when it comes.
struct Checking<'a>(IdentityFuture<'a>);

impl Future for Checking<'_> {
    type Output = Result<Identity, BoxError>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match Pin::new(&mut self.0).poll(context) {
            Poll::Ready(Ok(identity)) => Poll::Ready(checked(identity)),
            other => other,
        }
    }
}

/// Checks what of an identity comes to stand in a header. A secret key never does.
#[inline]
fn checked(identity: Identity) -> Result<Identity, BoxError> {
    // needed by: AWS
    if let Some(credentials) = identity.data::<Credentials>() {
        if !fits(credentials.access_key_id()) {
            return Err(unfit("access key id", &source(credentials)));
        }
        if !fits(credentials.session_token().unwrap_or_default()) {
            return Err(unfit("session token", &source(credentials)));
        }
    }
    // needed by: logins
    if let Some(login) = identity.data::<Login>()
        && login.user().contains(':')
    {
        return Err(Misconfigured::new(COLON).into());
    }
    match identity.data::<Token>() {
        Some(token) if !fits(token.token()) => Err(unfit("token", "that callers are told by")),
        _ => Ok(identity),
    }
}

// needed by: logins
const COLON: &str = "the user name of HTTP's basic authentication has a `:` in it, which ends it";

/// Whether a header can have a text, and all servers agree on what it is.
#[inline]
fn fits(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The error of a text that no header can have. It is not told.
#[inline]
fn unfit(what: &str, source: &str) -> BoxError {
    let reason = " cannot stand in a header: it has a character in it that is no visible ASCII, \
                  such as a line break at its end";
    Misconfigured::new(&["the ", what, " ", source, reason].concat()).into()
}

// needed by: AWS
/// Where credentials are from: the name of their provider, which only their `Debug` tells.
#[inline]
fn source(credentials: &Credentials) -> String {
    let shown = format!("{credentials:?}");
    let name = shown.split("provider_name: \"").nth(1);
    let name = name.and_then(|rest| rest.split('"').next());
    ["of the credentials from `", name.unwrap_or("?"), "`"].concat()
}
