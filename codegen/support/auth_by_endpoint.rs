//! Operations with several ways to authenticate: the endpoint can prescribe which.

use aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeOption, AuthSchemeOptionResolverParams, AuthSchemeOptionsFuture,
    AuthSchemePreference, ResolveAuthSchemeOptions,
};
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, ResolveEndpoint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use super::client::{FirstUsable, Misconfigured, Settings};

/// Settings of a client that goes by what the endpoint says.
#[must_use]
#[inline]
pub fn obeyed(settings: Settings) -> Settings {
    settings.auth_choice(Choice)
}

/// Chooses a scheme for a call: the first of the operation's own that the client can go, unless the
/// endpoint prescribes another.
#[derive(Debug)]
struct Choice;

impl ResolveAuthSchemeOptions for Choice {
    #[inline]
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        params: &'a AuthSchemeOptionResolverParams,
        config: &'a ConfigBag,
        components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        AuthSchemeOptionsFuture::new(async move {
            let usable = FirstUsable.resolve_auth_scheme_options_v2(params, config, components);
            as_prescribed(usable.await?, config, components).await
        })
    }
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
    let mut prescribed: Vec<_> = prescribed.cloned().collect();
    // Who may be anonymous may be so at any endpoint, but nobody is in place of a signature that cannot
    // be made, unless they want to be.
    let mut known = usable.iter().filter(|option| !is_anonymous(option));
    if !prescribed.is_empty() || known.next().is_none() || prefers_anonymous(config) {
        let anonymous = usable.iter().filter(|option| is_anonymous(option));
        prescribed.extend(anonymous.cloned());
    }
    if prescribed.is_empty() {
        let reason = format!(
            "the endpoint asks for the auth scheme `{}`, for which this client has no \
             implementation or no identity{}",
            named.join("` or `"),
            hint(&named)
        );
        return Err(Misconfigured::new(&reason).into());
    }
    Ok(prescribed)
}

/// What makes clients know a scheme that needs more than credentials.
#[inline]
fn hint(named: &[&str]) -> &'static str {
    if named.contains(&"sigv4-s3express") {
        ": calls to directory buckets need credentials, and the operation `CreateSession` among those of \
         the crate"
    } else {
        ""
    }
}

#[inline]
fn is_anonymous(option: &AuthSchemeOption) -> bool {
    *option.scheme_id() == NO_AUTH_SCHEME_ID
}

/// Whether a setting prefers that nobody says who calls.
#[inline]
fn prefers_anonymous(config: &ConfigBag) -> bool {
    let preference = config.load::<AuthSchemePreference>().cloned();
    let mut preferred = preference.into_iter().flatten();
    preferred.any(|scheme| scheme == NO_AUTH_SCHEME_ID)
}
