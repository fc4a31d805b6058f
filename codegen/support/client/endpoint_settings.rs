//! Settings of the endpoint that only one service knows.

use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreAppend};

use super::settings::Settings;
use crate::support::endpoint::{Parameters, SetParameter, Value};

/// A parameter of a service's endpoint rules that a client, or a call, is set to.
#[derive(Clone, Debug)]
pub(super) struct EndpointParameter {
    name: &'static str,
    value: Value<'static>,
}

impl Storable for EndpointParameter {
    type Storer = StoreAppend<Self>;
}

impl EndpointParameter {
    // needed by: settings of the environment
    /// Whether a parameter of this name is set.
    #[inline]
    pub(super) fn is_set(config: &ConfigBag, name: &str) -> bool {
        let mut set = config.load::<Self>();
        set.any(|parameter| parameter.name == name)
    }

    /// What an operation says to the rules, and after it what the settings say.
    #[inline]
    pub(super) fn all(
        config: &ConfigBag,
        of_operation: Parameters<'static>,
    ) -> Parameters<'static> {
        let set: Vec<&Self> = config.load::<Self>().collect();
        let mut parameters = of_operation;
        // The newest come first there, and last here.
        for Self { name, value } in set.into_iter().rev() {
            parameters = parameters.client(*name, value.clone());
        }
        parameters
    }
}

impl SetParameter for Settings {
    /// Sets a parameter of the service's endpoint rules by the name that it has in the model. A
    /// call that gives the parameter itself goes by its own value.
    fn endpoint_parameter(mut self, name: &'static str, value: impl Into<Value<'static>>) -> Self {
        let value = value.into();
        self.config.store_append(EndpointParameter { name, value });
        self
    }
}
