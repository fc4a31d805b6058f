//! What a caller of the client sees: answers, failures, retries, settings.

mod auth;
mod bare_service;
mod body_limit;
mod built_ins;
mod compression;
mod endpoint_settings;
mod errors;
mod failing;
mod failures;
mod gate;
mod host_prefix;
mod identities;
mod interceptors;
mod log;
mod missing;
mod own_endpoint;
mod presign;
mod presigned_rest;
mod responses;
mod retries;
mod secrets;
pub mod service_double;
mod settings;
mod signing;
pub mod tide;
mod vault;
mod waiting;
