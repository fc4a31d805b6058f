//! Which of the ways to authenticate a call takes: the first of the operation's own that the client
//! can go.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeId, AuthSchemeOption, AuthSchemeOptionResolverParams,
    AuthSchemeOptionsFuture, ResolveAuthSchemeOptions,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use super::missing;

// needed by: API keys
/// A key in a header or in the query.
pub(super) const API_KEY: AuthSchemeId = AuthSchemeId::new("httpApiKeyAuth");
// needed by: logins
/// User name and password in a header.
pub(super) const BASIC: AuthSchemeId = AuthSchemeId::new("httpBasicAuth");
/// A bearer token in a header.
pub(super) const BEARER: AuthSchemeId = AuthSchemeId::new("httpBearerAuth");
// needed by: AWS
/// Signature Version 4A, which the runtime names only where it has it.
pub(super) const SIGV4A: AuthSchemeId = AuthSchemeId::new("sigv4a");

/// The schemes of one operation, the best first.
#[derive(Debug)]
struct Listed(&'static [&'static str]);

/// The schemes of an operation, for [`FirstUsable`] to choose from.
#[inline]
pub(super) fn listed(schemes: &'static [&'static str]) -> AuthSchemeOptionResolverParams {
    AuthSchemeOptionResolverParams::new(Listed(schemes))
}

/// Takes of the schemes of an operation those that the client has an implementation and an identity
/// for.
#[derive(Debug)]
pub struct FirstUsable;

impl ResolveAuthSchemeOptions for FirstUsable {
    #[inline]
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        params: &'a AuthSchemeOptionResolverParams,
        _: &'a ConfigBag,
        components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        AuthSchemeOptionsFuture::ready(usable(params, components))
    }
}

#[inline]
fn usable(
    params: &AuthSchemeOptionResolverParams,
    components: &RuntimeComponents,
) -> Result<Vec<AuthSchemeOption>, BoxError> {
    let Some(Listed(listed)) = params.get() else {
        return Err("an interceptor replaced the parameters of the auth scheme".into());
    };
    let schemes = listed.iter().copied();
    let usable = schemes.clone().map(AuthSchemeId::new).filter(|id| {
        let scheme = components.auth_scheme(id);
        scheme.is_some_and(|scheme| scheme.identity_resolver(components).is_some())
    });
    let usable: Vec<_> = usable.map(AuthSchemeOption::from).collect();
    if usable.is_empty() {
        let known = schemes.filter(|id| components.auth_scheme(AuthSchemeId::new(id)).is_some());
        return Err(missing::identity(listed, &known.collect::<Vec<_>>()).into());
    }
    Ok(usable)
}
