//! Who calls, as `SdkConfig` and its providers have it: credentials and tokens that may change.

use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_runtime::auth::sigv4;
use aws_types::region::SigningRegionSet;

use super::auth::{BEARER, SIGV4A};
use super::identity;
use super::settings::Settings;

impl Settings {
    /// Who signs the requests.
    #[must_use]
    pub fn credentials(mut self, provider: impl ProvideCredentials + 'static) -> Self {
        self.sign_with(SharedCredentialsProvider::new(provider));
        self.cache_apart();
        self
    }

    /// Who gives bearer tokens, for services that take these.
    #[must_use]
    #[inline]
    pub fn bearer_token(mut self, provider: impl ProvideToken + 'static) -> Self {
        self.told_by(BEARER, SharedTokenProvider::new(provider));
        self
    }

    /// The regions that signatures of version 4A are for, in place of the endpoint's own.
    #[must_use]
    pub fn signing_regions(mut self, regions: impl IntoIterator<Item = &'static str>) -> Self {
        let regions: SigningRegionSet = regions.into_iter().collect();
        self.config.store_put(regions);
        self
    }

    /// Both versions of signatures take the same credentials, which are loaded once.
    #[inline]
    pub(super) fn sign_with(&mut self, provider: SharedCredentialsProvider) {
        identity::set(&mut self.components, sigv4::SCHEME_ID, provider.clone());
        identity::set(&mut self.components, SIGV4A, provider);
    }
}
