//! The settings of a call that has its own, for what is called on its behalf.

use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use super::settings::Settings;

/// The settings of a call.
#[derive(Clone, Debug)]
struct OfCall(Settings);

impl Storable for OfCall {
    type Storer = StoreReplace<Self>;
}

/// Settings of one call that can be had again from its configuration.
#[inline]
pub(super) fn remembered(mut settings: Settings) -> Settings {
    let of_call = OfCall(settings.clone());
    settings.config.store_put(of_call);
    settings
}

/// The settings of the call with this configuration that are its own; those that set nothing where there
/// are none.
#[inline]
pub(in crate::support) fn own_settings(config: &ConfigBag) -> Settings {
    let of_call = config.load::<OfCall>();
    of_call.map_or_else(Settings::new, |OfCall(settings)| settings.clone())
}
