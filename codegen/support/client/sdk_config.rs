//! What an `SdkConfig` says to one service, as settings.

use aws_credential_types::Token;
use aws_credential_types::provider::token::SharedTokenProvider;
use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_runtime_api::client::auth::AuthSchemePreference;
use aws_types::SdkConfig;
use aws_types::endpoint_config::{UseDualStack, UseFips};
use aws_types::region::SigningRegion;
use aws_types::service_config::ServiceConfigKey;

use super::auth::BEARER;
use super::identity;
use super::service::ServiceFacts;
use super::settings::{Compression, EndpointUrl, HostPrefixes, Settings};

impl Settings {
    /// Adds what a configuration says to a service.
    #[inline]
    pub(super) fn take(&mut self, config: &SdkConfig, service: &ServiceFacts) {
        self.take_destination(config, service.sdk_id);
        self.take_behavior(config);
        self.take_components(config);
        self.take_identities(config, service);
        // needed by: settings of the environment
        self.take_environment(config, service);
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
        layer.store_or_unset(host_prefixes(config, sdk_id));
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
        if config.disable_request_compression() == Some(true) {
            layer.store_put(Compression { from_size: None });
        } else if let Some(size) = config.request_min_compression_size_bytes() {
            let from_size = usize::try_from(size).ok();
            layer.store_put(Compression { from_size });
        }
        // needed by: checksums
        layer.store_or_unset(config.request_checksum_calculation());
        // needed by: checksums
        layer.store_or_unset(config.response_checksum_validation());
        let skew = config.disable_clock_skew_correction();
        layer.store_or_unset(skew.map(DisableClockSkewCorrection::from));
    }

    #[inline]
    fn take_components(&mut self, config: &SdkConfig) {
        let components = &mut self.components;
        components.set_identity_cache(config.identity_cache());
        components.set_http_client(config.http_client());
        components.set_sleep_impl(config.sleep_impl());
        components.set_time_source(config.time_source());
    }

    #[inline]
    fn take_identities(&mut self, config: &SdkConfig, service: &ServiceFacts) {
        let layer = &mut self.config;
        layer.store_or_unset(config.sigv4a_signing_region_set().cloned());
        layer.store_or_unset(config.auth_scheme_preference().cloned());
        if let Some(provider) = config.credentials_provider() {
            self.sign_with(provider);
        }
        if let Some(provider) = config.token_provider() {
            identity::set(&mut self.components, BEARER, provider);
        }
        if let Some(token) = bearer_token(config, service) {
            let token = SharedTokenProvider::new(Token::new(token, None));
            identity::set(&mut self.components, BEARER, token);
            // Whoever sets a token for one service means it to be used.
            if config.auth_scheme_preference().is_none() {
                let preference = AuthSchemePreference::from([BEARER]);
                self.config.store_put(preference);
            }
        }
    }
}

/// What `AWS_BEARER_TOKEN_<SERVICE>` says, by the name that the service signs with.
#[inline]
fn bearer_token(config: &SdkConfig, service: &ServiceFacts) -> Option<String> {
    let name = service.signing_name?;
    if !service.auth_schemes.contains(&BEARER.inner()) {
        return None;
    }
    of_one_service(config, name, "AWS_BEARER_TOKEN", "")
}

/// An endpoint that was set in code wins over `AWS_ENDPOINT_URL_<SERVICE>` and its like in the
/// profile, and these win over an endpoint for all services.
#[inline]
fn endpoint_url(config: &SdkConfig, sdk_id: &str) -> Option<String> {
    if !config.get_origin("endpoint_url").is_client_config() {
        let own = of_one_service(config, sdk_id, "AWS_ENDPOINT_URL", "endpoint_url");
        if own.is_some() {
            return own;
        }
    }
    config.endpoint_url().map(str::to_owned)
}

/// What `AWS_DISABLE_HOST_PREFIX_INJECTION` and its like in the profile say.
#[inline]
fn host_prefixes(config: &SdkConfig, sdk_id: &str) -> Option<HostPrefixes> {
    const ENV: &str = "AWS_DISABLE_HOST_PREFIX_INJECTION";
    let disable = of_one_service(config, sdk_id, ENV, "disable_host_prefix_injection")?;
    Some(match disable.to_ascii_lowercase().as_str() {
        "false" => HostPrefixes::On,
        "true" => HostPrefixes::Off,
        _ => HostPrefixes::Unclear,
    })
}

// needed by: settings of the environment
/// What the environment, or else the profile, says of a setting that only one service has.
#[inline]
pub(super) fn of_environment(
    config: &SdkConfig,
    service: &ServiceFacts,
    variable: &str,
    key: &str,
) -> Option<String> {
    of_one_service(config, service.sdk_id, variable, key)
}

/// What the environment, or else the profile, says to one service, or to all.
#[inline]
fn of_one_service(config: &SdkConfig, id: &str, env: &str, profile: &str) -> Option<String> {
    let key = ServiceConfigKey::builder()
        .service_id(id)
        .env(env)
        .profile(profile)
        .build();
    config.service_config()?.load_config(key.ok()?)
}
