//! The local License Manager, and the local STS that its tokens are for, driven with plain HTTP
//! requests that `aws-sigv4` signs: no code of Tinsmith is on the calling side.

mod caller;
mod checkouts;
mod faults;
mod input;
mod roles;
mod server;
mod signatures;
mod tokens;
