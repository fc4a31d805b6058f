//! What an `SdkConfig` says to one service, as settings.

use aws_runtime::auth::sigv4;
use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_types::SdkConfig;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::region::SigningRegion;
use aws_types::service_config::ServiceConfigKey;

use super::settings::Settings;

impl Settings {
    /// What a configuration says to the service with this SDK id.
    #[inline]
    pub(super) fn of(config: &SdkConfig, sdk_id: &str) -> Self {
        let mut settings = Self::new();
        settings.take_destination(config, sdk_id);
        settings.take_behavior(config);
        settings.take_components(config);
        settings
    }

    #[inline]
    fn take_destination(&mut self, config: &SdkConfig, sdk_id: &str) {
        let layer = &mut self.config;
        if let Some(region) = config.region() {
            layer.store_put(SigningRegion::from(region.clone()));
            layer.store_put(region.clone());
        }
        layer.store_or_unset(config.use_fips().map(UseFips));
        layer.store_or_unset(config.use_dual_stack().map(UseDualStack));
        layer.store_or_unset(endpoint_url(config, sdk_id).map(EndpointUrl));
        layer.store_or_unset(config.account_id_endpoint_mode().cloned());
        layer.store_or_unset(config.auth_scheme_preference().cloned());
    }

    #[inline]
    fn take_behavior(&mut self, config: &SdkConfig) {
        let layer = &mut self.config;
        if let Some(retry) = config.retry_config() {
            layer.store_put(retry.clone());
        }
        if let Some(timeout) = config.timeout_config() {
            layer.store_put(timeout.clone());
        }
        if let Some(protection) = config.stalled_stream_protection() {
            layer.store_put(protection);
        }
        let skew = config.disable_clock_skew_correction();
        layer.store_or_unset(skew.map(DisableClockSkewCorrection::from));
    }

    #[inline]
    fn take_components(&mut self, config: &SdkConfig) {
        let components = &mut self.components;
        if let Some(provider) = config.credentials_provider() {
            components.set_identity_resolver(sigv4::SCHEME_ID, provider);
        }
        components.set_identity_cache(config.identity_cache());
        components.set_http_client(config.http_client());
        components.set_sleep_impl(config.sleep_impl());
        components.set_time_source(config.time_source());
    }
}

/// An endpoint that was set in code wins over `AWS_ENDPOINT_URL_<SERVICE>` and its like in the
/// profile, and these win over an endpoint for all services.
#[inline]
fn endpoint_url(config: &SdkConfig, sdk_id: &str) -> Option<String> {
    let of_all_services = || config.endpoint_url().map(str::to_owned);
    if config.get_origin("endpoint_url").is_client_config() {
        return of_all_services();
    }
    let of_this_service = || {
        let key = ServiceConfigKey::builder()
            .service_id(sdk_id)
            .env("AWS_ENDPOINT_URL")
            .profile("endpoint_url")
            .build();
        config.service_config()?.load_config(key.ok()?)
    };
    of_this_service().or_else(of_all_services)
}
