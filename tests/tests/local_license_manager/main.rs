//! The local License Manager, driven with plain HTTP requests that `aws-sigv4` signs: no code of
//! Tinsmith is on the calling side.

mod caller;
mod faults;
mod input;
mod server;
mod signatures;
mod tokens;
