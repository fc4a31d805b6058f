//! Where a call goes: the service's endpoint rules, asked by the orchestrator.

use std::borrow::Cow;

use aws_credential_types::Credentials;
use aws_credential_types::attributes::AccountId;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointFuture, EndpointResolverParams, ResolveEndpoint,
};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
use aws_types::endpoint_config::{AccountIdEndpointMode, EndpointUrl, UseDualStack, UseFips};
use aws_types::region::Region;

use super::endpoint_settings::EndpointParameter;
use super::missing::{self, Misconfigured};
use crate::support::endpoint::{BuiltIn, EndpointError, Parameters, RuleSet};

/// What one call, its settings included, says of its endpoint.
#[derive(Debug)]
pub(super) struct Destination {
    parameters: Parameters<'static>,
    has_region: bool,
    /// The URL that the operation's input names.
    own: Option<String>,
    /// The URL that is set.
    url: Option<String>,
}

impl Destination {
    #[inline]
    pub(super) fn of(
        config: &ConfigBag,
        of_operation: Parameters<'static>,
        own: Option<String>,
    ) -> Self {
        let mode = match config.load::<AccountIdEndpointMode>() {
            None | Some(AccountIdEndpointMode::Preferred) => Cow::Borrowed("preferred"),
            Some(mode) => Cow::Owned(mode.to_string()),
        };
        let mut parameters = EndpointParameter::all(config, of_operation)
            .built_in(BuiltIn::AccountIdEndpointMode, mode);
        let region = config.load::<Region>();
        if let Some(region) = region {
            parameters = parameters.region(region.to_string());
        }
        let mut url = None;
        if let Some(EndpointUrl(set)) = config.load::<EndpointUrl>() {
            parameters = parameters.endpoint_url(set.clone());
            url = Some(set.clone());
        }
        if let Some(UseFips(use_fips)) = config.load::<UseFips>() {
            parameters = parameters.use_fips(*use_fips);
        }
        if let Some(UseDualStack(use_dual_stack)) = config.load::<UseDualStack>() {
            parameters = parameters.use_dual_stack(*use_dual_stack);
        }
        Self {
            parameters,
            has_region: region.is_some(),
            own,
            url,
        }
    }

    /// What the rules say of a call by this identity.
    #[inline]
    fn resolved(
        &self,
        rules: &RuleSet<'_>,
        identity: Option<&Identity>,
    ) -> Result<Endpoint, EndpointError> {
        match identity.and_then(Identity::property::<AccountId>) {
            None => rules.resolve(&self.parameters),
            Some(account) => {
                let parameters = self.parameters.clone();
                rules.resolve(&parameters.account_id(account.as_str()))
            }
        }
    }
}

/// The service's endpoint rules.
#[derive(Debug)]
pub(super) struct Rules {
    pub(super) rule_set: Option<&'static RuleSet<'static>>,
}

impl Rules {
    #[inline]
    fn resolve(&self, parameters: &EndpointResolverParams) -> Result<Endpoint, BoxError> {
        let Some(destination) = parameters.get::<Destination>() else {
            return Err("an interceptor replaced the parameters of the endpoint".into());
        };
        let has_region = destination.has_region;
        let identity = parameters.get_property::<Identity>();
        let named = destination.own.as_ref().or(destination.url.as_ref());
        let endpoint = match (self.rule_set, named) {
            (Some(rules), _) if destination.own.is_none() => {
                match destination.resolved(rules, identity) {
                    Ok(endpoint) => endpoint,
                    Err(error) => return Err(missing::endpoint_for(error, has_region).into()),
                }
            }
            (_, Some(url)) => {
                check_url(url)?;
                Endpoint::builder().url(url.clone()).build()
            }
            (_, None) => return Err(missing::endpoint().into()),
        };
        if destination.url.is_some() {
            check_url(endpoint.url())?;
        }
        let signs = identity.and_then(Identity::data::<Credentials>).is_some();
        if signs && !has_region && !names_region(&endpoint) {
            return Err(missing::region().into());
        }
        Ok(endpoint)
    }
}

impl ResolveEndpoint for Rules {
    #[inline]
    fn resolve_endpoint<'a>(
        &'a self,
        parameters: &'a EndpointResolverParams,
    ) -> EndpointFuture<'a> {
        EndpointFuture::ready(self.resolve(parameters))
    }
}

/// The runtime would show the whole request, its body too, when it cannot join it with a URL.
#[inline]
fn check_url(url: &str) -> Result<(), Misconfigured> {
    match url.parse::<http::Uri>() {
        Ok(uri) if uri.scheme().is_some() && uri.host().is_some() => Ok(()),
        _ => {
            let error = EndpointError::InvalidUrl(url.to_owned());
            Err(missing::endpoint_for(error, true))
        }
    }
}

#[inline]
fn names_region(endpoint: &Endpoint) -> bool {
    endpoint.auth_schemes().iter().any(|scheme| {
        scheme.get("signingRegion").is_some() || scheme.get("signingRegionSet").is_some()
    })
}
