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

/// What the settings of one call say of its endpoint.
#[derive(Debug)]
pub(super) struct Destination {
    /// What the operation and the client's settings say to the rules.
    given: Parameters<'static>,
    /// The URL that the operation's input names.
    own: Option<String>,
    region: Option<Region>,
    url: Option<String>,
    use_fips: Option<bool>,
    use_dual_stack: Option<bool>,
    account_id_mode: Option<AccountIdEndpointMode>,
}

impl Destination {
    #[inline]
    pub(super) fn of(
        config: &ConfigBag,
        of_operation: Parameters<'static>,
        own: Option<String>,
    ) -> Self {
        Self {
            given: EndpointParameter::all(config, of_operation),
            own,
            region: config.load::<Region>().cloned(),
            url: config.load::<EndpointUrl>().map(|url| url.0.clone()),
            use_fips: config.load::<UseFips>().map(|fips| fips.0),
            use_dual_stack: config.load::<UseDualStack>().map(|dual| dual.0),
            account_id_mode: config.load::<AccountIdEndpointMode>().cloned(),
        }
    }

    #[inline]
    fn parameters<'d>(&'d self, account: Option<&'d AccountId>) -> Parameters<'d> {
        let mode = match &self.account_id_mode {
            None | Some(AccountIdEndpointMode::Preferred) => Cow::Borrowed("preferred"),
            Some(mode) => Cow::Owned(mode.to_string()),
        };
        let given: Parameters<'d> = self.given.clone();
        let mut parameters = given.built_in(BuiltIn::AccountIdEndpointMode, mode);
        if let Some(account) = account {
            parameters = parameters.account_id(account.as_str());
        }
        if let Some(region) = &self.region {
            parameters = parameters.region(region.as_ref());
        }
        if let Some(url) = &self.url {
            parameters = parameters.endpoint_url(url.as_str());
        }
        if let Some(use_fips) = self.use_fips {
            parameters = parameters.use_fips(use_fips);
        }
        if let Some(use_dual_stack) = self.use_dual_stack {
            parameters = parameters.use_dual_stack(use_dual_stack);
        }
        parameters
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
        let destination = parameters
            .get::<Destination>()
            .ok_or("an interceptor replaced the parameters of the endpoint")?;
        let identity = parameters.get_property::<Identity>();
        let named = destination.own.as_ref().or(destination.url.as_ref());
        let endpoint = match (self.rule_set, named) {
            (Some(rules), _) if destination.own.is_none() => {
                let account = identity.and_then(Identity::property::<AccountId>);
                let resolved = rules.resolve(&destination.parameters(account));
                resolved.map_err(|error| explain(destination, error))?
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
        if signs && destination.region.is_none() && !names_region(&endpoint) {
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

/// The rules of AWS services refuse a call without region; only here is known how to set one.
#[inline]
fn explain(destination: &Destination, error: EndpointError) -> Misconfigured {
    match (&destination.region, &error) {
        (None, EndpointError::Refused(_) | EndpointError::MissingParameter(_)) => {
            missing::region_for(error)
        }
        _ => Misconfigured::because(error),
    }
}

/// The runtime would show the whole request, its body too, when it cannot join it with a URL.
#[inline]
fn check_url(url: &str) -> Result<(), Misconfigured> {
    match url.parse::<http::Uri>() {
        Ok(uri) if uri.scheme().is_some() && uri.host().is_some() => Ok(()),
        _ => Err(Misconfigured::because(EndpointError::InvalidUrl(
            url.to_owned(),
        ))),
    }
}

#[inline]
fn names_region(endpoint: &Endpoint) -> bool {
    let mut schemes = endpoint.auth_schemes().iter();
    schemes.any(|scheme| {
        let region = scheme.get("signingRegion");
        region.or_else(|| scheme.get("signingRegionSet")).is_some()
    })
}
