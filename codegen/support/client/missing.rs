//! What is said of settings that were left out: a client can always be made, and its first call says
//! what is missing and how to set it.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;

use super::hints;
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
    pub(super) fn because(mut self, source: EndpointError) -> Self {
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

/// The endpoint can have nothing before its host.
pub(super) const HOST_PREFIX: &str = "this operation puts a prefix before the host of the \
                                      endpoint, which is no host then: set another endpoint, or \
                                      `Settings::disable_host_prefix_injection`";

/// The endpoint is one that the path of a request cannot follow.
pub(super) const JOINED_ENDPOINT: &str = "the endpoint and the path of the request make no URL";

/// There is no endpoint, because of this.
#[inline]
pub(super) fn endpoint_for(error: EndpointError) -> Misconfigured {
    Misconfigured::new("there is no endpoint for these settings").because(error)
}

/// Whatever could say who calls is missing, for all of these schemes, of which the client knows some.
#[inline]
pub(super) fn identity(listed: &[&str], known: &[&str]) -> Misconfigured {
    let mut missing: Vec<&str> = known.iter().filter_map(|id| of_scheme(id)).collect();
    missing.dedup();
    if missing.is_empty() {
        return Misconfigured::new(&format!(
            "callers of this operation are authenticated by `{}`, which this client does not \
             know: give it one with `Settings::auth_scheme` and `Settings::identity`",
            listed.join("` or `")
        ));
    }
    Misconfigured::new(&missing.join("; and "))
}

/// The identity of this way to authenticate is missing.
#[inline]
fn of_scheme(scheme: &str) -> Option<&'static str> {
    Some(match scheme {
        // needed by: AWS
        "sigv4" | "sigv4a" => hints::CREDENTIALS,
        "httpBearerAuth" => hints::TOKEN,
        // needed by: API keys
        "httpApiKeyAuth" => "no API key is set: set one with `Settings::api_key`",
        // needed by: logins
        "httpBasicAuth" => "no user is set: set one with `Settings::basic_auth`",
        _ => return None,
    })
}
