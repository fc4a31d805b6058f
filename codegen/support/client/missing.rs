//! What is said of settings that were left out: a client can always be made, and its first call says
//! what is missing and how to set it.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_types::region::Region;

use crate::support::endpoint::EndpointError;

/// A call that could not be made because of its client's settings.
#[derive(Debug)]
pub struct Misconfigured {
    message: String,
    source: Option<BoxError>,
}

impl Misconfigured {
    /// A call that could not be made, for this reason.
    #[inline]
    pub fn new(message: &str) -> Self {
        Self {
            message: message.to_owned(),
            source: None,
        }
    }

    /// The same, as the endpoint rules say too.
    #[inline]
    fn because(mut self, source: EndpointError) -> Self {
        self.source = Some(Box::new(source));
        self
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
        Some(self.source.as_deref()?)
    }
}

/// A region is missing.
pub(super) const REGION: &str = "no region is set: set one with `Settings::region`, in \
                                 `SdkConfig`, by AWS_REGION or in the profile";

/// A region is none.
#[inline]
pub(super) fn region_for(region: &Region) -> Misconfigured {
    Misconfigured::new(&format!(
        "the region {:?} is none: a region is one label of a host name, letters, digits and \
         hyphens, e.g. `eu-west-1`",
        region.as_ref()
    ))
}

/// The endpoint can have nothing before its host.
pub(super) const HOST_PREFIX: &str = "this operation puts a prefix before the host of the \
                                      endpoint, which is no host then: set another endpoint, or \
                                      `Settings::disable_host_prefix_injection`";

/// What switches host prefixes off says neither that they are nor that they are not.
pub(super) const CLEAR_SETTING: &str = "AWS_DISABLE_HOST_PREFIX_INJECTION, or its like in the \
                                        profile, is neither `true` nor `false`";

/// The endpoint is one that the path of a request cannot follow.
pub(super) const JOINED_ENDPOINT: &str = "the endpoint and the path of the request make no URL";

/// There is no endpoint, because of this. The rules of AWS services refuse a call without region;
/// only here is known how to set one.
#[inline]
pub(super) fn endpoint_for(error: EndpointError, has_region: bool) -> Misconfigured {
    let message = match error {
        EndpointError::Refused(_) | EndpointError::MissingParameter(_) if !has_region => REGION,
        _ => "there is no endpoint for these settings",
    };
    Misconfigured::new(message).because(error)
}

/// An endpoint is missing.
pub(super) const ENDPOINT: &str = "no endpoint is set, and the service has no rules that give \
                                   one: set it with `Settings::endpoint_url`, in `SdkConfig`, or \
                                   by AWS_ENDPOINT_URL";

/// What could send requests is missing.
#[cfg(not(feature = "https"))]
pub(super) const HTTP_CLIENT: &str = "no HTTP client is set: turn on this crate's feature \
                                      `https`, or set one with `Settings::http_client` or in \
                                      `SdkConfig`";

/// Whatever could say who calls is missing, for all of these schemes, of which the client knows some.
#[inline]
pub(super) fn identity(listed: &[&str], known: &[&str]) -> Misconfigured {
    let (mut signs, mut bears) = (false, false);
    for scheme in known {
        signs |= matches!(*scheme, "sigv4" | "sigv4a");
        bears |= *scheme == "httpBearerAuth";
    }
    match (signs, bears) {
        (true, false) => Misconfigured::new(NO_CREDENTIALS),
        (false, true) => Misconfigured::new(NO_TOKEN),
        (true, true) => Misconfigured::new(&[NO_CREDENTIALS, "; and ", NO_TOKEN].concat()),
        (false, false) => Misconfigured::new(&format!(
            "callers of this operation are authenticated by `{}`, which this client does not \
             know: give it one with `Settings::auth_scheme` and `Settings::identity`",
            listed.join("` or `")
        )),
    }
}

const NO_CREDENTIALS: &str = "no credentials are set: set a provider with \
                              `Settings::credentials`, or use the `SdkConfig` that \
                              `aws_config::load_from_env` returns";

const NO_TOKEN: &str = "no bearer token is set: set a provider with `Settings::bearer_token`, or \
                        in `SdkConfig`";
