//! Which of the ways to authenticate a call takes: the first of the operation's own that the client
//! can go, unless the endpoint prescribes another.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeId, AuthSchemeOption, AuthSchemeOptionResolverParams,
    AuthSchemeOptionsFuture, ResolveAuthSchemeOptions,
};
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, ResolveEndpoint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use super::missing;

/// A bearer token in a header.
pub(super) const BEARER: AuthSchemeId = AuthSchemeId::new("httpBearerAuth");
/// Signature Version 4A, which the runtime names only where it has it.
pub(super) const SIGV4A: AuthSchemeId = AuthSchemeId::new("sigv4a");

/// The schemes of one operation, the best first.
#[derive(Clone, Copy, Debug)]
struct Listed(&'static [&'static str]);

/// The schemes of an operation, for [`Choice`] to choose from.
#[inline]
pub(super) fn listed(schemes: &'static [&'static str]) -> AuthSchemeOptionResolverParams {
    AuthSchemeOptionResolverParams::new(Listed(schemes))
}

/// Chooses a scheme for a call.
#[derive(Debug)]
pub(super) struct Choice;

impl ResolveAuthSchemeOptions for Choice {
    #[inline]
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        params: &'a AuthSchemeOptionResolverParams,
        config: &'a ConfigBag,
        components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        let Some(Listed(listed)) = params.get::<Listed>() else {
            let reason = "an interceptor replaced the parameters of the auth scheme";
            return AuthSchemeOptionsFuture::ready(Err(reason.into()));
        };
        if listed.len() == 1 {
            return AuthSchemeOptionsFuture::ready(usable(listed, components));
        }
        AuthSchemeOptionsFuture::new(async move {
            let usable = usable(listed, components)?;
            as_prescribed(usable, config, components).await
        })
    }
}

/// The schemes that the client has an implementation and an identity for.
#[inline]
fn usable(
    listed: &'static [&'static str],
    components: &RuntimeComponents,
) -> Result<Vec<AuthSchemeOption>, BoxError> {
    let ids = listed.iter().map(|id| AuthSchemeId::new(id));
    let usable = ids.filter(|id| {
        let scheme = components.auth_scheme(id);
        scheme.is_some_and(|scheme| scheme.identity_resolver(components).is_some())
    });
    let options = usable.map(AuthSchemeOption::from).collect::<Vec<_>>();
    if options.is_empty() {
        let all = listed.iter().copied();
        let known = all.filter(|id| components.auth_scheme(AuthSchemeId::new(id)).is_some());
        let known: Vec<&str> = known.collect();
        return Err(missing::identity(listed, &known).into());
    }
    Ok(options)
}

/// The schemes that the endpoint names, in its order, where it names any. That there is no endpoint
/// is told later, when the identity that it may depend on is known.
#[inline]
async fn as_prescribed(
    usable: Vec<AuthSchemeOption>,
    config: &ConfigBag,
    components: &RuntimeComponents,
) -> Result<Vec<AuthSchemeOption>, BoxError> {
    let Some(parameters) = config.load::<EndpointResolverParams>() else {
        return Ok(usable);
    };
    let resolver = components.endpoint_resolver();
    let Ok(endpoint) = resolver.resolve_endpoint(parameters).await else {
        return Ok(usable);
    };
    let named: Vec<&str> = endpoint
        .auth_schemes()
        .iter()
        .map(|scheme| scheme.name())
        .collect();
    if named.is_empty() {
        return Ok(usable);
    }
    let prescribed = named.iter().filter_map(|name| {
        let mut usable = usable.iter();
        usable.find(|option| option.scheme_id().inner() == *name)
    });
    // Who may be anonymous may be so at any endpoint.
    let anonymous = usable
        .iter()
        .filter(|option| option.scheme_id().inner() == "noAuth");
    let prescribed: Vec<_> = prescribed.chain(anonymous).cloned().collect();
    if prescribed.is_empty() {
        return Err(missing::scheme_of_endpoint(&named).into());
    }
    Ok(prescribed)
}
