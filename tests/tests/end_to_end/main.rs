//! The generated client against the local License Manager: over HTTP on loopback, with the
//! runtime, the connector and the signatures of the AWS SDK.

mod account;
mod broken_answers;
mod clock_skew;
mod errors;
mod many_calls;
mod missing_settings;
mod operations;
mod pages;
mod presigned;
mod retries;
mod roles;
mod secrets;
mod timeouts;
mod validation;
