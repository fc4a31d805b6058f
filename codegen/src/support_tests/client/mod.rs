//! What a caller of the client sees: answers, failures, retries, settings.

mod answers;
mod bare_service;
mod errors;
mod failures;
mod host_prefix;
mod interceptors;
mod missing;
mod retries;
mod service_double;
mod settings;
mod signing;
mod tide;
