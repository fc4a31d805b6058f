//! Who calls, checked where it comes in: what cannot stand in a header would be found only when a
//! request is signed, by a runtime that does not know where it is from.

use aws_credential_types::{Credentials, Token};
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
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
        let resolved = self.0.resolve_identity(components, config);
        IdentityFuture::new(async move {
            let identity = resolved.await?;
            check(&identity)?;
            Ok(identity)
        })
    }

    #[inline]
    fn fallback_on_interrupt(&self) -> Option<Identity> {
        let identity = self.0.fallback_on_interrupt()?;
        check(&identity).is_ok().then_some(identity)
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

/// Checks what of an identity comes to stand in a header. A secret key never does.
#[inline]
fn check(identity: &Identity) -> Result<(), Misconfigured> {
    if let Some(credentials) = identity.data::<Credentials>() {
        let source = source(credentials);
        check_text("access key id", &source, credentials.access_key_id())?;
        let token = credentials.session_token();
        check_text("session token", &source, token.unwrap_or_default())?;
    }
    match identity.data::<Token>() {
        Some(token) => check_text("token", "that callers are told by", token.token()),
        None => Ok(()),
    }
}

/// Checks that a header can have a text, and that all servers agree on what it is. It is not told.
#[inline]
fn check_text(what: &str, source: &str, text: &str) -> Result<(), Misconfigured> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Ok(());
    }
    let reason = " cannot stand in a header: it has a character in it that is no visible ASCII, \
                  such as a line break at its end";
    Err(Misconfigured::new(
        &["the ", what, " ", source, reason].concat(),
    ))
}

/// Where credentials are from: the name of their provider, which only their `Debug` tells.
#[inline]
fn source(credentials: &Credentials) -> String {
    let shown = format!("{credentials:?}");
    let name = shown.split("provider_name: \"").nth(1);
    let name = name.and_then(|rest| rest.split('"').next());
    ["of the credentials from `", name.unwrap_or("?"), "`"].concat()
}
