//! Tests of the support code. They stand here because the folder of the support code itself is
//! copied into generated crates.

mod any_format;
mod builder;
mod cbor;
mod checksum;
mod client;
mod compression;
#[cfg(feature = "test-util")]
mod double;
mod endpoint;
mod event_stream;
mod fault;
mod form;
mod http_binding;
mod http_checksum;
mod json;
mod one_line;
mod pagination;
mod query;
mod rest_xml;
mod rpc_v2;
mod stream;
mod timestamp;
mod tree_hash;
mod validation;
mod waiter;
mod wire;
mod xml;
