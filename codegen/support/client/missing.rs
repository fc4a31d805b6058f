//! What stands in for settings that were left out, so that a client can always be made and the
//! first call says what is missing and how to set it.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::identity::{
    IdentityCacheLocation, IdentityFuture, ResolveIdentity,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// A call that could not be made because of its client's settings.
#[derive(Debug)]
pub struct Misconfigured {
    message: String,
    source: Option<BoxError>,
}

impl Misconfigured {
    #[inline]
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    /// No endpoint, because of this.
    #[inline]
    pub(super) fn because(source: impl Into<BoxError>) -> Self {
        Self {
            message: "there is no endpoint for these settings".to_owned(),
            source: Some(source.into()),
        }
    }
}

impl fmt::Display for Misconfigured {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for Misconfigured {
    #[inline]
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

const NO_REGION: &str = "no region is set: set one with `Settings::region`, in `SdkConfig`, \
                         by AWS_REGION or in the profile";

/// A region is missing.
#[inline]
pub(super) fn region() -> Misconfigured {
    Misconfigured::new(NO_REGION)
}

/// A region is missing, and the endpoint rules say so too.
#[inline]
pub(super) fn region_for(source: impl Into<BoxError>) -> Misconfigured {
    Misconfigured {
        message: NO_REGION.to_owned(),
        source: Some(source.into()),
    }
}

/// An endpoint is missing.
#[inline]
pub(super) fn endpoint() -> Misconfigured {
    Misconfigured::new(
        "no endpoint is set, and the service has no rules that give one: set it with \
         `Settings::endpoint_url`, in `SdkConfig`, or by AWS_ENDPOINT_URL",
    )
}

/// What could send requests is missing.
#[cfg(not(feature = "https"))]
#[inline]
pub(super) fn http_client() -> Misconfigured {
    Misconfigured::new(
        "no HTTP client is set: turn on this crate's feature `https`, or set one with \
         `Settings::http_client` or in `SdkConfig`",
    )
}

/// Credentials are missing.
#[derive(Debug)]
pub(super) struct Credentials;

impl ResolveIdentity for Credentials {
    #[inline]
    fn resolve_identity<'a>(
        &'a self,
        _: &'a RuntimeComponents,
        _: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::ready(Err(Misconfigured::new(
            "no credentials are set: set a provider with `Settings::credentials`, or use the \
             `SdkConfig` that `aws_config::load_from_env` returns",
        )
        .into()))
    }

    #[inline]
    fn cache_location(&self) -> IdentityCacheLocation {
        // Nothing to cache.
        IdentityCacheLocation::IdentityResolver
    }
}
