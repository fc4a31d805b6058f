//! What a caller can set for one client or for one call.

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

    /// The endpoint, e.g. `http://127.0.0.1:8080`, in place of the service's own.
    #[must_use]
    #[inline]
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.config.store_put(EndpointUrl(url.into()));
        self
    }

    /// Whether nothing is put before the host of the endpoint, as some operations do: a server that
    /// stands in for the service, at `http://127.0.0.1:4566` say, has no such host.
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

    /// What waits between two tries and for a timeout. Without it, tokio's timer.
    #[must_use]
    pub fn sleep(mut self, sleep: impl AsyncSleep + 'static) -> Self {
        self.components
            .set_sleep_impl(Some(SharedAsyncSleep::new(sleep)));
        self
    }

    /// What tells the time. Without it, the system's clock.
    #[must_use]
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

    #[inline]
    pub(super) fn into_plugin(self) -> SharedRuntimePlugin {
        SharedRuntimePlugin::new(
            StaticRuntimePlugin::new()
                .with_config(self.config.freeze())
                .with_runtime_components(self.components),
        )
    }
}

/// The endpoint in place of the service's own.
#[derive(Clone, Debug)]
pub(super) struct EndpointUrl(pub(super) String);

impl Storable for EndpointUrl {
    type Storer = StoreReplace<Self>;
}

/// Whether operations may put something before the host of the endpoint.
#[derive(Clone, Debug)]
pub(super) enum HostPrefixes {
    On,
    Off,
    // needed by: AWS
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
