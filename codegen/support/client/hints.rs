//! How what is missing is set, beside `Settings`: in an `SdkConfig`, or by what it is made from.

/// An endpoint is missing.
pub(super) const ENDPOINT: &str = "no endpoint is set, and the service has no rules that give \
                                   one: set it with `Settings::endpoint_url`, in `SdkConfig`, or \
                                   by AWS_ENDPOINT_URL";

/// What could send requests is missing.
#[cfg(not(feature = "https"))]
pub(super) const HTTP_CLIENT: &str = "no HTTP client is set: turn on this crate's feature \
                                      `https`, or set one with `Settings::http_client` or in \
                                      `SdkConfig`";

/// Credentials are missing.
pub(super) const CREDENTIALS: &str = "no credentials are set: set a provider with \
                                      `Settings::credentials`, or use the `SdkConfig` that \
                                      `aws_config::load_from_env` returns";

/// A token is missing.
pub(super) const TOKEN: &str = "no bearer token is set: set a provider with \
                                `Settings::bearer_token`, or in `SdkConfig`";
