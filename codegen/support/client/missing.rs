//! What is said of settings that were left out: a client can always be made, and its first call says
//! what is missing and how to set it.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;

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

/// What could pause is missing.
#[inline]
pub(super) fn sleep() -> Misconfigured {
    Misconfigured::new(
        "nothing can pause between calls: set what does with `Settings::sleep` or in `SdkConfig`",
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

/// Whatever could say who calls is missing, for all of these schemes, of which the client knows some.
#[inline]
pub(super) fn identity(listed: &[&str], known: &[&str]) -> Misconfigured {
    let signs = known.iter().any(|scheme| scheme.starts_with("sigv4"));
    let bears = known.contains(&"httpBearerAuth");
    Misconfigured::new(match (signs, bears) {
        (true, false) => NO_CREDENTIALS.to_owned(),
        (false, true) => NO_TOKEN.to_owned(),
        (true, true) => format!("{NO_CREDENTIALS}; and {NO_TOKEN}"),
        (false, false) => format!(
            "callers of this operation are authenticated by `{}`, which this client does not \
             know: give it one with `Settings::auth_scheme` and `Settings::identity`",
            listed.join("` or `")
        ),
    })
}

const NO_CREDENTIALS: &str = "no credentials are set: set a provider with \
                              `Settings::credentials`, or use the `SdkConfig` that \
                              `aws_config::load_from_env` returns";

const NO_TOKEN: &str = "no bearer token is set: set a provider with `Settings::bearer_token`, or \
                        in `SdkConfig`";

/// What the endpoint asks for is missing.
#[inline]
pub(super) fn scheme_of_endpoint(named: &[&str]) -> Misconfigured {
    Misconfigured::new(format!(
        "the endpoint asks for the auth scheme `{}`, for which this client has no implementation \
         or no identity",
        named.join("` or `")
    ))
}
