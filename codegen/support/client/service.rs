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
            api: ApiMetadata::new(UserAgentName::<S>::NAME, env!("CARGO_PKG_VERSION")),
        }
    }
}

/// The service's name in the user agent: its SDK id in lower case, with `_` for a space. The
/// runtime wants it `'static`, so it is worked out by the compiler.
struct UserAgentName<S>(std::marker::PhantomData<S>);

impl<S: Service> UserAgentName<S> {
    const BYTES: [u8; 64] = lower_case(S::SDK_ID.as_bytes());

    const NAME: &'static str = {
        let bytes: &'static [u8; 64] = &Self::BYTES;
        let (name, _) = bytes.split_at(shorter(S::SDK_ID.len(), 64));
        match std::str::from_utf8(name) {
            Ok(name) => name,
            Err(_) => "unknown",
        }
    };
}

#[inline]
const fn shorter(left: usize, right: usize) -> usize {
    if left < right { left } else { right }
}

#[inline]
const fn lower_case(name: &[u8]) -> [u8; 64] {
    let mut lower = [0; 64];
    let mut index = 0;
    while index < shorter(name.len(), 64) {
        lower[index] = match name[index] {
            b' ' => b'_',
            byte => byte.to_ascii_lowercase(),
        };
        index += 1;
    }
    lower
}
