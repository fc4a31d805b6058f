//! What a caller can set for one client or for one call, beside what `SdkConfig` carries.

use std::borrow::Cow;

use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep};
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime_api::client::http::HttpClient;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
// needed by: checksums
use aws_smithy_types::checksum_config::{RequestChecksumCalculation, ResponseChecksumValidation};
use aws_smithy_types::config_bag::{CloneableLayer, Storable, StoreReplace};
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::app_name::AppName;
use aws_types::endpoint_config::{AccountIdEndpointMode, EndpointUrl, UseDualStack, UseFips};
use aws_types::region::{Region, SigningRegion};

use super::body_limit::BodyLimit;

/// Settings of one client or one call. What is not set here stays as it is.
///
/// Settings that serve several calls are best made once: credentials that were loaded for one
/// call then serve the next.
#[derive(Clone, Debug)]
pub struct Settings {
    pub(in crate::support) config: CloneableLayer,
    pub(in crate::support) components: RuntimeComponentsBuilder,
}

impl Default for Settings {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl Settings {
    /// Settings that change nothing yet.
    #[inline]
    pub fn new() -> Self {
        Self {
            config: CloneableLayer::new("settings"),
            components: RuntimeComponentsBuilder::new("settings"),
        }
    }

    /// The region that requests go to, e.g. `eu-west-1`.
    #[must_use]
    #[inline]
    pub fn region(mut self, region: impl Into<Cow<'static, str>>) -> Self {
        let region = Region::new(region);
        self.config.store_put(SigningRegion::from(region.clone()));
        self.config.store_put(region);
        self
    }

    /// The endpoint, e.g. `http://127.0.0.1:8080`, in place of the service's own.
    #[must_use]
    #[inline]
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.config.store_put(EndpointUrl(url.into()));
        self
    }

    /// Whether only an endpoint with FIPS 140 validated cryptography will do.
    #[must_use]
    #[inline]
    pub fn use_fips(mut self, use_fips: bool) -> Self {
        self.config.store_put(UseFips(use_fips));
        self
    }

    /// Whether the endpoint must be reachable over IPv6 as well as IPv4.
    #[must_use]
    #[inline]
    pub fn use_dual_stack(mut self, use_dual_stack: bool) -> Self {
        self.config.store_put(UseDualStack(use_dual_stack));
        self
    }

    /// Whether the account of the credentials should, must, or must not be a part of the endpoint,
    /// for services whose endpoints can have one.
    #[must_use]
    #[inline]
    pub fn account_id_endpoint_mode(mut self, mode: AccountIdEndpointMode) -> Self {
        self.config.store_put(mode);
        self
    }

    /// Whether nothing is put before the host of the endpoint, as some operations do: a server that
    /// stands in for the service, at `http://127.0.0.1:4566` say, has no such host. Without it,
    /// `AWS_DISABLE_HOST_PREFIX_INJECTION` or `disable_host_prefix_injection` of the profile says so,
    /// for this service alone or for all.
    #[must_use]
    #[inline]
    pub fn disable_host_prefix_injection(mut self, disable: bool) -> Self {
        self.config.store_put(match disable {
            true => HostPrefixes::Off,
            false => HostPrefixes::On,
        });
        self
    }

    /// How often, and after which pauses, a failed request is tried again.
    #[must_use]
    #[inline]
    pub fn retry(mut self, retry: RetryConfig) -> Self {
        self.config.store_put(retry);
        self
    }

    /// How long to wait for a connection, an answer, a whole call.
    #[must_use]
    #[inline]
    pub fn timeout(mut self, timeout: TimeoutConfig) -> Self {
        self.config.store_put(timeout);
        self
    }

    /// How large a body has to be, in bytes, to be compressed where the service's model allows it,
    /// which few operations do; `None` for no compression at all. Without it, 10,240.
    #[must_use]
    #[inline]
    pub fn compress_requests_from(mut self, size: Option<usize>) -> Self {
        self.config.store_put(Compression { from_size: size });
        self
    }

    // needed by: checksums
    /// When requests carry a checksum: whenever their operation allows one, as without this setting, or
    /// only where it insists on one, or the caller chooses an algorithm. Stores that speak a service's
    /// protocol may know no checksums, and refuse them.
    #[must_use]
    #[inline]
    pub fn request_checksum_calculation(mut self, when: RequestChecksumCalculation) -> Self {
        self.config.store_put(when);
        self
    }

    // needed by: checksums
    /// When checksums of responses are asked for and checked: whenever their operation allows it, as
    /// without this setting, or only where the caller asks for it. Where one is wrong, the end of the
    /// body is an error.
    #[must_use]
    #[inline]
    pub fn response_checksum_validation(mut self, when: ResponseChecksumValidation) -> Self {
        self.config.store_put(when);
        self
    }

    /// How large the body of a response may be, in bytes, to be read into memory; `None` for any,
    /// as without it. A call whose response has a larger one fails with
    /// [`CallError::Unreadable`](super::CallError::Unreadable), and is not tried again for that.
    /// Streams are not limited, but the errors in their place are.
    #[must_use]
    #[inline]
    pub fn max_response_body(mut self, size: Option<u64>) -> Self {
        self.config.store_put(BodyLimit(size));
        self
    }

    /// When a transfer that makes no progress is given up.
    #[must_use]
    #[inline]
    pub fn stalled_stream_protection(mut self, protection: StalledStreamProtectionConfig) -> Self {
        self.config.store_put(protection);
        self
    }

    /// What sends the requests: a connector, or a test double that answers by itself.
    #[must_use]
    #[inline]
    pub fn http_client(mut self, client: impl HttpClient + 'static) -> Self {
        self.components.set_http_client(Some(client));
        self
    }

    /// Code that sees, and may change, what happens in each phase of a call. It comes after the
    /// client's own interceptors and those that were set before.
    #[must_use]
    #[inline]
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.components
            .push_interceptor(SharedInterceptor::new(interceptor));
        self
    }

    /// A further opinion on which failures to retry. It sees what the service answered as the
    /// service's error.
    #[must_use]
    #[inline]
    pub fn retry_classifier(mut self, classifier: impl ClassifyRetry + 'static) -> Self {
        self.components.push_retry_classifier(classifier);
        self
    }

    /// The name of the application, for the `User-Agent` header.
    #[must_use]
    #[inline]
    pub fn app_name(mut self, name: AppName) -> Self {
        self.config.store_put(name);
        self
    }

    /// What waits between two tries and for a timeout. Without it, tokio's timer.
    #[must_use]
    #[inline]
    pub fn sleep(mut self, sleep: impl AsyncSleep + 'static) -> Self {
        self.components
            .set_sleep_impl(Some(SharedAsyncSleep::new(sleep)));
        self
    }

    /// What tells the time that requests are signed with. Without it, the system's clock.
    #[must_use]
    #[inline]
    pub fn time_source(mut self, time: impl TimeSource + 'static) -> Self {
        self.components
            .set_time_source(Some(SharedTimeSource::new(time)));
        self
    }

    /// Whether inputs are checked against the constraints of the model before they are sent. One
    /// that breaks any is not sent: see
    /// [`CallError::violations`](super::CallError::violations).
    #[cfg(feature = "validate")]
    #[must_use]
    #[inline]
    pub fn validate_inputs(mut self, validate: bool) -> Self {
        self.config.store_put(ValidateInputs(validate));
        self
    }

    /// These settings for one call, whose application name, if any, joins the client's user agent.
    #[inline]
    pub(super) fn named_in(mut self, agent: &AwsUserAgent) -> Self {
        if let Some(name) = self.config.load::<AppName>().cloned() {
            self.config.store_put(agent.clone().with_app_name(name));
        }
        self
    }

    #[inline]
    pub(super) fn into_plugin(self) -> SharedRuntimePlugin {
        SharedRuntimePlugin::new(
            StaticRuntimePlugin::new()
                .with_config(self.config.freeze())
                .with_runtime_components(self.components),
        )
    }
}

/// Whether operations may put something before the host of the endpoint.
#[derive(Clone, Debug)]
pub(super) enum HostPrefixes {
    On,
    Off,
    /// What is set says neither.
    Unclear,
}

impl Storable for HostPrefixes {
    type Storer = StoreReplace<Self>;
}

/// From which size on bodies are compressed, where a setting says so: never, where there is none.
#[derive(Clone, Debug)]
pub(super) struct Compression {
    pub(super) from_size: Option<usize>,
}

impl Storable for Compression {
    type Storer = StoreReplace<Self>;
}

/// Whether inputs are checked before they are sent.
#[cfg(feature = "validate")]
#[derive(Clone, Copy, Debug)]
pub(super) struct ValidateInputs(pub(super) bool);

#[cfg(feature = "validate")]
impl Storable for ValidateInputs {
    type Storer = StoreReplace<Self>;
}
