//! Settings that say who calls.

use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_runtime::auth::sigv4;
use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeId, AuthSchemePreference, ResolveAuthSchemeOptions,
};
use aws_smithy_runtime_api::client::identity::ResolveIdentity;
use aws_types::region::SigningRegionSet;

use super::auth::{BEARER, SIGV4A};
use super::identity;
use super::settings::Settings;

impl Settings {
    /// Who signs the requests.
    #[must_use]
    #[inline]
    pub fn credentials(mut self, provider: impl ProvideCredentials + 'static) -> Self {
        self.sign_with(SharedCredentialsProvider::new(provider));
        self.cache_apart();
        self
    }

    /// Who gives bearer tokens, for services that take these.
    #[must_use]
    #[inline]
    pub fn bearer_token(mut self, provider: impl ProvideToken + 'static) -> Self {
        let provider = SharedTokenProvider::new(provider);
        identity::set(&mut self.components, BEARER, provider);
        self.cache_apart();
        self
    }

    /// The ways to authenticate that are preferred where an operation has several, the best first,
    /// e.g. `["sigv4a"]`.
    #[must_use]
    #[inline]
    pub fn auth_preference(mut self, schemes: impl IntoIterator<Item = &'static str>) -> Self {
        let mut preference = Vec::new();
        for scheme in schemes {
            preference.push(AuthSchemeId::new(scheme));
        }
        self.config
            .store_put(AuthSchemePreference::from(preference));
        self
    }

    // needed by: anonymous callers
    /// Nobody says who calls, be there credentials or not, and nothing is signed, where an operation
    /// allows it. Without credentials it is so by itself.
    #[must_use]
    #[inline]
    pub fn anonymous(self) -> Self {
        self.auth_preference(["noAuth"])
    }

    /// The regions that signatures of version 4A are for, in place of the endpoint's own.
    #[must_use]
    #[inline]
    pub fn signing_regions(mut self, regions: impl IntoIterator<Item = &'static str>) -> Self {
        let regions: SigningRegionSet = regions.into_iter().collect();
        self.config.store_put(regions);
        self
    }

    /// A further way to authenticate, or another implementation of a known one.
    #[must_use]
    #[inline]
    pub fn auth_scheme(mut self, scheme: impl AuthScheme + 'static) -> Self {
        self.components.push_auth_scheme(scheme);
        self
    }

    /// What chooses among the ways to authenticate that an operation has, in place of
    /// [`FirstUsable`](super::FirstUsable).
    #[must_use]
    #[inline]
    pub fn auth_choice(mut self, choice: impl ResolveAuthSchemeOptions + 'static) -> Self {
        self.components
            .set_auth_scheme_option_resolver(Some(choice));
        self
    }

    /// Who says who calls, for the way to authenticate of this id.
    #[must_use]
    #[inline]
    pub fn identity(
        mut self,
        scheme: &'static str,
        resolver: impl ResolveIdentity + 'static,
    ) -> Self {
        let scheme = AuthSchemeId::new(scheme);
        identity::set(&mut self.components, scheme, resolver);
        self
    }

    /// Both versions of signatures take the same credentials, which are loaded once.
    #[inline]
    pub(super) fn sign_with(&mut self, provider: SharedCredentialsProvider) {
        identity::set(&mut self.components, sigv4::SCHEME_ID, provider.clone());
        identity::set(&mut self.components, SIGV4A, provider);
    }

    /// A cache of its own, so that these credentials do not crowd out those of the client.
    #[inline]
    fn cache_apart(&mut self) {
        let cache = IdentityCache::lazy().max_partitions(2).build();
        self.components.set_identity_cache(Some(cache));
    }
}
