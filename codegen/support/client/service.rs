//! The facts of a service, without its type.

use aws_runtime::user_agent::ApiMetadata;

use crate::support::endpoint::RuleSet;
use crate::support::operation::Service;

/// What a client has to know of its service.
pub(super) struct ServiceFacts {
    pub(super) sdk_id: &'static str,
    pub(super) signing_name: Option<&'static str>,
    pub(super) auth_schemes: &'static [&'static str],
    pub(super) endpoint_rules: Option<&'static RuleSet<'static>>,
    pub(super) api: ApiMetadata,
}

impl ServiceFacts {
    #[inline]
    pub(super) fn of<S: Service>() -> Self {
        Self {
            sdk_id: S::SDK_ID,
            signing_name: S::SIGNING_NAME,
            auth_schemes: S::AUTH_SCHEMES,
            endpoint_rules: S::ENDPOINT_RULES,
            api: ApiMetadata::new(S::USER_AGENT, env!("CARGO_PKG_VERSION")),
        }
    }
}
