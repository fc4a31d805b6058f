//! Settings that only services of AWS and their likes know.

use std::borrow::Cow;

use aws_runtime::user_agent::AwsUserAgent;
use aws_types::app_name::AppName;
use aws_types::endpoint_config::{AccountIdEndpointMode, UseDualStack, UseFips};
use aws_types::region::{Region, SigningRegion};

use super::settings::Settings;

impl Settings {
    /// The region that requests go to, e.g. `eu-west-1`.
    #[must_use]
    pub fn region(mut self, region: impl Into<Cow<'static, str>>) -> Self {
        let region = Region::new(region);
        self.config.store_put(SigningRegion::from(region.clone()));
        self.config.store_put(region);
        self
    }

    /// Whether only an endpoint with FIPS 140 validated cryptography will do.
    #[must_use]
    #[inline]
    pub fn use_fips(mut self, use_fips: bool) -> Self {
        self.config.store_put(UseFips(use_fips));
        self
    }

    /// Whether the endpoint must be reachable over IPv6 as well as IPv4.
    #[must_use]
    #[inline]
    pub fn use_dual_stack(mut self, use_dual_stack: bool) -> Self {
        self.config.store_put(UseDualStack(use_dual_stack));
        self
    }

    /// Whether the account of the credentials should, must, or must not be a part of the endpoint,
    /// for services whose endpoints can have one.
    #[must_use]
    #[inline]
    pub fn account_id_endpoint_mode(mut self, mode: AccountIdEndpointMode) -> Self {
        self.config.store_put(mode);
        self
    }

    /// The name of the application, for the `User-Agent` header.
    #[must_use]
    #[inline]
    pub fn app_name(mut self, name: AppName) -> Self {
        self.config.store_put(name);
        self
    }

    /// These settings for one call, whose application name, if any, joins the client's user agent.
    #[inline]
    pub(super) fn named_in(mut self, agent: &AwsUserAgent) -> Self {
        if let Some(name) = self.config.load::<AppName>().cloned() {
            self.config.store_put(agent.clone().with_app_name(name));
        }
        self
    }
}
