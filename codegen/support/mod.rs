//! The code that generated crates stand on, compiled and tested in place. Each crate gets the
//! modules that its services need, and a list of them in place of this one.
//!
//! Everything is `#[inline]`, what is `#[cold]` too: it is compiled where it is used, so that
//! a generated crate is built in no time, and code that nobody calls costs nobody anything.
//!
//! The generator itself uses the words of the endpoint tables and the formats of timestamps alone.

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "what one crate leaves out another one uses"
)]

#[cfg(test)]
pub mod any_format;
#[cfg(test)]
pub mod auth_by_endpoint;
#[cfg(test)]
pub mod aws_json;
#[cfg(test)]
pub mod builder;
#[cfg(test)]
pub mod cbor;
#[cfg(test)]
pub mod checksum;
#[cfg(test)]
pub mod client;
#[cfg(test)]
pub mod compression;
pub mod decimal;
#[cfg(test)]
pub mod deep_clone;
#[cfg(test)]
pub mod digits;
#[cfg(all(test, feature = "test-util"))]
pub mod double;
pub mod endpoint;
#[cfg(test)]
pub mod enumeration;
#[cfg(test)]
pub mod error;
#[cfg(test)]
pub mod event_stream;
#[cfg(test)]
pub mod fault;
#[cfg(test)]
pub mod form;
#[cfg(test)]
pub mod http_binding;
#[cfg(test)]
pub mod http_checksum;
#[cfg(test)]
pub mod idempotency;
#[cfg(test)]
pub mod json;
#[cfg(test)]
pub mod operation;
#[cfg(test)]
pub mod pagination;
#[cfg(test)]
pub mod percent;
#[cfg(test)]
pub mod query;
#[cfg(test)]
pub mod query_compatible;
#[cfg(test)]
pub mod redacted;
#[cfg(test)]
pub mod required;
#[cfg(test)]
pub mod rest;
#[cfg(test)]
pub mod rest_json;
#[cfg(test)]
pub mod rest_xml;
#[cfg(test)]
pub mod rpc_v2;
#[cfg(test)]
pub mod rpc_v2_cbor;
#[cfg(test)]
pub mod rpc_v2_json;
#[cfg(test)]
pub mod sessions;
#[cfg(test)]
pub mod stream;
#[cfg(test)]
pub mod text;
pub mod timestamp;
#[cfg(test)]
pub mod tree_hash;
#[cfg(test)]
pub mod validation;
#[cfg(test)]
pub mod waiter;
#[cfg(test)]
pub mod wire;
#[cfg(test)]
pub mod xml;
