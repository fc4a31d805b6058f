//! Settings that say who calls.

use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeId, AuthSchemePreference, ResolveAuthSchemeOptions,
};
use aws_smithy_runtime_api::client::identity::ResolveIdentity;
// needed by: logins
use aws_smithy_runtime_api::client::identity::http::Login;
// needed by: API keys
use aws_smithy_runtime_api::client::identity::http::Token;

// needed by: API keys
use super::auth::API_KEY;
// needed by: logins
use super::auth::BASIC;
use super::identity;
use super::settings::Settings;

impl Settings {
    // needed by: API keys
    /// The key of the API that callers are told by. One that changes is given by a resolver, for
    /// [`identity`](Self::identity) of `httpApiKeyAuth`.
    #[must_use]
    #[inline]
    pub fn api_key(mut self, key: impl Into<Token>) -> Self {
        self.told_by(API_KEY, key.into());
        self
    }

    // needed by: logins
    /// User name and password, for HTTP's basic authentication.
    #[must_use]
    #[inline]
    pub fn basic_auth(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.told_by(BASIC, Login::new(user, password, None));
        self
    }

    /// The ways to authenticate that are preferred where an operation has several, the best first,
    /// e.g. `["sigv4a"]`.
    #[must_use]
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
    pub fn auth_choice(mut self, choice: impl ResolveAuthSchemeOptions + 'static) -> Self {
        self.components
            .set_auth_scheme_option_resolver(Some(choice));
        self
    }

    /// Who says who calls, for the way to authenticate of this id.
    #[must_use]
    pub fn identity(
        mut self,
        scheme: &'static str,
        resolver: impl ResolveIdentity + 'static,
    ) -> Self {
        let scheme = AuthSchemeId::new(scheme);
        identity::set(&mut self.components, scheme, resolver);
        self
    }

    /// Callers are told by this identity alone, in this way.
    #[inline]
    pub(super) fn told_by(
        &mut self,
        scheme: AuthSchemeId,
        resolver: impl ResolveIdentity + 'static,
    ) {
        identity::set(&mut self.components, scheme, resolver);
        self.cache_apart();
    }

    /// A cache of its own, so that these credentials do not crowd out those of the client.
    #[inline]
    pub(super) fn cache_apart(&mut self) {
        let cache = IdentityCache::lazy().max_partitions(2).build();
        self.components.set_identity_cache(Some(cache));
    }
}
