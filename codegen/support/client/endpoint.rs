//! Where a call goes: the service's endpoint rules, asked by the orchestrator.

use std::fmt;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointFuture, EndpointPrefix, EndpointResolverParams, ResolveEndpoint,
};
// needed by: AWS
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
// needed by: AWS
use aws_types::region::Region;

use super::endpoint_settings::EndpointParameter;
use super::hints;
use super::missing::{self, Misconfigured};
// needed by: AWS
use super::place;
use super::settings::{EndpointUrl, HostPrefixes};
use crate::support::endpoint::{Last, Parameters, RuleSet, url};

/// Whether a setting keeps prefixes away from hosts.
#[inline]
pub(super) fn refuses_prefixes(config: &ConfigBag) -> bool {
    matches!(config.load::<HostPrefixes>(), Some(HostPrefixes::Off))
}

/// Says what goes before the host of the endpoint.
#[inline]
pub(super) fn put_prefix(config: &mut ConfigBag, prefix: String) -> Result<(), BoxError> {
    // needed by: AWS
    if let Some(HostPrefixes::Unclear) = config.load::<HostPrefixes>() {
        return Err(Misconfigured::new(place::CLEAR_SETTING).into());
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

/// The URL that a call goes to, where that is one which is set. Of others, the input may be a part.
#[inline]
pub(super) fn set_url(config: &ConfigBag) -> Option<&str> {
    let parameters = config.load::<EndpointResolverParams>()?;
    let destination = parameters.get::<Destination>()?;
    match destination.own {
        None => destination.url.as_deref(),
        Some(_) => None,
    }
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
    // needed by: AWS
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
        let mut shown = f.debug_struct("Destination");
        // needed by: AWS
        shown.field("region", &self.region);
        shown.finish_non_exhaustive()
    }
}

impl Destination {
    #[inline]
    fn of(config: &ConfigBag, of_operation: Parameters<'static>, own: Option<String>) -> Self {
        let parameters = EndpointParameter::all(config, of_operation);
        // needed by: AWS
        let parameters = place::told(config, parameters);
        let url = config.load::<EndpointUrl>();
        let url = url.map(|EndpointUrl(url)| url.clone());
        Self {
            parameters: match &url {
                Some(url) => parameters.endpoint_url(url.clone()),
                None => parameters,
            },
            // needed by: AWS
            region: config.load::<Region>().cloned(),
            own,
            url,
            prefix: config.load::<EndpointPrefix>().cloned(),
        }
    }

    /// Checks what is set, whatever the rules make of it: a region becomes a part of hosts and
    /// signatures.
    #[inline]
    fn check_settings(&self) -> Result<(), Misconfigured> {
        // needed by: AWS
        if let Some(region) = &self.region
            && !url::are_labels(region.as_ref(), false)
        {
            return Err(place::no_region(region));
        }
        match (&self.own, &self.url) {
            (None, Some(url)) if url::fault(url).is_some() => {
                Err(missing::endpoint_for(url::invalid(url)))
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
}

/// The service's endpoint rules.
#[derive(Debug)]
pub(super) struct RuleResolver {
    rule_set: Option<&'static RuleSet<'static>>,
    /// What they have said last. They may be asked by what chooses how to authenticate, and are for
    /// each try.
    last: Last,
}

impl RuleResolver {
    #[inline]
    pub(super) fn of(rule_set: Option<&'static RuleSet<'static>>) -> Self {
        Self {
            rule_set,
            last: Last::default(),
        }
    }

    #[inline]
    fn resolve(&self, parameters: &EndpointResolverParams) -> Result<Endpoint, BoxError> {
        let Some(destination) = parameters.get::<Destination>() else {
            return Err("an interceptor replaced the parameters of the endpoint".into());
        };
        destination.check_settings()?;
        let told = &destination.parameters;
        // needed by: AWS
        let identity = parameters.get_property::<Identity>();
        // needed by: AWS
        let of_account = place::of_account(told, identity);
        // needed by: AWS
        let told = of_account.as_ref().unwrap_or(told);
        let endpoint = match (self.rule_set, &destination.own, &destination.url) {
            (_, Some(own), _) => own_endpoint(own)?,
            (Some(rules), None, _) => match self.last.resolve(rules, told) {
                Ok(endpoint) => endpoint,
                Err(error) => {
                    // needed by: AWS
                    if destination.region.is_none() && place::may_depend_on_region(&error) {
                        return Err(Misconfigured::new(place::REGION).because(error).into());
                    }
                    return Err(missing::endpoint_for(error).into());
                }
            },
            (None, None, Some(url)) => Endpoint::builder().url(url.clone()).build(),
            (None, None, None) => return Err(Misconfigured::new(hints::ENDPOINT).into()),
        };
        destination.check_prefix(endpoint.url())?;
        // needed by: AWS
        if destination.region.is_none() && place::needs_region(&endpoint, identity) {
            return Err(Misconfigured::new(place::REGION).into());
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
