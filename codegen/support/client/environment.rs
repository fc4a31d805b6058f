//! Settings of the endpoint that only one service knows, as the environment or the profile say them.

use std::mem;

use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_types::SdkConfig;

use super::endpoint_settings::EndpointParameter;
use super::missing::Misconfigured;
use super::sdk_config;
use super::service::ServiceFacts;
use super::settings::Settings;
use crate::support::endpoint::SetParameter as _;

/// What is set and says neither `true` nor `false`.
#[derive(Clone, Debug)]
struct Unclear {
    parameter: &'static str,
    variable: &'static str,
    key: &'static str,
}

impl Storable for Unclear {
    type Storer = StoreReplace<Self>;
}

impl Settings {
    /// Takes over what the environment says to the rules of a service's endpoint.
    #[inline]
    pub(super) fn take_environment(&mut self, config: &SdkConfig, service: &ServiceFacts) {
        for &(parameter, variable, key) in service.environment {
            let Some(said) = sdk_config::of_environment(config, service, variable, key) else {
                continue;
            };
            let is_set = match said.to_ascii_lowercase().as_str() {
                "true" => true,
                "false" => false,
                _ => {
                    let unclear = Unclear {
                        parameter,
                        variable,
                        key,
                    };
                    self.config.store_put(unclear);
                    continue;
                }
            };
            *self = mem::take(self).endpoint_parameter(parameter, is_set);
        }
    }
}

/// Checks that what counts of the environment is clear.
#[inline]
pub(super) fn check(config: &ConfigBag) -> Result<(), Misconfigured> {
    match config.load::<Unclear>() {
        Some(unclear) if !EndpointParameter::is_set(config, unclear.parameter) => {
            Err(Misconfigured::new(&format!(
                "{}, or `{}` of the profile, is neither `true` nor `false`",
                unclear.variable, unclear.key
            )))
        }
        _ => Ok(()),
    }
}
