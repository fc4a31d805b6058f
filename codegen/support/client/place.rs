//! What AWS's settings say of where a call goes: its region and account, and what kind of endpoint it is.

use std::borrow::Cow;

use aws_credential_types::Credentials;
use aws_credential_types::attributes::AccountId;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
use aws_types::endpoint_config::{AccountIdEndpointMode, UseDualStack, UseFips};
use aws_types::region::Region;

use super::missing::Misconfigured;
use crate::support::endpoint::{BuiltIn, EndpointError, Parameters};

/// A region is missing.
pub(super) const REGION: &str = "no region is set: set one with `Settings::region`, in \
                                 `SdkConfig`, by AWS_REGION or in the profile";

/// A region is none.
#[inline]
pub(super) fn no_region(region: &Region) -> Misconfigured {
    Misconfigured::new(&format!(
        "the region {:?} is none: a region is one label of a host name, letters, digits and \
         hyphens, e.g. `eu-west-1`",
        region.as_ref()
    ))
}

/// What switches host prefixes off says neither that they are nor that they are not.
pub(super) const CLEAR_SETTING: &str = "AWS_DISABLE_HOST_PREFIX_INJECTION, or its like in the \
                                        profile, is neither `true` nor `false`";

/// The parameters of a call's endpoint, with what is set.
#[inline]
pub(super) fn told(config: &ConfigBag, parameters: Parameters<'static>) -> Parameters<'static> {
    let mode = match config.load::<AccountIdEndpointMode>() {
        None | Some(AccountIdEndpointMode::Preferred) => Cow::Borrowed("preferred"),
        Some(mode) => Cow::Owned(mode.to_string()),
    };
    let mut parameters = parameters.built_in(BuiltIn::AccountIdEndpointMode, mode);
    if let Some(region) = config.load::<Region>() {
        parameters = parameters.region(region.to_string());
    }
    if let Some(UseFips(use_fips)) = config.load::<UseFips>() {
        parameters = parameters.use_fips(*use_fips);
    }
    if let Some(UseDualStack(use_dual_stack)) = config.load::<UseDualStack>() {
        parameters = parameters.use_dual_stack(*use_dual_stack);
    }
    parameters
}

/// The same with the account of this identity, where it has one.
#[inline]
pub(super) fn of_account(
    parameters: &Parameters<'static>,
    identity: Option<&Identity>,
) -> Option<Parameters<'static>> {
    let account = identity.and_then(Identity::property::<AccountId>)?;
    let account = account.as_str().to_owned();
    Some(parameters.clone().account_id(account))
}

/// Whether there may be no endpoint because there is no region: the rules of AWS services refuse a call
/// without one, and only here is known how to set it.
#[inline]
pub(super) fn may_depend_on_region(error: &EndpointError) -> bool {
    use EndpointError::{MissingParameter, Refused};
    matches!(error, Refused(_) | MissingParameter(_))
}

/// Whether calls to an endpoint cannot be signed for this identity without a region.
#[inline]
pub(super) fn needs_region(endpoint: &Endpoint, identity: Option<&Identity>) -> bool {
    identity.and_then(Identity::data::<Credentials>).is_some() && !names_region(endpoint)
}

#[inline]
fn names_region(endpoint: &Endpoint) -> bool {
    endpoint.auth_schemes().iter().any(|scheme| {
        scheme.get("signingRegion").is_some() || scheme.get("signingRegionSet").is_some()
    })
}
