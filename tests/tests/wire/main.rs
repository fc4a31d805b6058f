//! The wire: what the generated crate sends is what botocore sends for the same calls.

mod inputs;
mod recording;
mod requests;
mod sent;
mod signatures;
mod signing;
