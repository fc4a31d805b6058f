//! How what is missing is set.

/// An endpoint is missing.
pub(super) const ENDPOINT: &str = "no endpoint is set, and the service has no rules that give \
                                   one: set it with `Settings::endpoint_url`";

/// What could send requests is missing.
#[cfg(not(feature = "https"))]
pub(super) const HTTP_CLIENT: &str = "no HTTP client is set: turn on this crate's feature \
                                      `https`, or set one with `Settings::http_client`";

/// A token is missing.
pub(super) const TOKEN: &str = "no bearer token is set: set one with `Settings::bearer_token`";
