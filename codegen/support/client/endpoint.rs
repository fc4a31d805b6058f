//! Where a call goes: the service's endpoint rules, asked by the orchestrator.

use std::borrow::Cow;
use std::fmt;

use aws_credential_types::Credentials;
use aws_credential_types::attributes::AccountId;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointFuture, EndpointPrefix, EndpointResolverParams, ResolveEndpoint,
};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
use aws_types::endpoint_config::{AccountIdEndpointMode, EndpointUrl, UseDualStack, UseFips};
use aws_types::region::Region;

use super::endpoint_settings::EndpointParameter;
use super::missing::{self, Misconfigured};
use super::settings::HostPrefixes;
use crate::support::endpoint::{BuiltIn, EndpointError, Parameters, RuleSet, url};

/// Whether a setting keeps prefixes away from hosts.
#[inline]
pub(super) fn refuses_prefixes(config: &ConfigBag) -> bool {
    matches!(config.load::<HostPrefixes>(), Some(HostPrefixes::Off))
}

/// Says what goes before the host of the endpoint.
#[inline]
pub(super) fn put_prefix(config: &mut ConfigBag, prefix: String) -> Result<(), BoxError> {
    if let Some(HostPrefixes::Unclear) = config.load::<HostPrefixes>() {
        return Err(Misconfigured::new(missing::CLEAR_SETTING).into());
    }
    // The runtime's error would show the prefix, which may have a part of the input in it.
    let Ok(prefix) = EndpointPrefix::new(prefix) else {
        return Err(Misconfigured::new(missing::HOST_PREFIX).into());
    };
    config.interceptor_state().store_put(prefix);
    Ok(())
}

/// Says where a call goes, once it is known what goes before its host.
#[inline]
pub(super) fn direct(config: &mut ConfigBag, given: Parameters<'static>, own: Option<String>) {
    let destination = Destination::of(config, given, own);
    let parameters = EndpointResolverParams::new(destination);
    config.interceptor_state().store_put(parameters);
}

// needed by: sessions
/// The text that a call itself gives to the rules for the parameter of this name.
#[inline]
pub(in crate::support) fn parameter(config: &ConfigBag, name: &str) -> Option<String> {
    let parameters = config.load::<EndpointResolverParams>()?;
    let destination = parameters.get::<Destination>()?;
    destination.parameters.text(name).map(str::to_owned)
}

/// What one call, its settings included, says of its endpoint.
struct Destination {
    parameters: Parameters<'static>,
    region: Option<Region>,
    /// The URL that the operation's input names.
    own: Option<String>,
    /// The URL that is set.
    url: Option<String>,
    /// What goes before the host.
    prefix: Option<EndpointPrefix>,
}

impl fmt::Debug for Destination {
    /// Without what comes from an input: the runtime writes it into its log.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Destination")
            .field("region", &self.region)
            .finish_non_exhaustive()
    }
}

impl Destination {
    #[inline]
    fn of(config: &ConfigBag, of_operation: Parameters<'static>, own: Option<String>) -> Self {
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
            region: region.cloned(),
            own,
            url,
            prefix: config.load::<EndpointPrefix>().cloned(),
        }
    }

    /// Checks what is set, whatever the rules make of it: a region becomes a part of hosts and
    /// signatures.
    #[inline]
    fn check_settings(&self) -> Result<(), Misconfigured> {
        if let Some(region) = &self.region
            && !url::are_labels(region.as_ref(), false)
        {
            return Err(missing::region_for(region));
        }
        match (&self.own, &self.url) {
            (None, Some(url)) if url::fault(url).is_some() => {
                Err(missing::endpoint_for(url::invalid(url), true))
            }
            _ => Ok(()),
        }
    }

    /// Checks that a URL is still one with the prefix before its host, as the runtime joins them.
    #[inline]
    fn check_prefix(&self, url: &str) -> Result<(), Misconfigured> {
        if let (Some(prefix), Some((scheme, rest))) = (&self.prefix, url.split_once("://"))
            && url::fault(&[scheme, "://", prefix.as_str(), rest].concat()).is_some()
        {
            return Err(Misconfigured::new(missing::HOST_PREFIX));
        }
        Ok(())
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
pub(super) struct RuleResolver {
    pub(super) rule_set: Option<&'static RuleSet<'static>>,
}

impl RuleResolver {
    #[inline]
    fn resolve(&self, parameters: &EndpointResolverParams) -> Result<Endpoint, BoxError> {
        let Some(destination) = parameters.get::<Destination>() else {
            return Err("an interceptor replaced the parameters of the endpoint".into());
        };
        let has_region = destination.region.is_some();
        let identity = parameters.get_property::<Identity>();
        destination.check_settings()?;
        let endpoint = match (self.rule_set, &destination.own, &destination.url) {
            (_, Some(own), _) => own_endpoint(own)?,
            (Some(rules), None, _) => match destination.resolved(rules, identity) {
                Ok(endpoint) => endpoint,
                Err(error) => return Err(missing::endpoint_for(error, has_region).into()),
            },
            (None, None, Some(url)) => Endpoint::builder().url(url.clone()).build(),
            (None, None, None) => return Err(Misconfigured::new(missing::ENDPOINT).into()),
        };
        destination.check_prefix(endpoint.url())?;
        let signs = identity.and_then(Identity::data::<Credentials>).is_some();
        if signs && !has_region && !names_region(&endpoint) {
            return Err(Misconfigured::new(missing::REGION).into());
        }
        Ok(endpoint)
    }
}

impl ResolveEndpoint for RuleResolver {
    #[inline]
    fn resolve_endpoint<'a>(
        &'a self,
        parameters: &'a EndpointResolverParams,
    ) -> EndpointFuture<'a> {
        EndpointFuture::ready(self.resolve(parameters))
    }
}

/// The endpoint that an input names. Its URL is not shown, as nothing of an input is.
#[inline]
fn own_endpoint(url: &str) -> Result<Endpoint, Misconfigured> {
    match url::fault(url) {
        None => Ok(Endpoint::builder().url(url.to_owned()).build()),
        Some(fault) => Err(Misconfigured::new(
            &["the endpoint that the input names ", fault].concat(),
        )),
    }
}

#[inline]
fn names_region(endpoint: &Endpoint) -> bool {
    endpoint.auth_schemes().iter().any(|scheme| {
        scheme.get("signingRegion").is_some() || scheme.get("signingRegionSet").is_some()
    })
}
