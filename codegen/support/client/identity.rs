//! Who calls, checked where it comes in: what cannot stand in a header would be found only when a
//! request is signed, by a runtime that does not know where it is from.

use std::fmt;

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
struct Checked(SharedIdentityResolver);

impl fmt::Debug for Checked {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

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
        let token = credentials.session_token().unwrap_or_default();
        for (what, text) in [
            ("access key id", credentials.access_key_id()),
            ("session token", token),
        ] {
            if !is_header_text(text) {
                return Err(unfit(what, source(credentials).as_deref()));
            }
        }
    }
    match identity.data::<Token>() {
        Some(token) if !is_header_text(token.token()) => Err(unfit("token", None)),
        _ => Ok(()),
    }
}

/// Whether a header can have it, and all servers agree on what it is.
#[inline]
fn is_header_text(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// The name of the provider that credentials are from. Only their `Debug` tells it.
#[inline]
fn source(credentials: &Credentials) -> Option<String> {
    let shown = format!("{credentials:?}");
    let (_, rest) = shown.split_once("provider_name: \"")?;
    let (name, _) = rest.split_once('"')?;
    Some(name.to_owned())
}

/// A part of an identity cannot be sent, and is not told.
#[inline]
fn unfit(what: &str, source: Option<&str>) -> Misconfigured {
    let from = match source {
        Some(name) => format!(" of the credentials from `{name}`"),
        None => " that callers are told by".to_owned(),
    };
    Misconfigured::new(&format!(
        "the {what}{from} cannot stand in a header: it has a character in it that is no visible \
         ASCII, such as a line break at its end"
    ))
}
